"""What somebody asks of the incidents: filters, words, order, policy and page, as an address carries them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from starlette.datastructures import QueryParams

from reportedly.corpus.incidents import DEFAULT_POLICY
from reportedly.corpus.policies import POLICIES
from reportedly.corpus.selecting import FILTERS

ORDERS = {"latest": "latest first", "earliest": "earliest first", "reports": "most independent reports", "contested": "contested first"}
PAGE = 50
_LONGEST = 300  # characters of one value


@dataclass(frozen=True)
class Asked:
    """One question. ``filters`` are those of the corpus; ``words`` must all be in an incident or in a sentence of its claims."""

    filters: Mapping[str, str] = field(default_factory=dict)
    words: str = ""
    contested: bool = False
    order: str = "latest"
    policy: str = DEFAULT_POLICY
    page: int = 1

    def parameters(self, **changes: str) -> dict[str, str]:
        """Return the question as parameters of an address, without what is left at its default."""
        all_ = {
            "q": self.words, **self.filters, "contested": "1" if self.contested else "", "order": "" if self.order == "latest" else self.order,
            "policy": "" if self.policy == DEFAULT_POLICY else self.policy, "page": "" if self.page == 1 else str(self.page),
        }  # fmt: skip
        return {name: value for name, value in (all_ | changes).items() if value}

    def link(self, path: str = "/incidents", **changes: str) -> str:
        """Return an address that asks this, with changes; but for a change of the page it leads to the first."""
        parameters = self.parameters(**({"page": ""} | changes))
        return f"{path}?{QueryParams(parameters)}" if parameters else path

    def told(self) -> str:
        """Return the question as one line, for a citation."""
        return " ".join(f"{name}={value!r}" for name, value in self.parameters(page="", policy="").items()) or "all"


def read_asked(query: QueryParams) -> Asked:
    """Return what an address asks; what is unknown in it is left out."""
    values = {name: value.strip()[:_LONGEST] for name, value in query.items()}
    page = values.get("page", "1")
    return Asked(
        filters={name: values[name] for name in FILTERS if values.get(name)}, words=values.get("q", ""), contested=values.get("contested") == "1",
        order=values["order"] if values.get("order") in ORDERS else "latest", policy=values["policy"] if values.get("policy") in POLICIES else DEFAULT_POLICY,
        page=max(1, int(page[:6])) if page.isascii() and page.isdigit() else 1,
    )  # fmt: skip


@dataclass(frozen=True)
class Pages:
    """Which page of how many, and the way to the others."""

    asked: Asked
    total: int
    path: str = "/incidents"
    more: Mapping[str, str] = field(default_factory=dict)  # further parameters of the address

    @property
    def last(self) -> int:
        """Number of the last page."""
        return max(1, -(-self.total // PAGE))

    @property
    def number(self) -> int:
        """Number of this page."""
        return min(self.asked.page, self.last)

    @property
    def rows(self) -> slice:
        """The rows of this page."""
        return slice((self.number - 1) * PAGE, self.number * PAGE)

    def link(self, number: int) -> str:
        """Return the address of a page."""
        return self.asked.link(self.path, page=str(number), **self.more)
