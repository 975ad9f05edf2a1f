"""Places: which names are places, where they are, and where an act happens. All sentences are our own."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.analysis import Analysis, Token
from reportedly.coding.places import Places
from reportedly.coding.structure import Structure
from reportedly.gazetteer import open_gazetteer
from reportedly.language import Parser, load_model
from reportedly.records import Article, Place

PARSER = Parser(load_model())
PLACES = Places(open_gazetteer())


def analyse(text: str, outlet: str | None = None) -> Analysis:
    analysis = Analysis(Article(text=text, outlet=outlet))
    Structure()(analysis)
    PARSER(analysis)
    PLACES(analysis)
    return analysis


def places(text: str, outlet: str | None = None) -> list[Place]:
    return analyse(text, outlet).places


def head(analysis: Analysis, word: str) -> Token:
    return next(t for t in analysis.tokens if t.text == word)


# text, then "name country" of each place in order ("-": no country)
FOUND = [
    ("Fighting broke out in Mosul on Tuesday.", ["Mosul IRQ"]),
    ("Troops entered Aleppo, Syria, at dawn.", ["Aleppo SYR", "Syria SYR"]),
    ("A bomb exploded in Paris, Texas, police said.", ["Paris USA", "Texas USA"]),
    ("The minister flew to Paris for talks with his French counterpart.", ["Paris FRA"]),
    ("He was born in Athens, Georgia, in 1961.", ["Athens USA", "Georgia USA"]),
    ("Clashes spread across northern Iraq overnight.", ["northern Iraq IRQ"]),
    ("A convoy was hit in Diyala Province on Monday.", ["Diyala Province IRQ"]),
    ("Rockets were fired at Ain al-Asad on Friday.", ["Ain al-Asad IRQ"]),
    ("Two soldiers died at al-Tanf in Syria.", ["al-Tanf SYR", "Syria SYR"]),
    ("Shelling continued in Donbas and Crimea.", ["Donbas UKR", "Crimea UKR"]),
    ("Aid trucks crossed into the Gaza Strip.", ["Gaza Strip PSE"]),
    ("Settlers attacked a village in the West Bank.", ["West Bank PSE"]),
    ("Gunmen opened fire in Darfur, Sudan.", ["Darfur SDN", "Sudan SDN"]),
    ("The army withdrew from Tigray last week.", ["Tigray ETH"]),
    ("A tanker was seized in the Strait of Hormuz.", ["Strait of Hormuz -"]),
    ("The frigate shot down two drones over the Red Sea.", ["Red Sea -"]),
    ("Detainees remain at Guantanamo Bay.", ["Guantanamo Bay CUB"]),
    ("Israel bombed targets on the Golan Heights.", ["Israel ISR", "Golan Heights SYR"]),
    ("Rockets landed in the Green Zone in Baghdad.", ["Green Zone IRQ", "Baghdad IRQ"]),
    ("They met at the White House.", ["White House USA"]),
    ("Rebels bombed Khan Younis on Monday.", ["Khan Younis PSE"]),
    ("Jets pounded Kafr Nabel before dawn.", ["Kafr Nabel SYR"]),
    ("Troops shelled Zalingi for a third day.", ["Zalingi SDN"]),
    ("Fighters entered Jisr al-Shughour at noon.", ["Jisr al-Shughour SYR"]),
    ("The siege of Qusair lasted three weeks.", ["Qusair SYR"]),
    ("Guards captured Khan Mahmood on Monday.", []),
    ("The United States and the UAE signed a deal.", ["United States USA", "UAE ARE"]),
    ("The U.S. warned Iran.", ["U.S. USA", "Iran IRN"]),
    ("The US-led coalition left Syria.", ["US USA", "Syria SYR"]),
    ("Police in Austin, Tex., arrested a man.", ["Austin USA", "Tex USA"]),
    ("A court in Springfield (Illinois) convicted him.", ["Springfield USA", "Illinois USA"]),
    ("Militants stormed a town west of Damascus.", ["west of Damascus SYR"]),
    ("Protesters gathered in Harris County, Texas.", ["Harris County USA", "Texas USA"]),
    ("The president landed at Baghdad airport.", ["Baghdad airport IRQ"]),
    ("The Democratic Republic of the Congo expelled the envoy.", ["Democratic Republic of the Congo COD"]),
    ("Judges at The Hague issued a warrant.", ["The Hague NLD"]),
    ("Soldiers patrolled Kabul, Kandahar and Herat.", ["Kabul AFG", "Kandahar AFG", "Herat AFG"]),
    ("Fighters seized the village of Zzorbeh in Syria.", ["Zzorbeh -", "Syria SYR"]),
    ("Villagers fled to Deir ez-Zor, Syria.", ["Deir ez-Zor SYR", "Syria SYR"]),
    ("Police in Tripoli said Libya would hold a vote.", ["Tripoli LBY", "Libya LBY"]),
    ("Lebanon sent soldiers to Tripoli, and Lebanon reopened the port.", ["Lebanon LBN", "Tripoli LBN"]),
    ("New York Gov. Kathy Marsh vetoed the bill.", ["New York USA"]),
    ("Voters in Georgia, Armenia and Azerbaijan oppose it.", ["Georgia GEO", "Armenia ARM", "Azerbaijan AZE"]),
    ("Georgia, Alabama and Florida passed the law.", ["Georgia USA", "Alabama USA", "Florida USA"]),
    ("Iraq said Iraq would answer.", ["Iraq IRQ"]),
]

# text with no place in it
NOT_FOUND = [
    "Paris Hilton praised the singer, her manager said.",
    "The New York Times reported the story.",
    "The Bank of Baghdad raised its rates.",
    "Mr. Houston refused to answer.",
    "They told us that nobody would help us.",
    "The meeting may happen in May or in March.",
    "Hamas and Hezbollah rejected the plan.",
    "NATO and the EU agreed to talk.",
    "The Washington Post published the letter.",
    "Facebook and Google appealed.",
    "He read the Bible on Sunday.",
    "The White House said talks would go on.",
    "The Kremlin denied the report.",
    "President Bush vetoed the bill.",
    "Sharia courts convicted three men.",
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_place_names_are_found_and_resolved(text: str, expected: list[str]) -> None:
    assert [f"{p.name} {p.country or '-'}" for p in places(text)] == expected


@pytest.mark.parametrize("text", NOT_FOUND)
def test_names_of_others_are_no_places(text: str) -> None:
    assert [p.name for p in places(text)] == []


def test_a_nationality_is_no_place() -> None:
    finder = Places(open_gazetteer(), adjectives={"iraqi": "IRQ", "french": "FRA"})
    analysis = analyse("French and Iraqi officers met.")
    finder(analysis)
    assert analysis.places == []


def test_a_nationality_is_context_for_other_names() -> None:
    finder = Places(open_gazetteer(), adjectives={"lebanese": "LBN"})
    analysis = analyse("Lebanese troops and Lebanese police entered Tripoli.")
    finder(analysis)
    assert [p.country for p in analysis.places] == ["LBN"]


@pytest.mark.parametrize(("line", "name", "country"), [
    ("BAGHDAD (Reuters) - Two men were shot on Monday.", "BAGHDAD", "IRQ"),
    ("NAIROBI, Kenya (AP) _ Two men were shot on Monday.", "NAIROBI", "KEN"),
])  # fmt: skip
def test_a_dateline_names_a_place(line: str, name: str, country: str) -> None:
    found = places(f"Two men shot\n{line}\nThe search went on.")
    assert (found[0].name, found[0].country) == (name, country)


def test_one_place_with_all_its_mentions_under_its_longest_name() -> None:
    found = places("The UN warned Anbar. Troops entered Anbar province. Iraq sent police to Anbar.")
    anbar = next(p for p in found if "Anbar" in p.name)
    assert anbar.name == "Anbar province" and len(anbar.mentions) == 3 and anbar.precision == "province"


def test_a_part_of_a_country_is_a_place_of_its_own() -> None:
    found = places("Iraq sent troops to northern Iraq.")
    assert [(p.id, p.name, p.precision, p.gazetteer) for p in found] == [
        ("p1", "Iraq", "country", "geonames:99237"),
        ("p2", "northern Iraq", "region", "geonames:99237"),
    ]


def test_a_country_has_its_middle_and_not_its_capital() -> None:
    (turkey,) = places("The quake shook Turkey.")
    assert (turkey.lat, turkey.lon) == (39.0, 35.0)


def test_an_unknown_place_takes_the_place_it_is_said_to_lie_in() -> None:
    found = places("Shells fell on the village of Zzorbeh in Diyala province, Iraq.")
    assert (found[0].name, found[0].country, found[0].precision) == ("Zzorbeh", "IRQ", "province")


def test_a_place_unknown_and_without_surroundings_stays_unresolved() -> None:
    (place,) = places("Shells fell on the village of Zzorbeh.")
    assert place.name == "Zzorbeh" and place.lat is None and place.gazetteer is None and place.precision is None


def test_the_outlets_country_is_a_weak_hint() -> None:
    text = "Police in Newcastle charged two men."
    assert places(text, "www.example.co.uk")[0].country == "GBR"
    assert places(text, "www.example.com.au")[0].country == "AUS"
    assert places("Police in Paris charged two men.", "www.example.ca")[0].country == "FRA"


ACTS = [
    ("Militants bombed a market in Baghdad, Iraq.", "bombed", "Baghdad"),
    ("The army launched an offensive in Idlib.", "offensive", "Idlib"),
    ("The Mosul offensive began in October.", "offensive", "Mosul"),
    ("Rebels shelled Aleppo.", "shelled", "Aleppo"),
    ("Fighters carried out an attack near Kirkuk.", "attack", "Kirkuk"),
    ("The troops left Iraq.", "left", "Iraq"),
    ("The siege of Kobani lasted months.", "siege", "Kobani"),
    ("They announced the withdrawal of troops from Syria.", "withdrawal", "Syria"),
    ("An attack on Raqqa killed ten people.", "attack", "Raqqa"),
    ("The president visited Kabul.", "visited", "Kabul"),
    ("The US attacked Iran.", "attacked", None),
    ("Russia imposed sanctions on Ukraine.", "sanctions", None),
    ("Germany gave arms to Ukraine.", "gave", None),
    ("Iran sent fighters to Syria.", "sent", "Syria"),
    ("Iranian officials condemned the US strikes.", "strikes", None),
    ("Officials from Iraq met the envoy.", "met", None),
]


@pytest.mark.parametrize(("text", "word", "expected"), ACTS)
def test_the_place_of_an_act_comes_from_its_own_words(text: str, word: str, expected: str | None) -> None:
    analysis = analyse(text)
    place = PLACES.of_acts(analysis).search(head(analysis, word))
    assert (place.name if place else None) == expected


NAMES = st.sampled_from(
    "Baghdad|Paris, Texas|the U.S.|northern Iraq|al-Hasakah|Deir ez-Zor|Mr. Jordan|US-led|“Gaza”|São Paulo|Bank of Baghdad|Ky.|the River Nile|Zzorbeh|NEW YORK".split("|")
)
WORDS = st.sampled_from("said in from and , attacked of near - ( ) 's the 12 on to \n . \u201d".split(" "))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(NAMES, WORDS), max_size=14))
def test_spans_lie_in_the_text_apart_and_show_a_name(parts: list[str]) -> None:
    text = " ".join(parts)
    if not text.strip():
        return
    found = places(text)
    spans = sorted(span for p in found for span in p.mentions)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    assert [p.id for p in found] == [f"p{n}" for n in range(1, len(found) + 1)]
    assert [p.mentions[0] for p in found] == sorted(p.mentions[0] for p in found)
    for p in found:
        assert p.name in {" ".join(text[start:end].split()) for start, end in p.mentions}
        assert (p.lat is None) == (p.lon is None) == (p.gazetteer is None)


def test_the_same_text_gives_the_same_places_whatever_was_coded_before() -> None:
    text = "Two men were shot in Springfield, Ohio. Springfield police are looking for a third."
    first = places(text)
    places("Kenya and Springfield (Missouri) are far from Cambridge, Massachusetts.")
    assert places(text) == first
