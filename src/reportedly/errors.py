"""The error tree.

ReportedlyError
├── CorpusError      a corpus folder that is not one, was made otherwise, or cannot answer
├── InputError       an article, line or file that cannot be read; names file, record and field
├── LexiconError     a mistake in a lexicon file; names file and line
├── ModelError       the language model is missing or not the one expected
└── PipelineError    a component needs a layer that nothing before it makes
"""

from __future__ import annotations


class ReportedlyError(Exception):
    """Base of every error this package raises on purpose."""


class InputError(ReportedlyError):
    """An input that cannot be read or is not what it should be."""

    def __init__(self, reason: str, *, file: str = "-", record: str = "") -> None:
        self.reason, self.file, self.record = reason, file, record
        super().__init__(": ".join(part for part in (file, record, reason) if part))


class CorpusError(ReportedlyError):
    """A corpus folder that is not one, was built with other settings, or a question it cannot answer."""


class LexiconError(ReportedlyError):
    """A mistake in a lexicon file, with the file and line to mend."""

    def __init__(self, file: str, line: int, reason: str) -> None:
        self.file, self.line, self.reason = file, line, reason
        super().__init__(f"{file}:{line}: {reason}")


class ModelError(ReportedlyError):
    """The language model is missing or is not the one expected."""


class PipelineError(ReportedlyError):
    """A component needs a layer that no component before it makes."""
