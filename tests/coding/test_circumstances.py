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
    ("Militants were driven out of Tel Kharuba on Friday.", "driven out", "Tel Kharuba"),
    ("Herders drove the bandits out of the Gourma hills, killing two.", "killing", "Gourma"),
    ("The Siege of Vardesk was fought between the army and the rebels.", "fought", None),
    # further from the act: stages, plights, owners, what is kept from happening
    ("The marines were taken prisoner at the start of the siege of Mariupol.", "taken prisoner", "Mariupol"),
    ("The army besieged Gao, whose garrison surrendered after a week.", "surrendered", "Gao"),
    ("Crews airdropped food to villages cut off by floods in Sindh.", "airdropped", "Sindh"),
    ("The militia blocked convoys from reaching families in Kadugli.", "blocked", "Kadugli"),
    ("Troops burned huts and beat farmers during raids in Kachin State.", "beat", "Kachin State"),
    ("Dockers in Ghana called off a strike on Saturday.", "called off", "Ghana"),
    ("Two hundred commandos sailed to Vladivostok.", "sailed", "Vladivostok"),
    # where the name hangs on something else
    ("Missile crews struck the freighter Orion Bay in the Gulf of Aden.", "struck", "Gulf of Aden"),
    ("The editor was jailed for nine months in Harare.", "jailed", "Harare"),
    ("The editor was jailed for nine months in May.", "jailed", None),
    ("Police stormed the courtyards of the Al-Aqsa Mosque.", "stormed", "Al-Aqsa Mosque"),
    ("Looters burned shops in and around Kano.", "burned", "Kano"),
    ("The king will host the president in Rabat on Friday.", "host", "Rabat"),
    ("The king met the ambassador in Rabat's palace to Chad on Friday.", "met", None),
    # towns that no list knows
    ("The general was detained by marines at Barghuz in 2019.", "detained", "Barghuz"),
    ("The brigade seized the checkpoint at Godwa after a gunfight.", "seized", "Godwa"),
    ("The envoy met analysts at Brennar on Monday.", "met", None),
    ("Gunmen killed nine people in the village of Moura, in central Mali.", "killed", "Moura"),
    # whose land it is, where they come from, where they go
    ("Police in Fiji have arrested two pilots.", "arrested", None),
    ("Police in Suva have arrested two pilots.", "arrested", "Suva"),
    ("Agents arrested two brothers from Herat.", "arrested", None),
    ("Gunmen kidnapped two brothers from Herat.", "kidnapped", "Herat"),
    ("The rebels withdrew to Menaka in July.", "withdrew", None),
    ("The rebels withdrew from Menaka in July.", "withdrew", "Menaka"),
    ("The mission had deployed helicopters and was sheltering refugees at its camp in Bossaso.", "deployed", None),
    # said by what it was, at its moment, by what was done
    ("The siege of Tel Amran was an engagement fought in 2015 between the army and the rebels.", "fought", "Tel Amran"),
    ("Its first attack was a bombing outside a bank in Homs.", "attack", "Homs"),
    ("The mayor was shot dead by gunmen while leaving a mosque in Taiz.", "shot dead", "Taiz"),
    ("Tokyo condemned the dispatch of North Korean soldiers to Kursk.", "dispatch", "Kursk"),
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
    # between subject and verb
    ("The navy on Sunday seized two trawlers near Dakar.", "seized", "2024-05-12"),
    # what happened as the main act did, or right before
    ("Gangs burned a market on Sunday after police shot a trader.", "shot", None),
    ("The raid failed on Sunday when rebels shot down a helicopter.", "shot down", "2024-05-12"),
    ("Gangs burned a market on Sunday after six people had been shot by police.", "shot", None),
    ("The fighting began on 4 March when a patrol opened fire on a bus, wounding three.", "wounding", "2024-03-04"),
    ("Kenya on Monday condemned the killing last week of nine nurses.", "killing", "2024-05-06"),
    ("Kenya on Monday condemned the killing last week of nine nurses.", "condemned", "2024-05-13"),
    # what came before, and where it ends, is no day of the act
    ("The general was freed on Monday after accusing the king of treason.", "accusing", None),
    ("The state has banned all marches until the end of June.", "banned", None),
    # a verb in the present voices now what happened then
    ("We condemn the shelling of the clinic in Bria on Monday.", "condemn", None),
    ("We condemn the shelling of the clinic in Bria on Monday.", "shelling", "2024-05-13"),
    ("The envoy condemned the shelling of the clinic on Monday.", "condemned", "2024-05-13"),
    # aims have a day to come; a year gone by is that of the promise
    ("The two states agreed to restore diplomatic ties in 2011.", "agreed", "2011-01-01"),
    ("The two states agreed to restore diplomatic ties in 2011.", "restore", None),
    ("The two states agreed to restore diplomatic ties in June.", "restore", "2024-06-01"),
    ("The guild offered to host talks before the end of the year.", "offered", None),
    # what is told of a party is older, unless the story goes on with it
    ("The truce, which Qatar mediated, expires on 15 June.", "mediated", None),
    ("Troops were ambushed on 4 May by rebels, who captured forty of them.", "captured", "2024-05-04"),
    ("Police arrested a man on Monday who had stabbed a judge.", "stabbed", None),
    ("In May rebels shot dead a teacher, and they have extorted money from traders.", "extorted", None),
    ("The clashes were a series of raids that took place in March 2009.", "raids", "2009-03-01"),
    ("He was kidnapped and beheaded in 2021.", "kidnapped", "2021-01-01"),
    ("On Friday the guild rejected the offer that the mine made.", "offer", None),
    ("A clearance operation in the valley on Monday led to the rescue of 23 captives.", "rescue", "2024-05-13"),
    ("The minister invited both sides to Lima for talks on Saturday.", "talks", "2024-05-18"),
    ("Nine herders were killed in weekend clashes between farmers and nomads.", "clashes", "2024-05-11"),
    ("Police broke up a May Day rally in Lima.", "rally", "2024-05-01"),
]


@pytest.mark.parametrize(("text", "words", "day"), DAYS)
def test_day_of_an_act(coder: Coder, text: str, words: str, day: str | None) -> None:
    coded = coder(text, published="2024-05-16")
    starts = {t.id: t.start for t in coded.times}
    assert [starts.get(e.time or "") for e in coded.events if words in text[slice(*e.trigger)]] == [day]


# text, the act's words, the days it fills
SPANS = [
    ("At least 12 herders have been killed since Sunday.", "killed", ("2024-05-12", "2024-05-16")),
    ("Since January the army has arrested 300 students, closing two campuses.", "closing", ("2024-01-01", "2024-05-16")),
    ("Since the coup in 2019, the army has killed 300 students.", "killed", ("2019-01-01", "2024-05-16")),
    ("The rebels killed nine herders since Sunday.", "killed", ("2024-05-12", "2024-05-12")),
    ("The rebels killed nine herders between December and February.", "killed", ("2023-12-01", "2024-02-29")),
    ("The rebels attacked the port from May to July 2019.", "attacked", ("2019-05-01", "2019-07-31")),
    ("The rebels attacked the port in May and left in July 2019.", "attacked", ("2024-05-01", "2024-05-31")),
    ("The rebels promised to free the hostages by the end of the month.", "free", ("2024-05-16", "2024-05-31")),
]


@pytest.mark.parametrize(("text", "words", "days"), SPANS)
def test_days_an_act_fills(coder: Coder, text: str, words: str, days: tuple[str, str]) -> None:
    coded = coder(text, published="2024-05-16")
    found = {t.id: (t.start, t.end) for t in coded.times}
    assert [found.get(e.time or "") for e in coded.events if words in text[slice(*e.trigger)]] == [days]
    assert [t.id for t in coded.times] == [f"t{n}" for n in range(1, len(coded.times) + 1)]
