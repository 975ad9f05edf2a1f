"""What the items of a list mean under the line that leads to them: "The council urged both sides to: - Release all prisoners - Lift the siege"."""

from __future__ import annotations

from reportedly.analysis import Analysis, Draft, Mention, Sentence, Token
from reportedly.coding.grammar.syntax import climb_partitive, is_verb

_ASKED, _MEANT = frozenset({"must", "should"}), frozenset({"will", "shall"})
_STATUS = {"REQUEST": "demanded", "AGREE": "future"}


def read_items(analysis: Analysis) -> None:
    """Give the acts that items of lists tell of the doer and the status that the line before the list gives them all."""
    lead: Sentence | None = None
    leads: dict[int, Sentence] = {}
    for block in analysis.blocks:
        if block.kind == "list":
            leads |= {s.i: lead for s in block.sentences if lead is not None}
        elif block.sentences:
            last = block.sentences[-1]
            lead = last if last.tokens[-1].text == ":" and len(last.tokens) > 2 else None
    if not leads:
        return
    for draft in analysis.events:
        if (before := leads.get(draft.head.sent.i)) is not None and _is_main(draft):
            _lead_to(analysis, draft, before)


def _is_main(draft: Draft) -> bool:
    """Whether an act is what an item says, and not told of in it: "[Release] all prisoners", "the [release] of all prisoners"."""
    head = draft.head
    if not is_verb(head) and climb_partitive(head) is not head:
        return False
    if is_verb(head) and head.child("nsubj", "nsubjpass") is not None:
        return False
    return head.dep == "ROOT" or (head.dep == "conj" and head.head.dep == "ROOT" and head.head.child("nsubj", "nsubjpass") is None)


def _lead_to(analysis: Analysis, item: Draft, lead: Sentence) -> None:
    outer = next((d for d in reversed(analysis.events) if d.head.sent is lead and d.type in _STATUS), None)
    last = lead.tokens[-2]
    named = _named_last(analysis, lead, last)
    parties = list(named.entities) if named is not None else []
    if outer is not None:
        if outer.type == "REQUEST" and not outer.recipients and parties and parties != outer.actors:
            outer.lend("recipients", parties, "named before a list of what is asked", named.span if named is not None else None)
        parties = outer.recipients if outer.type == "REQUEST" else outer.actors
        _set_status(item, _STATUS[outer.type], outer.head)
        item.inside = item.inside or outer
    elif last.lower in _ASKED | _MEANT:
        _set_status(item, "demanded" if last.lower in _ASKED else "future", last)
    elif named is None or named.last != last.i:
        return
    if not item.actors and is_verb(item.head) and (found := [e for e in parties if e not in item.recipients]):
        item.lend("actors", found, "who is named before the list", (outer.head if outer is not None else last).span)


def _named_last(analysis: Analysis, lead: Sentence, last: Token) -> Mention | None:
    """Return the actor that a line names last before its colon, or before the verb it breaks off with."""
    for i in range(last.i, max(lead.tokens[0].i, last.i - 3) - 1, -1):
        if (mention := analysis.mention_at.get(i)) is not None and mention.entities:
            return mention
    return None


def _set_status(item: Draft, status: str, by: Token) -> None:
    if item.status in ("actual", "future", "demanded") and item.status != status:
        item.status = status
        item.because("status", f"as the {by.text} before the list", by.span)
