"""Sanctions: whom they hit where only what they are called after says so."""

from __future__ import annotations

from reportedly.analysis import Analysis, Draft
from reportedly.coding.acting.parties import is_where_or_whom


def lend_sanctioned(analysis: Analysis, draft: Draft) -> None:
    """Give sanctions the land they are called after: "the [Sudan] sanctions"."""
    if draft.type == "SANCTION" and not draft.recipients and (called := next((m for c in draft.head.children if (m := analysis.mention_at.get(c.i)) is not None and is_where_or_whom(m)), None)) is not None:
        draft.lend("recipients", called.entities, "called after it", called.span)
