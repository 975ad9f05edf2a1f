"""Names across articles: spellings of one name are one actor, surnames alone never are."""

from __future__ import annotations

import itertools
import random

import pytest

from reportedly.corpus.actors import block_keys, describe, designation_key, group_designations, keys_to_ask, same_actor
from reportedly.corpus.model import Party
from reportedly.corpus.names import full_names_match, group_names_match


def person(name: str, **more: str | None) -> Party:
    return Party(id="a1", name=name, kind="person", named=True, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Youssef al-Harby", "Yusuf Al-Harbi", True),
        ("Youssef al-Harby", "Yousef el-Harbi", True),
        ("Abdulqader al-Mutairi", "Abdul Qadir al-Mutayri", True),
        ("Mohammed Shia al-Sudani", "Mohamed Al-Soudani", True),
        ("Ramiro Quispe", "Ramiro Quispe Ugarte", True),
        ("Ali al-Sudani", "Mohammed al-Sudani", False),
        ("Youssef al-Harby", "Youssef al-Masri", False),
        ("al-Harby", "Youssef al-Harby", False),
        ("Nang Kham Ing", "Nang Mya Ing", False),
    ],
)
def test_full_names(one: str, other: str, same: bool) -> None:
    assert full_names_match(one, other) is same
    assert full_names_match(other, one) is same


def test_group_names() -> None:
    assert group_names_match("Al-Nujaba Movement", "Nujaba Movement")
    assert not group_names_match("Front for Change", "Front for Liberation")


def test_countries_keep_namesakes_apart() -> None:
    assert same_actor(person("Omar Hassan", country="SDN"), person("Omar Hassan", country="JOR")) is None


def test_two_offices_and_nothing_else_in_common_link_nobody() -> None:
    assert not same_actor(person("Omar Hassan", role="mayor"), person("Omar Hassan", role="surgeon"))


def groups(*parties: Party) -> set[frozenset[str]]:
    """Return the names of each actor made of these designations, whatever their order."""
    found = set()
    for seed in range(3):
        mixed = random.Random(seed).sample(parties, len(parties))
        keys = {designation_key(p): p for p in mixed}
        edges = {}
        for (a, one), (b, other) in itertools.combinations(sorted(keys.items()), 2):
            if score := same_actor(one, other):
                edges[a, b] = score
        found.add(frozenset(frozenset(f"{keys[k].name}/{keys[k].role}" for k in group) for group in group_designations(keys, edges)))
    assert len(found) == 1, "the order of arrival matters"
    return set(found.pop())


def test_a_surname_joins_the_one_that_has_its_role_and_country() -> None:
    full = person("Davit Beridze", role="interior minister", country="GEO")
    assert groups(full, person("Beridze", role="minister of the interior", country="GEO")) == {frozenset({"Davit Beridze/interior minister", "Beridze/minister of the interior"})}


@pytest.mark.parametrize("surname", [person("Beridze"), person("Beridze", country="GEO"), person("Beridze", role="striker", country="GEO"), person("Beridze", role="interior minister")])
def test_a_surname_alone_joins_nobody(surname: Party) -> None:
    assert len(groups(person("Davit Beridze", role="interior minister", country="GEO"), surname)) == 2


@pytest.mark.parametrize(("one", "identity"), [(person("Beridze"), False), (person("Beridze", role="minister"), False), (person("Beridze", country="GEO"), False), (person("Beridze", role="minister", country="GEO"), True), (person("Davit Beridze"), True)])
def test_a_surname_is_an_identity_only_with_role_and_country(one: Party, identity: bool) -> None:
    row = describe([one])
    assert row["named"] is identity
    assert row["actor"].startswith("~") is not identity


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (person("Davit Beridze"), person("Dawit Beridzé")),
        (person("Davit Beridze", role="minister", country="GEO"), person("Beridze", role="minister", country="GEO")),
        (person("Beridze", role="minister", country="GEO"), person("Béridzé", role="minister", country="GEO")),
        (person("Mohammed Shia al-Sudani", known="Mohammed Shia al-Sudani"), person("Mohamed al-Soudani")),
        (Party(id="a1", name="Golden Hills Front", kind="group", named=True), Party(id="a2", name="GHF", kind="group", named=True)),
    ],
)
def test_what_may_be_one_meets(one: Party, other: Party) -> None:
    assert set(keys_to_ask(block_keys(one))) & set(block_keys(other))
    assert set(keys_to_ask(block_keys(other))) & set(block_keys(one))


def test_a_surname_that_fits_two_joins_neither() -> None:
    ministers = [person(f"{first} Beridze", role="minister", country="GEO") for first in ("Davit", "Nino")]
    assert len(groups(*ministers, person("Beridze", role="minister", country="GEO"))) == 3
