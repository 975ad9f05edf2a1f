"""Striking back: whom an answer in kind hits, which is whoever struck before: "rebels shelled the post. The army [returned fire]"."""

from __future__ import annotations

from reportedly.analysis import Draft
from reportedly.coding.grammar.syntax import is_verb
from reportedly.lexicons.word_lists import word_list

_ANSWERING = word_list("striking_back.verbs")
_BACK = frozenset({"fight", "hit", "strike", "shoot", "fire"})
_LOOKED_BACK = 2  # sentences


def lend_struck_back(answer: Draft, before: list[Draft]) -> None:
    """Give an answer in kind that names nobody those whose blow was told just before."""
    if answer.type != "ASSAULT" or answer.recipients or answer.status == "denied" or not is_verb(answer.head) or not _is_answer(answer):
        return
    blows = [d for d in before if d.type == "ASSAULT" and 0 <= answer.head.sent.i - d.head.sent.i <= _LOOKED_BACK and d.actors and d.status == "actual" and not set(map(id, d.actors)) & set(map(id, answer.actors))]
    if blows:
        answer.lend("recipients", blows[-1].actors, f"whose {blows[-1].head.text} it answers", blows[-1].head.span)


def _is_answer(draft: Draft) -> bool:
    """Whether a verb says that a blow is returned: "retaliated", "returned fire", "fought back"."""
    lemma = draft.head.lemma
    if lemma == "return":
        return any(w.lemma in ("fire", "gunfire") for w in draft.words[1:])
    return lemma in _ANSWERING or (lemma in _BACK and any(c.lower == "back" for c in draft.head.children))
