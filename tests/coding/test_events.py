"""Events: short sentences of our own with everything the coder should find in them, near misses beside every hit."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportedly.records import CodedArticle

# sentence -> "type | actors | recipients | status | sources", one a line; none: no event
TABLE = {
    # passives, agents, coordination
    "Rebels attacked an army base near Goma.": "ASSAULT | Rebels | army base | actual |",
    "The base was attacked by rebels.": "ASSAULT | rebels | base | actual |",
    "Police arrested 40 protesters in Minsk on Sunday.": "COERCE | Police | protesters | actual |",
    "The judge was kidnapped by gunmen.": "ASSAULT | gunmen | judge | actual |",
    # polarity
    "The army did not attack the village.": "ASSAULT | army | village | denied |",
    "The general denied attacking the village.": "ASSAULT | general | village | denied | general",
    "The minister denied that troops had shelled the village.": "ASSAULT | troops | village | denied | minister",
    "The rebels have yet to withdraw from the town.": "RETREAT | rebels | | denied |",
    "It is not true that our forces bombed the school, the colonel said.": "ASSAULT | our forces | school | denied | colonel",
    # future, possible, conditional
    "The army is going to attack the rebels.": "ASSAULT | army | rebels | future |",
    "The foreign minister will visit Japan in March.": "CONSULT | foreign minister | | future |",
    "Kenya may expel the diplomats, a newspaper reported.": "SANCTION | Kenya | diplomats | hypothetical | newspaper",
    "The army was not able to retake the town.": "ASSAULT | army | | denied |",
    "The soldiers were able to leave the town.": "RETREAT | soldiers | | actual |",
    "If attacked, Iran will respond, its foreign minister said.": "ASSAULT | | Iran | hypothetical | foreign minister",
    # speech acts and what is said
    "Turkey was accused of planning to kill the exiled leader.": "ACCUSE | | Turkey | actual |\nASSAULT | Turkey | exiled leader | future |",
    "France threatened to expel the ambassador.": "THREATEN | France | ambassador | actual |\nSANCTION | France | ambassador | future | France",
    "The president accused the rebels of shelling the market.": "ACCUSE | president | rebels | actual |\nASSAULT | rebels | market | actual | president",
    "The bishop called for the withdrawal of foreign troops.": "REQUEST | bishop | | actual |\nRETREAT | foreign troops | | demanded | bishop",
    "A UN report found that rebels had attacked the town.": "ASSAULT | rebels | | actual | UN",
    "According to the governor, soldiers torched three houses.": "ASSAULT | soldiers | houses | actual | governor",
    "The mayor must release the prisoners, the bishop said.": "RETREAT | mayor | prisoners | demanded | bishop",
    # nominal events and light verbs
    "The army launched an attack on rebel positions.": "ASSAULT | army | rebel positions | actual |",
    "Egypt is set to host talks between Hamas and Israel.": "CONSULT | Hamas; Israel | | future |",
    "Soldiers fought a gun battle with rebels.": "ASSAULT | rebels; Soldiers | | actual |",
    "A drone strike hit a market in Tessit, a spokesman for the rebels said.": "ASSAULT | | market | actual | spokesman for the rebels",
    # what a word counts, whose words a text holds, what two nouns share, what help is for
    "The junta freed nine of the prisoners.": "RETREAT | junta | prisoners | actual |",
    "Parliament issued a statement condemning the governor.": "ACCUSE | Parliament | governor | actual |",
    "Ghana voiced its rejection and condemnation of the rebels.": "REJECT | Ghana | rebels | actual |\nACCUSE | Ghana | rebels | actual |",
    "Prosecutors charged the banker with stealing public money.": "ACCUSE | Prosecutors | banker | actual |",
    "The suspension of aid to Malawi by Norway ended.": "SANCTION | Norway | Malawi | actual |",
    "The miners wanted the governor to resign.": "RETREAT | governor | | demanded | miners",
    # one word, several senses
    "The senator made a stinging attack on the judges.": "ACCUSE | senator | judges | actual |",
    "Police launched an operation against the gang.": "COERCE | Police | gang | actual |",
    "Rwandan peacekeepers arrived in Bangui.": "AID | Rwandan peacekeepers | | actual |",
    "Fiji withdrew its peacekeepers from Lebanon.": "RETREAT | Fiji | | actual |",
    "Peru and Chile held a joint naval exercise.": "COOPERATE | Chile; Peru | | actual |",
    "Peru held a naval exercise.": "MOBILIZE | Peru | | actual |",
    "Riot police were deployed in the capital.": "MOBILIZE | Riot police | | actual |",
    "Thousands marched against the government.": "PROTEST | Thousands | government | actual |",
    "Ghana is responsible for the attack, Togo said.": "ASSAULT | Ghana | | actual | Togo",
    # near misses
    "Iran is capable of striking Israel.": "none",
    "The law is an attack on press freedom.": "none",
    "The airline suspended its operations.": "none",
    "Guests at the hotel booked rooms.": "none",
    "The tribes dispute the land.": "none",
    "The union struck a deal with the port operators.": "AGREE | union; port operators | | actual |",
    "The team beat the champions 2-1.": "none",
    "He died of a heart attack.": "none",
    "The company released its annual report.": "none",
    "The charity is based in Nairobi.": "none",
    "Firefighters fought the blaze for hours.": "none",
    "The strike was called off after the dockers' union met the minister.": "PROTEST | | | denied |\nCONSULT | dockers' union; minister | | actual |",
    "Police foiled a bomb attack on the embassy.": "any",
}


def _expected(text: str) -> list[tuple[str, set[str], set[str], str, set[str]]]:
    rows = []
    for line in text.split("\n"):
        type_, actors, recipients, status, sources = (part.strip() for part in line.split("|"))
        rows.append((type_, _names(actors), _names(recipients), status, _names(sources)))
    return sorted(rows, key=str)


def _names(cell: str) -> set[str]:
    return {name.strip().casefold() for name in cell.split(";") if name.strip()}


def _found(coded: CodedArticle) -> list[tuple[str, set[str], set[str], str, set[str]]]:
    names = {a.id: a.name.casefold() for a in coded.actors}

    def named(ids: tuple[str, ...]) -> set[str]:
        return {names[i] for i in ids}

    return sorted(((e.type, named(e.actors), named(e.recipients), e.status, named(e.sources)) for e in coded.events), key=str)


@pytest.mark.parametrize("sentence", [s for s, e in TABLE.items() if e not in ("none", "any")])
def test_codes_exactly_these_events(code: Callable[..., CodedArticle], sentence: str) -> None:
    assert _found(code(sentence, published="2024-02-14")) == _expected(TABLE[sentence])


@pytest.mark.parametrize("sentence", [s for s, e in TABLE.items() if e == "none"])
def test_near_misses_are_no_events(code: Callable[..., CodedArticle], sentence: str) -> None:
    assert code(sentence).events == ()


def test_block_quotation_keeps_its_speaker_and_i_is_the_speaker(code: Callable[..., CodedArticle]) -> None:
    coded = code("Minister on the raid\nGrace Okello, the interior minister, said:\nI condemn the raid on the school in Gulu. Rebels killed two teachers.\n")
    names = {a.id: a.name for a in coded.actors}
    killed = next(e for e in coded.events if coded.article.text[slice(*e.trigger)] == "killed")
    condemned = next(e for e in coded.events if e.type == "ACCUSE")
    assert [names[i] for i in killed.sources] == ["Grace Okello"]
    assert [names[i] for i in condemned.actors] == ["Grace Okello"]


def test_we_outside_quotations_is_the_body_that_issued_the_text(code: Callable[..., CodedArticle]) -> None:
    coded = code("Norway condemns attack\nNorway condemns the attack on the clinic in Juba. We urge all parties to protect civilians.\n")
    urged = next(e for e in coded.events if e.type == "REQUEST")
    assert [a.name for a in coded.actors if a.id in urged.actors] == ["Norway"]


def test_surname_title_and_pronoun_are_the_full_name(code: Callable[..., CodedArticle]) -> None:
    coded = code(
        "Prime Minister Lena Horvat said on Monday that troops would leave the valley.\n"
        'Horvat accused the rebels of lying. "We keep our word," she added. The prime minister called for talks.'
    )
    horvat = [a for a in coded.actors if a.name == "Lena Horvat"]
    assert len(horvat) == 1 and horvat[0].role == "Prime Minister" and horvat[0].kind == "person"
    assert all(s.speakers == (horvat[0].id,) for s in coded.statements)


def test_captions_tell_who_somebody_is_and_are_no_sentences(code: Callable[..., CodedArticle]) -> None:
    coded = code("Union warns of strike\nThe dockers may strike in May, Pinto said on Sunday.\nUnion leader Raúl Pinto\nHe met the minister last week.\n", published="2024-02-14")
    pinto = next(a for a in coded.actors if a.name == "Raúl Pinto")
    assert pinto.role == "Union leader"
    caption = coded.article.text.index("Union leader")
    assert all(e.sentence[0] != caption for e in coded.events)


def test_let_us_asks(code: Callable[..., CodedArticle]) -> None:
    coded = code("\u201cLet\u2019s agree on a ceasefire,\u201d the mediator said.")
    assert {(e.type, e.status) for e in coded.events} >= {("AGREE", "demanded")}


def test_a_statement_has_its_own_time(code: Callable[..., CodedArticle]) -> None:
    coded = code("The governor said on Monday that rebels had attacked the town in January.", published="2024-02-14")
    times = {t.id: t.start for t in coded.times}
    assert [times.get(s.time or "") for s in coded.statements] == ["2024-02-12"]
    assert [times.get(e.time or "") for e in coded.events] == ["2024-01-01"]


def test_what_drew_a_condemnation_is_condemned(code: Callable[..., CodedArticle]) -> None:
    coded = code("The Israeli air strike drew condemnation from Cairo.")
    names = {a.id: a.name for a in coded.actors}
    (condemned,) = [e for e in coded.events if e.type == "ACCUSE"]
    assert [names[i] for i in condemned.recipients] == ["Israel"]


def test_two_mentions_of_one_occurrence_share_an_incident(code: Callable[..., CodedArticle]) -> None:
    coded = code("Rebels attacked the town of Gao on Monday. The rebels attacked Gao at dawn. Rebels attacked Kidal in 2012.", published="2024-02-14")
    first, second, other = [e.incident for e in coded.events if e.type == "ASSAULT"]
    assert first == second != other
