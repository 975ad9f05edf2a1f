"""From scored pairs to incidents: the pairs that fit best are joined first, and never against what rules it out.

A pure function of the reports and their scored pairs, in a canonical order; arrival plays no part.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

Score = Callable[[str, str], float | None]

AGREEING = 1.2  # mean score of all pairs between two groups from which they may be joined
RULED_OUT = -3.0  # what a pair that cannot be one counts in that mean
SAMPLE = 12  # members of a large group that stand for it


def components(nodes: Iterable[str], edges: Iterable[tuple[str, str]]) -> list[list[str]]:
    """Return the connected components, each sorted, in the order of their first members."""
    parent = {n: n for n in nodes}

    def find(n: str) -> str:
        while parent[n] != n:
            parent[n] = parent[parent[n]]
            n = parent[n]
        return n

    for a, b in edges:
        one, other = sorted((find(a), find(b)))
        parent[other] = one
    groups: dict[str, list[str]] = {}
    for n in sorted(parent):
        groups.setdefault(find(n), []).append(n)
    return list(groups.values())


def cluster(nodes: Iterable[str], edges: Mapping[tuple[str, str], float], score: Score) -> list[list[str]]:
    """Return the groups of one component, each sorted. ``edges``: pairs worth joining with their scores; ``score``: any pair's, None when ruled out."""
    group_of = {n: [n] for n in sorted(nodes)}
    for (a, b), _ in sorted(edges.items(), key=lambda item: (-item[1], item[0])):
        one, other = group_of[a], group_of[b]
        if one is other or not _agree(one, other, score):
            continue
        one.extend(other)
        one.sort()
        for n in other:
            group_of[n] = one
    return sorted({id(g): g for g in group_of.values()}.values())


def _agree(one: list[str], other: list[str], score: Score) -> bool:
    total = count = 0.0
    for a in _sample(one):
        for b in _sample(other):
            found = score(*sorted((a, b)))
            total += RULED_OUT if found is None else found
            count += 1
    return total / count >= AGREEING


def _sample(group: list[str]) -> list[str]:
    """Return members spread evenly over a sorted group: all of a small one."""
    return group if len(group) <= SAMPLE else [group[i * len(group) // SAMPLE] for i in range(SAMPLE)]
