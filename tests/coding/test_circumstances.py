"""Where and when an act took place when its own words do not say: clauses, errands, openings. All sentences are our own."""

from __future__ import annotations

import pytest

from reportedly.coder import Coder

# text, the act's words, its place
PLACES = [
    # the clause that tells more of an act or of a place
    ("Gunmen raided a market in Oran in which two traders were killed.", "killed", "Oran"),
    ("The army shelled a camp near Wau, where a nurse said six people were killed.", "killed", "Wau"),
    ("Chad condemned a raid in which two traders were killed.", "killed", None),
    # errands and aims
    ("The envoy travelled to Lima on Monday to meet the strikers.", "meet", "Lima"),
    ("The envoy arrived in Tashkent for talks with the rebels.", "talks", "Tashkent"),
    ("The envoy spoke in Lima of a plan to meet the strikers.", "meet", None),
    ("The premier visited Tashkent.", "visited", "Tashkent"),
    ("Troops launched an operation to capture Raqqa.", "operation", "Raqqa"),
    # what a sentence opens with
    ("In Toamasina, students burned a bus and pelted police with stones.", "pelted", "Toamasina"),
    ("In Toamasina, students marched until police dispersed them.", "dispersed", "Toamasina"),
    ("In Geneva, diplomats condemned the attack.", "attack", None),
    # where those who act are
    ("Dockers in Tema went on strike.", "went on strike", "Tema"),
    ("Dockers in Tema threatened to go on strike.", "go on strike", None),
    # lands named by nationality; near what no list knows
    ("A drone was shot down over Yemeni territory.", "shot down", "Yemeni territory"),
    ("Rebels attacked a convoy near Qasr Zubbar.", "attacked", "Qasr Zubbar"),
    ("Insurgents attacked two posts in Thailand's south.", "attacked", "Thailand's south"),
    ("Yemeni officials condemned the killing.", "killing", None),
    ("A court in Oran on Monday jailed the editor.", "jailed", "Oran"),
    ("A bank in Oran fined the editor.", "fined", None),
    ("Soldiers guarding the palace in Conakry exchanged fire with cadets.", "exchanged", "Conakry"),
    # acts that tell of one deed share its place
    ("Soldiers tortured villagers during operations in Kachin State.", "tortured", "Kachin State"),
    ("Nine traders were killed when gunmen raided a market in Sokoto.", "killed", "Sokoto"),
    ("Nurses were seized when gunmen stopped their car near Gossi.", "seized", "Gossi"),
    ("The raid hit the town of Qallaba in Saada province.", "raid", "Qallaba"),
    ("Militants killed four farmers and wounded six in Tindouf.", "killed", "Tindouf"),
    ("Rebels shelled Goma, and Chad condemned the raids in Bukavu.", "raids", "Bukavu"),
    ("More than 40 were wounded in bombings that targeted churches in Kandy.", "wounded", "Kandy"),
    # what follows on, and what is set in a place
    ("The guards met in Quito in May, when they traded insults with the strikers.", "met", "Quito"),
    ("Raiders looted shops in Beledweyne and beat the elders there.", "beat", "Beledweyne"),
    ("Nepal: Police fire at marchers\nNothing else is known of it.", "fire", "Nepal"),
    ("Jets struck what the army called hideouts in Khost.", "struck", "Khost"),
    ("The navy rescued 40 fishermen stranded near Socotra.", "rescued", "Socotra"),
    ("Rebels freed a pilot captured in Gao.", "freed", None),
    ("Talks between Mali and Niger, hosted by Togo in Lome, collapsed.", "Talks", "Lome"),
    ("Bolivia and Peru announced a meeting set to take place in Cusco.", "meeting", "Cusco"),
    # names no list knows, where only a place can stand
    ("Troops killed ten rebels in the Hamrin hills.", "killed", "Hamrin"),
    ("Ten miners were abducted in the Djugu territory.", "abducted", "Djugu territory"),
    ("The shelling of Hadr Qabil went on.", "shelling", "Hadr Qabil"),
    ("Chad condemned the shelling of Islamic State.", "shelling", None),
    # whose seat it is says nothing of where
    ("Moscow's shelling of the port went on.", "shelling", None),
    ("Crews airdropped food at the request of the government in Kathmandu.", "airdropped", None),
    ("Police in Lagos said US troops had been driven from the country by rebels.", "driven", None),
]


@pytest.mark.parametrize(("text", "words", "place"), PLACES)
def test_place_of_an_act(coder: Coder, text: str, words: str, place: str | None) -> None:
    coded = coder(text, published="2024-05-16")
    names = {p.id: p.name for p in coded.places}
    found = [names.get(e.place or "") for e in coded.events if words.split(maxsplit=1)[0] in text[slice(*e.trigger)]]
    assert found == [place], [(text[slice(*e.trigger)], e.place) for e in coded.events]


# text, the act's words, its first day
DAYS = [
    ("Ghana condemned the raid on Monday in Wau in which two guards were killed.", "killed", "2024-05-13"),
    ("The envoy flies to Cairo tomorrow to meet the generals.", "meet", "2024-05-17"),
    ("The court sentenced him on Monday for the murder of a nurse.", "murder", None),
    ("He was jailed on Monday for attacking a nurse.", "attacking", None),
    ("Kenya is cooperating with Chad and last year held talks with Niger.", "cooperating", None),
    ("Police condemned the arrest on Sunday of two editors.", "arrest", "2024-05-12"),
]


@pytest.mark.parametrize(("text", "words", "day"), DAYS)
def test_day_of_an_act(coder: Coder, text: str, words: str, day: str | None) -> None:
    coded = coder(text, published="2024-05-16")
    starts = {t.id: t.start for t in coded.times}
    assert [starts.get(e.time or "") for e in coded.events if words in text[slice(*e.trigger)]] == [day]
