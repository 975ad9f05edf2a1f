"""One HTML page of an evaluation: scores with intervals, the reliability picture, agreement, and every disagreement sentence by sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from reportedly.measuring.disagreements import CLASSES
from reportedly.measuring.evaluation import Evaluation
from reportedly.measuring.tables import NUMBERS, Sheet, agreement_sheet, calibration_sheets, error_sheet, score_sheets
from reportedly.pages.comparison import differing_passage
from reportedly.pages.frame import asset, framed
from reportedly.pages.marked import as_text
from reportedly.pages.reliability import reliability_picture

_PARTS = {"scores": "Scores", "confidence": "Confidence", "agreement": "Agreement", "errors": "Errors by field and cause", "differences": "Differences"}
_LEGEND = (
    '<p class="legend"><span><span class="gold-words">words</span> trigger in the gold</span> <span><span class="coded-words">words</span> trigger as coded</span> '
    "<span><mark>value</mark> differs</span></p>"
)


def render_evaluation(evaluation: Evaluation) -> str:
    """Return the whole page; readable from a file, without network or script, in print and without colour."""
    parts = {
        "scores": "".join(map(_table, score_sheets(evaluation.scores))),
        "confidence": _confidence(evaluation),
        "agreement": f"<p>{_AGREEMENT}</p>{_table(agreement_sheet(evaluation.agreement))}",
        "errors": _table(error_sheet(evaluation.errors)) if evaluation.errors else "<p>The two codings do not differ.</p>",
        "differences": _differences(evaluation),
    }
    body = "".join(f'<section id="{key}"><h2>{_PARTS[key]}</h2>{html}</section>' for key, html in parts.items() if html)
    links = "".join(f'<li><a href="#{key}">{_PARTS[key]}</a></li>' for key, html in parts.items() if html)
    head = f'<header><h1>reportedly: evaluation</h1><p>{_about(evaluation)}</p><nav aria-label="parts"><ul class="legend">{links}</ul></nav></header>'
    style = asset("page.css") + asset("evaluation.css")
    return framed("evaluation", f'{head}<main class="evaluation">{body}</main>', style=style, script=asset("evaluation.js"))


_AGREEMENT = (
    "Over the events and statements that both coders found, and for the first row over all sentences. 1 is full agreement, 0 what chance would give; "
    "a dash where the coders used one value only."
)


def _about(evaluation: Evaluation) -> str:
    passages = f"{len(evaluation.passages)} passage{'s' * (len(evaluation.passages) != 1)} compared."
    if not evaluation.samples:
        return passages
    return f"{passages} In brackets: 95 % intervals from {evaluation.samples:,} bootstrap samples of passages (seed {evaluation.seed}); none where fewer than five passages bear on a figure."


def _confidence(evaluation: Evaluation) -> str:
    found = evaluation.calibration
    if found is None:
        return ""
    bins, kept = calibration_sheets(found)
    words = (
        f"{found.events} coded events. On the dashed line confidence is what it says; below it the coder is too sure. The larger the dot, the more events; "
        "the line through it is the interval."
    )
    return f'<p>{words}</p><div class="columns">{reliability_picture(found)}<div>{_table(bins)}{_table(kept)}</div></div>'


def _table(sheet: Sheet) -> str:
    head = "".join(f'<th scope="col"{_number(column)}>{as_text(column)}</th>' for column in sheet.columns)
    rows = "".join(f"<tr>{_cells(sheet.columns, row)}</tr>" for row in sheet.rows)
    return f'<div class="scroll" tabindex="0" role="region" aria-label="{as_text(sheet.title)}"><table class="figures"><caption>{as_text(sheet.title)}</caption><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>'


def _cells(columns: Iterable[str], row: tuple[str, ...]) -> str:
    first, *others = zip(columns, row, strict=True)
    return f'<th scope="row">{as_text(first[1])}</th>' + "".join(f"<td{_number(column)}>{as_text(cell)}</td>" for column, cell in others)


def _number(column: str) -> str:
    return ' class="number"' if column in NUMBERS else ""


def _differences(evaluation: Evaluation) -> str:
    counts = Counter(d.kind for passage in evaluation.passages for d in passage.disagreements)
    if not counts:
        return ""
    boxes = "".join(
        f'<label><input type="checkbox" checked value="{kind.replace(" ", "-")}"> {kind} <small>({counts[kind]})</small></label>' for kind in CLASSES if counts[kind]
    )
    buttons = '<button type="button" data-all="yes">all</button> <button type="button" data-all="">none</button>'
    chosen = f'<form class="filter" hidden><fieldset><legend>Show differences of</legend>{boxes} {buttons}</fieldset><p role="status" class="about"></p></form>'
    passages = "".join(differing_passage(passage, f"p{n}") for n, passage in enumerate(evaluation.passages, 1))
    return f"{_LEGEND}{chosen}{passages}"
