"""What the command prints of a stranger's text cannot steer a terminal, and is UTF-8 in a file whatever the locale."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from reportedly.cli.terminal import shown

TEXT = "Troops \x1b[31mattacked\x1b[0m the \u202eegalliv\u202c of N'Djaména-Sud on Monday, killing four people, police said. \u0642\u0627\u0644 \U0001f54a\n"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("plain \u00e9 \u0642 \U0001f54a\tand\nlines", "plain \u00e9 \u0642 \U0001f54a\tand\nlines"),
        ("\x1b[2J", "\\x1b[2J"),
        ("a\rb", "a\\rb"),
        ("\x9b31m", "\\x9b31m"),
        ("\u202eabc\u2069", "\\u202eabc\\u2069"),
    ],
)
def test_controls_are_written_out_and_nothing_else(words: str, expected: str) -> None:
    assert shown(words) == expected


@pytest.mark.parametrize("args", [("code", "--format", "table"), ("explain", "-"), ("code", "--published", "\x1b[2J")])
def test_no_control_reaches_the_terminal(args: tuple[str, ...]) -> None:
    done = subprocess.run([sys.executable, "-m", "reportedly", *args], input=TEXT.encode(), capture_output=True, check=False)
    printed = (done.stdout + done.stderr).decode()
    assert "x1b[" in printed and shown(printed) == printed


def test_jsonl_is_utf8_in_any_locale() -> None:
    environment = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    done = subprocess.run([sys.executable, "-m", "reportedly", "code"], input=TEXT.encode(), capture_output=True, env=environment, check=False)
    assert done.returncode == 0, done.stderr
    assert "\U0001f54a" in done.stdout.decode("utf-8")
