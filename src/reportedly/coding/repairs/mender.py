"""Menders: what mends a shape of the parse, which tokens it could mend, and the order in which all are tried; for repair.py and the rooms beside it.

To add one, write a function that mends a token in place, and add a row for it to ``menders`` of its module.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import NamedTuple

from reportedly.analysis import Token

_Some = str | Collection[str]  # words parted by spaces, or a set of them


class Known(NamedTuple):
    """What the lexicons know of a word."""

    is_body: Callable[[str], bool]  # whether a noun is somebody who acts
    is_actor: Callable[[str], bool]  # whether a noun is one of the lexicon of actors
    is_person: Callable[[str], bool]
    is_adjective: Callable[[str], bool]  # whether a word is a nation's
    is_state: Callable[[str], bool]
    is_first_name: Callable[[str], bool]
    is_noun: Callable[[str], bool]  # whether it is a noun of the lexicons
    names_act: Callable[[str], bool]  # whether a noun of the lexicon is an act
    is_act: Callable[[str], bool]  # the same, or the form in "-ing" of a verb that acts on somebody
    is_verb: Callable[[str], bool]
    takes_object: Callable[[str], bool]  # whether a verb acts on somebody
    names_object: Callable[[str], bool]  # whether a verb acts on somebody or something
    acts_alone: Callable[[str], bool]
    has_object: Callable[[str, str], bool]  # whether some line of a verb has a word for its object
    act_of: Callable[[str], str | None]  # the verb whose form in "-ed" or "-ing" a word is
    act_on: Callable[[str], str | None]  # the same, where it acts on somebody


class Mender:
    """A function that mends a token, and which tokens reach it: those with one of the dependencies, tags, parts of speech, words and lemmas; whichever is not given may be any.

    ``when`` is what must hold of them besides. ``among``: whether the function is handed the tokens of the article, too.
    """

    def __init__(self, mend: Callable[..., object], *, deps: _Some = (), tags: _Some = (), parts: _Some = (), words: _Some = (), lemmas: _Some = (), when: Callable[[Token], bool] | None = None, among: bool = False) -> None:
        self.mend, self.when, self.among = mend, when, among
        self.deps, self.tags, self.parts, self.words, self.lemmas = (frozenset(some.split() if isinstance(some, str) else some) for some in (deps, tags, parts, words, lemmas))

    def could_mend(self, part: str, tag: str, dep: str, word: str) -> bool:
        """Say whether tokens of this shape may reach the mender."""
        return (not self.deps or dep in self.deps) and (not self.tags or tag in self.tags) and (not self.parts or part in self.parts) and (not self.words or word in self.words)


class Choice:
    """Menders of which a token reaches only the first that it fits."""

    def __init__(self, *menders: Mender) -> None:
        self.menders = menders


Step = Mender | Choice
_Planned = tuple[int, Callable[..., object], frozenset[str], Callable[[Token], bool] | None, bool]  # the place in the order, and what a mender says


class Menders:
    """All menders in their order. Which of them a token could need is looked up by its part of speech, tag, dependency and, where one asks for it, its word, and remembered."""

    def __init__(self, steps: Iterable[Step]) -> None:
        self._rows = [(place, mender) for place, step in enumerate(steps) for mender in (step.menders if isinstance(step, Choice) else (step,))]
        self._words = frozenset(word for _, mender in self._rows for word in mender.words)
        self._plans: dict[tuple[str, str, str, str], list[_Planned]] = {}

    def __call__(self, token: Token, tokens: Sequence[Token]) -> None:
        """Mend a token. Once a mender has made it something else, those behind it in the order are chosen anew."""
        done = -1
        while True:
            shape = part, tag, dep, _ = token.pos, token.tag, token.dep, token.lower if token.lower in self._words else ""
            plan = self._plans.get(shape)
            if plan is None:
                plan = self._plans[shape] = self._plan(shape)
            for place, mend, lemmas, when, among in plan:
                if place <= done or (lemmas and token.lemma not in lemmas) or (when is not None and not when(token)):
                    continue
                done = place
                mend(token, tokens) if among else mend(token)
                if token.dep != dep or token.tag != tag or token.pos != part:
                    break
            else:
                return

    def _plan(self, shape: tuple[str, str, str, str]) -> list[_Planned]:
        return [(place, mender.mend, mender.lemmas, mender.when, mender.among) for place, mender in self._rows if mender.could_mend(*shape)]
