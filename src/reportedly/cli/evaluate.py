"""``reportedly evaluate``: records against passages coded by hand, or two coders against each other."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from reportedly.cli.terminal import shown
from reportedly.errors import InputError

_EXAMPLES = """\b
Examples:
  reportedly code gold.jsonl --format jsonl --out coded.jsonl
  reportedly evaluate gold.jsonl coded.jsonl
  reportedly evaluate gold.jsonl coded.jsonl --html evaluation.html
  reportedly evaluate gold.jsonl coded.jsonl --errors
  reportedly evaluate first-coder.jsonl second-coder.jsonl --agreement --format json

\b
Exit codes: 0 all compared, 1 some set aside or not coded (named on stderr), 2 wrong use.
The shape of a gold file and what each figure means: docs/evaluate.md.
"""


@click.command(epilog=_EXAMPLES)
@click.argument("gold", type=click.Path(dir_okay=False))
@click.argument("coded", type=click.Path(dir_okay=False, allow_dash=True))
@click.option("--agreement", is_flag=True, help="Cohen's kappa and Krippendorff's alpha by field, instead of scores.")
@click.option("--errors", is_flag=True, help="Disagreements counted by field and cause, instead of scores.")
@click.option("--format", "format_", type=click.Choice(["table", "json", "csv"]), default="table", show_default=True, help="How to print the figures.")
@click.option("--html", type=click.Path(dir_okay=False, path_type=Path), help="Also write a page with all figures and every disagreement.")
@click.option("--samples", type=click.IntRange(0, 10_000), default=1000, show_default=True, help="Bootstrap samples for the intervals; 0: none.")
@click.option("--seed", type=click.IntRange(0), default=0, show_default=True, help="Seed of the bootstrap.")
@click.option("--lexicon", "lexicons", multiple=True, type=click.Path(exists=True, file_okay=False, path_type=Path), help="Folder of lexicon files CODED was made with; for the causes.")
def evaluate(
    gold: str, coded: str, agreement: bool, errors: bool, format_: str, html: Path | None, samples: int, seed: int, lexicons: tuple[Path, ...]
) -> None:  # fmt: skip
    """Score CODED against GOLD: CODED is what `reportedly code --format jsonl` wrote ("-": standard input), or another gold file."""
    from reportedly.cli.figures import print_csv, print_json, print_tables
    from reportedly.measuring import Causes, load_compared
    from reportedly.measuring import evaluate as measure

    parts = [part for part, wanted in (("agreement", agreement), ("errors", errors)) if wanted] or ["scores"]
    if format_ == "csv" and len(parts) > 1:
        raise click.UsageError("--format csv holds one table: choose --agreement or --errors")
    loaded = load_compared(gold, coded)
    for aside in loaded.aside:
        click.echo(shown(f"reportedly: set aside: {aside.file}: {aside.record}: {aside.reason}"), err=True)
    if not loaded.compared:
        raise InputError("no passage could be compared", file=gold)
    guess = None
    if errors or html:
        from reportedly.language import load_lemmas
        from reportedly.lexicons import data_root

        guess = Causes(load_lemmas(), (data_root(), *lexicons))
    evaluation = measure(loaded.compared, samples=samples, seed=seed, guess=guess)
    if html:
        from reportedly.pages.evaluation import render_evaluation

        try:
            html.write_text(render_evaluation(evaluation), encoding="utf-8", newline="\n")
        except OSError as error:
            raise InputError(f"cannot be written: {error.strerror}", file=str(html)) from error
    {"table": print_tables, "json": print_json, "csv": print_csv}[format_](evaluation, parts, sys.stdout)
    if loaded.aside:
        click.echo(f"reportedly: {len(loaded.compared)} compared, {len(loaded.aside)} set aside or not coded", err=True)
        sys.exit(1)
