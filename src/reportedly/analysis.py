"""What one article looks like while it is being coded: tokens, parse, and the layers made so far.

Components read and write this one object; it never leaves the coder. Tokens are our own light objects, not spaCy's:
heads can be mended, tests can build them by hand, and attribute access costs nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from reportedly.records import Article, Evidence, Framing, Place, Span, Time, Toll

if TYPE_CHECKING:
    from reportedly.lexicons import Entry
    from reportedly.lexicons.predicates import Predicate

BlockKind = Literal["headline", "dateline", "byline", "caption", "paragraph", "list", "date", "label"]  # "date": what an entry of a chronology begins with; "label": who speaks in a transcript


class Token:
    """One word with its parse; ``start``/``end`` are offsets into the article's text."""

    __slots__ = ("children", "dep", "end", "ent", "head", "i", "lemma", "lower", "pos", "sent", "start", "tag", "text")

    def __init__(self, i: int, text: str, start: int, *, lemma: str = "", pos: str = "X", tag: str = "", dep: str = "dep") -> None:
        self.i, self.text, self.lower, self.start, self.end = i, text, text.lower(), start, start + len(text)
        self.lemma, self.pos, self.tag, self.dep = lemma or self.lower, pos, tag, dep
        self.head: Token = self
        self.children: list[Token] = []  # in text order
        self.ent: Ent | None = None  # the named entity the model put this token in
        self.sent: Sentence

    def __repr__(self) -> str:
        return f"<{self.i} {self.text} {self.tag} {self.dep}>{self.head.text}"

    @property
    def span(self) -> Span:
        return self.start, self.end

    def subtree(self) -> list[Token]:
        """Return this token and everything below it, in text order."""
        out, stack = [], [self]
        while stack:
            token = stack.pop()
            out.append(token)
            stack.extend(token.children)
        out.sort(key=_index)
        return out

    def child(self, *deps: str) -> Token | None:
        """Return the first child with one of these dependencies."""
        for token in self.children:
            if token.dep in deps:
                return token
        return None

    def reattach(self, head: Token, dep: str) -> None:
        """Hang this token under another head (a parse repair). One that hangs below it takes its place first, for a parse without a root is walked for ever."""
        if self.children and self is not head and self._is_above(head):
            if self.head is self:
                head._hang(head, "ROOT")
            else:
                head._hang(self.head, head.dep)
        self._hang(head, dep)

    def _hang(self, head: Token, dep: str) -> None:
        if self.head is not self and self in self.head.children:
            self.head.children.remove(self)
        self.head, self.dep = head, dep
        if head is not self:
            head.children.append(self)
            head.children.sort(key=_index)

    def _is_above(self, token: Token) -> bool:
        while token.head is not token:
            token = token.head
            if token is self:
                return True
        return False

    def become_root(self) -> None:
        """Take the place of the root this token hangs under, with all that hangs there behind it (a parse repair)."""
        root = self.head
        self.reattach(self, "ROOT")
        root.give_after(self)

    def give_before(self, heir: Token, *deps: str) -> None:
        """Hang what hangs here and stands before another word on that one; only what hangs by these dependencies, where any are given (a parse repair)."""
        self._give(heir, deps, lambda child: child.i < heir.i)

    def give_after(self, heir: Token, *deps: str) -> None:
        """Hang what hangs here and stands behind another word on that one; only what hangs by these dependencies, where any are given (a parse repair)."""
        self._give(heir, deps, lambda child: child.i > heir.i)

    def _give(self, heir: Token, deps: tuple[str, ...], goes: Callable[[Token], bool]) -> None:
        for child in [c for c in self.children if goes(c) and (not deps or c.dep in deps)]:
            child.reattach(heir, child.dep)


def _index(token: Token) -> int:
    return token.i


@dataclass(slots=True, eq=False)
class Ent:
    """A named entity of the language model: tokens ``[first, last]`` (indices into Analysis.tokens) and label."""

    first: int
    last: int
    label: str


@dataclass(slots=True, eq=False)
class Sentence:
    i: int
    tokens: list[Token]
    block: Block
    mentions: list[Mention] = field(default_factory=list)
    walked: list[Mention] = field(default_factory=list)  # the mentions in the order in which those after the sentence walk back through them

    _words: frozenset[str] | None = None

    @property
    def words(self) -> frozenset[str]:
        """Every word and base form, in small letters; not to be asked for before the parse is mended."""
        if self._words is None:
            self._words = frozenset({w for t in self.tokens for w in (t.lower, t.lemma.lower())})
        return self._words

    @property
    def root(self) -> Token:
        return next((t for t in self.tokens if t.head is t), self.tokens[0])

    @property
    def span(self) -> Span:
        return self.tokens[0].start, self.tokens[-1].end


@dataclass(slots=True, eq=False)
class Block:
    """A stretch of the article that hangs together: a paragraph, the headline, a caption."""

    kind: BlockKind
    start: int
    end: int
    sentences: list[Sentence] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Mention:
    """Words that denote an actor: a name, a description or a pronoun. ``head`` is its syntactic head."""

    first: int  # token indices, both inclusive
    last: int
    head: Token
    kind: Literal["name", "description", "pronoun"]
    entities: list[Entity] = field(default_factory=list)  # several for "they", "both countries"
    name: str = ""  # what the words call it, cleaned: no article, no possessive, no clause
    entry: Entry | None = None  # the lexicon entry that knows the name
    person: bool | None = None  # True a person, False a group, None unknown
    plural: bool = False
    people: bool = False  # several persons, who are a group together ("advisers", "the Congolese")
    role: str | None = None
    affiliation: str | None = None
    country: str | None = None
    sector: str | None = None
    rule: str = ""
    span: Span = (0, 0)  # characters of the mention proper (name without title)
    gender: str | None = None  # he or she, by the first name
    apposed: Mention | None = None  # the name this description stands beside ("the spokesman, Yahya Rasool")

    @property
    def entity(self) -> Entity | None:
        """Return the one actor meant, the first of several."""
        return self.entities[0] if self.entities else None


@dataclass(slots=True, eq=False)
class Entity:
    """An actor while it is being put together from its mentions."""

    mentions: list[Mention] = field(default_factory=list)
    aliases: set[str] = field(default_factory=set)  # further names, which never become the one it goes by ("also known as Abu Omar")
    name: str = ""
    person: bool = False
    country: str | None = None
    sector: str | None = None
    role: str | None = None
    affiliation: str | None = None
    entry: Entry | None = None
    evidence: list[Evidence] = field(default_factory=list)
    id: str = ""


@dataclass(slots=True, eq=False)
class Quotation:
    """A stretch between quotation marks: character offsets of the inside, ``open`` when no closing mark was found."""

    start: int
    end: int
    open: bool = False


@dataclass(slots=True, eq=False)
class Said:
    """A statement while coding: who says, by which cue, what. ``content`` is in characters."""

    speakers: list[Entity]
    speaker_spans: list[Span]
    cue: Span | None
    cue_tokens: list[Token]  # the cue's tokens, head first; empty for a block quotation
    content: Span
    kind: Literal["direct", "indirect", "mixed"]
    stance: str = "says"  # column `stance` of cues.tsv
    voice: bool = True  # False: what is said is presupposed, the article vouches for it ("condemned the attack")
    channel: Entity | None = None
    time: Time | None = None
    parent: Said | None = None
    evidence: list[Evidence] = field(default_factory=list)
    id: str = ""


@dataclass(slots=True, eq=False)
class Draft:
    """An event while coding. ``words`` are the trigger's tokens, head first."""

    words: list[Token]
    predicate: Predicate
    type: str
    mode: str | None
    actors: list[Entity] = field(default_factory=list)
    recipients: list[Entity] = field(default_factory=list)
    status: str = "actual"
    sources: list[Entity] = field(default_factory=list)
    said: Said | None = None
    inside: Draft | None = None  # the speech act in whose complement it stands ("refused to [withdraw]")
    takes_up: Draft | None = None  # the act told before that a bare noun names again ("the [exercise] will last a week")
    time: Time | None = None
    place: Place | None = None
    toll: list[Toll] = field(default_factory=list)
    incident: str | None = None
    code: str | None = None  # of the user's own codebook
    confidence: float = 0.5
    also: list[Token] = field(default_factory=list)  # verbs that only unfold this mention ("an attack that killed 13")
    evidence: list[Evidence] = field(default_factory=list)
    id: str = ""
    head: Token = field(init=False)

    def __post_init__(self) -> None:
        self.head = self.words[0]

    def because(self, field_: str, rule: str, span: Span | None = None, entry: str | None = None) -> None:
        """Note why a field got its value."""
        self.evidence.append(Evidence(field=field_, rule=rule, span=span, entry=entry))

    def lend(self, field_: str, parties: list[Entity], rule: str, span: Span | None = None, entry: str | None = None) -> None:
        """Give actors or recipients that the draft's own words do not name, with the reason instead of that for having none."""
        setattr(self, field_, list(parties))
        self.evidence = [e for e in self.evidence if not (e.field == field_ and e.rule.startswith("empty"))]
        self.because(field_, rule, span, entry)


@dataclass(slots=True, eq=False)
class Analysis:
    """One article on its way through the components; each fills the layers it declares."""

    article: Article
    blocks: list[Block] = field(default_factory=list)
    quotations: list[Quotation] = field(default_factory=list)
    tokens: list[Token] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    ents: list[Ent] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    mention_at: dict[int, Mention] = field(default_factory=dict)  # token index -> innermost mention whose head it is
    entities: list[Entity] = field(default_factory=list)
    statements: list[Said] = field(default_factory=list)
    times: list[Time] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    events: list[Draft] = field(default_factory=list)
    framing: list[Framing] = field(default_factory=list)
    _acts: tuple[list[Draft], int, dict[int, set[int]]] | None = None  # the events it was made of, how many, and heads by sentence

    def acts_in(self, sentence: Sentence) -> set[int]:
        """Return the indices of the words of a sentence that denote the events found so far."""
        if self._acts is None or self._acts[0] is not self.events or self._acts[1] != len(self.events):
            by_sentence: dict[int, set[int]] = {}
            for draft in self.events:
                by_sentence.setdefault(draft.head.sent.i, set()).add(draft.head.i)
            self._acts = self.events, len(self.events), by_sentence
        return self._acts[2].get(sentence.i, set())

    @property
    def text(self) -> str:
        return self.article.text

    def quotation_at(self, offset: int) -> Quotation | None:
        """Return the quotation that a character offset stands in, or None."""
        return next((q for q in self.quotations if q.start <= offset < q.end), None)

    def token_at(self, offset: int) -> Token | None:
        """Return the token that covers a character offset (binary search), or None."""
        low, high = 0, len(self.tokens)
        while low < high:
            mid = (low + high) // 2
            if self.tokens[mid].end <= offset:
                low = mid + 1
            else:
                high = mid
        if low < len(self.tokens) and self.tokens[low].start <= offset:
            return self.tokens[low]
        return None
