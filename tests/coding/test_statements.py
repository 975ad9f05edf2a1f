"""Statements: the truth table of cues, then what a table of single sentences cannot show."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reportedly.analysis import Analysis, Entity, Mention, Said
from reportedly.coding.statements import Statements
from reportedly.coding.structure import Structure
from reportedly.errors import LexiconError
from reportedly.language import Parser, load_model
from reportedly.lexicons.cues import load_cues
from reportedly.lexicons.loader import data_root
from reportedly.records import Article, CodedArticle

Analyse = Callable[[str], Analysis]
Row = tuple[str | None, str | None, str, str]  # speaker's words, cue, content, kind


@pytest.fixture(scope="session")
def analyse() -> Analyse:
    """Return a function that reads a text as far as its statements (no mentions, so no speaker entities)."""
    structure, parse, statements = Structure(), Parser(load_model()), Statements(load_cues([data_root()]))

    def run(text: str) -> Analysis:
        analysis = Analysis(Article(text=text))
        structure(analysis)
        parse(analysis)
        statements(analysis)
        return analysis

    return run


def show(analysis: Analysis, said: Said) -> Row:
    text = analysis.text
    speaker = text[slice(*said.speaker_spans[0])] if said.speaker_spans else None
    return speaker, text[slice(*said.cue)] if said.cue else None, text[slice(*said.content)], said.kind


TABLE: list[tuple[str, list[Row]]] = [
    # indirect: cue before, after, between
    ("The ministry said that two soldiers were killed near the border.", [("The ministry", "said", "two soldiers were killed near the border", "indirect")]),
    ("The ministry said two soldiers were killed near the border.", [("The ministry", "said", "two soldiers were killed near the border", "indirect")]),
    ("Two soldiers were killed near the border, the ministry said.", [("the ministry", "said", "Two soldiers were killed near the border", "indirect")]),
    (
        "Two soldiers, the ministry said, were killed near the border.",
        [("the ministry", "said", "Two soldiers, the ministry said, were killed near the border", "indirect")],
    ),
    ("The bridge is lost, as the mayor said on Monday.", [("the mayor", "said", "The bridge is lost", "indirect")]),
    ("As the mayor put it, the bridge is lost.", [("the mayor", "put it", "the bridge is lost", "indirect")]),
    # direct
    ('"We will not leave the valley," General Okoro said.', [("General Okoro", "said", "We will not leave the valley,", "direct")]),
    ('"We will not leave the valley," said General Okoro.', [("General Okoro", "said", "We will not leave the valley,", "direct")]),
    ('General Okoro said: "We will not leave the valley."', [("General Okoro", "said", "We will not leave the valley.", "direct")]),
    ("General Okoro said, “We will not leave the valley.”", [("General Okoro", "said", "We will not leave the valley.", "direct")]),
    ('"Why now?" the mayor asked.', [("the mayor", "asked", "Why now?", "direct")]),
    ('"Stop the war!" the crowd chanted.', [("the crowd", "chanted", "Stop the war!", "direct")]),
    ('The statement read: "All flights are cancelled."', [("The statement", "read", "All flights are cancelled.", "direct")]),
    (
        '"We will not leave," Okoro said. "Our families live here."',
        [("Okoro", "said", "We will not leave,", "direct"), ("Okoro", None, "Our families live here.", "direct")],
    ),
    ('"If they stay," Okoro said, "we will fight."', [("Okoro", "said", 'If they stay," Okoro said, "we will fight.', "direct")]),
    # mixed
    ('Okoro said the plan was "dead on arrival" and useless.', [("Okoro", "said", 'the plan was "dead on arrival" and useless', "mixed")]),
    ('Okoro described the plan as "a bad joke".', [("Okoro", "described", 'the plan as "a bad joke"', "mixed")]),
    ('Okoro called the plan "a bad joke".', [("Okoro", "called", 'the plan "a bad joke"', "mixed")]),
    ('Haddad said it was "absolutely necessary" to close the border.', [("Haddad", "said", 'it was "absolutely necessary" to close the border', "mixed")]),
    # phrases that name the source
    ("According to the Red Cross, forty families fled the town.", [("the Red Cross", "According to", "forty families fled the town", "indirect")]),
    ("Forty families fled the town, according to the Red Cross.", [("the Red Cross", "according to", "Forty families fled the town", "indirect")]),
    (
        "Forty families, according to the Red Cross, fled the town.",
        [("the Red Cross", "according to", "Forty families, according to the Red Cross, fled the town", "indirect")],
    ),
    ("In the words of Minister Haddad, the deal is finished.", [("Minister Haddad", "In the words of", "the deal is finished", "indirect")]),
    ("In Haddad's words, the deal is finished.", [("Haddad", "In", "the deal is finished", "indirect")]),
    (
        "The commander was quoted as saying the road was mined, a local agency reports.",
        [
            ("a local agency", "reports", "The commander was quoted as saying the road was mined", "indirect"),
            ("The commander", "saying", "the road was mined", "indirect"),
        ],
    ),
    (
        "According to Radio Norte, quoting the ministry, the convoy turned back.",
        [("Radio Norte", "According to", "the convoy turned back", "indirect"), ("the ministry", "quoting", "the convoy turned back", "indirect")],
    ),
    # speech acts
    ("Norway accused Denmark of violating its waters.", [("Norway", "accused", "violating its waters", "indirect")]),
    ("Denmark was accused by Norway of violating its waters.", [("Norway", "accused", "violating its waters", "indirect")]),
    ("The union demanded the release of its leader.", [("The union", "demanded", "the release of its leader", "indirect")]),
    ("The union demanded that the army release its leader.", [("The union", "demanded", "the army release its leader", "indirect")]),
    ("Haddad urged the rebels to lay down their arms.", [("Haddad", "urged", "the rebels to lay down their arms", "indirect")]),
    ("Haddad called on the rebels to lay down their arms.", [("Haddad", "called on", "the rebels to lay down their arms", "indirect")]),
    ("The bishops called for an end to the siege.", [("The bishops", "called for", "an end to the siege", "indirect")]),
    ("The rebels rejected the proposal for talks.", [("The rebels", "rejected", "the proposal for talks", "indirect")]),
    ("The rebels agreed to release the hostages.", [("The rebels", "agreed", "to release the hostages", "indirect")]),
    ("The militia threatened to shell the airport.", [("The militia", "threatened", "to shell the airport", "indirect")]),
    ("The president vowed to rebuild the port.", [("The president", "vowed", "to rebuild the port", "indirect")]),
    ("The chancellor praised the rescue teams.", [("The chancellor", "praised", "the rescue teams", "indirect")]),
    ("The chancellor condemned the bombing of the market.", [("The chancellor", "condemned", "the bombing of the market", "indirect")]),
    ("The governor apologised for the delay in aid.", [("The governor", "apologised for", "the delay in aid", "indirect")]),
    ("The party expressed regret over the deaths.", [("The party", "expressed", "regret over the deaths", "indirect")]),
    ("Haddad reiterated his support for the truce.", [("Haddad", "reiterated", "his support for the truce", "indirect")]),
    ("Local media reported explosions near the base.", [("Local media", "reported", "explosions near the base", "indirect")]),
    # beliefs, denials, admissions, findings
    ("Residents believe that the dam will burst.", [("Residents", "believe", "the dam will burst", "indirect")]),
    ("Haddad fears that the truce will collapse.", [("Haddad", "fears", "the truce will collapse", "indirect")]),
    ("The envoy doubts that the talks will succeed.", [("The envoy", "doubts", "the talks will succeed", "indirect")]),
    ("Analysts predict a long war.", [("Analysts", "predict", "a long war", "indirect")]),
    ("The general estimates that 300 fighters remain.", [("The general", "estimates", "300 fighters remain", "indirect")]),
    ("The army denied bombing the clinic.", [("The army", "denied", "bombing the clinic", "indirect")]),
    ("The army denied that it had bombed the clinic.", [("The army", "denied", "it had bombed the clinic", "indirect")]),
    ("The company admitted paying the militia.", [("The company", "admitted", "paying the militia", "indirect")]),
    ("The UN confirmed reports that the village had been burned.", [("The UN", "confirmed", "the village had been burned", "indirect")]),
    ("The survey found that most farmers had lost cattle.", [("The survey", "found", "most farmers had lost cattle", "indirect")]),
    ("A police report shows that the car was stolen.", [("A police report", "shows", "the car was stolen", "indirect")]),
    # passives and relays
    ("The commander was quoted as saying that the road was mined.", [("The commander", "saying", "the road was mined", "indirect")]),
    ("State radio quoted the commander as saying that the road was mined.", [("the commander", "saying", "the road was mined", "indirect")]),
    ("The smuggler is thought to have crossed the river.", [(None, "thought", "to have crossed the river", "indirect")]),
    ("It was reported that the convoy had turned back.", [(None, "reported", "the convoy had turned back", "indirect")]),
    ("The envoy was told to leave the country.", [(None, "told", "to leave the country", "indirect")]),
    # nouns and adjectives
    ("Haddad's claim that the vote was stolen angered the court.", [("Haddad", "claim", "the vote was stolen", "indirect")]),
    ("The government's announcement of talks with the rebels surprised observers.", [("The government", "announcement", "talks with the rebels", "indirect")]),
    ("The army issued a warning that the dam would burst.", [("The army", "warning", "the dam would burst", "indirect")]),
    ("The minister is confident that the talks will succeed.", [("The minister", "confident", "the talks will succeed", "indirect")]),
    ("Diplomats are concerned about the fate of the hostages.", [("Diplomats", "concerned", "the fate of the hostages", "indirect")]),
    ("Diplomats were encouraged by the decision to reopen the road.", [("Diplomats", "encouraged", "the decision to reopen the road", "indirect")]),
    # inherited subjects
    (
        "Haddad called for calm, adding that schools would reopen.",
        [("Haddad", "called for", "calm", "indirect"), ("Haddad", "adding", "schools would reopen", "indirect")],
    ),
    ("Haddad visited the camp and said that aid was coming.", [("Haddad", "said", "aid was coming", "indirect")]),
    ("Haddad, who accused the rebels of theft, left the hall.", [("Haddad", "accused", "theft", "indirect")]),
    ("Haddad told reporters on the steps that the water was safe.", [("Haddad", "told", "the water was safe", "indirect")]),
    # slips of the parser: the clause, the subject or the cue itself hung elsewhere
    ("The miners insisted, most recently on Sunday, that the shaft was safe.", [("The miners", "insisted", "the shaft was safe", "indirect")]),
    ("While Okoro admitted defeat was near, his generals fought on.", [("Okoro", "admitted", "defeat was near", "indirect")]),
    ("Haddad said after the vote he would leave the party.", [("Haddad", "said", "he would leave the party", "indirect")]),
    ("Haddad claims that the vote was stolen.", [("Haddad", "claims", "the vote was stolen", "indirect")]),
    ('Said Okoro: "The wells are dry."', [("Okoro", "Said", "The wells are dry.", "direct")]),
    (
        "To understand the drought, the farmer said, one must see the wells.",
        [("the farmer", "said", "To understand the drought, the farmer said, one must see the wells", "indirect")],
    ),
    ("These workers, Haddad explained, are paid by the day.", [("Haddad", "explained", "These workers, Haddad explained, are paid by the day", "indirect")]),
    ('"We paid. We are in despair," said Okoro, a baker.', [("Okoro", "said", "We paid. We are in despair,", "direct")]),
    ("The Okoro campaign called the ruling absurd.", [("The Okoro campaign", "called", "the ruling absurd", "indirect")]),
    # infinitives that were said
    ("The minister used the visit to accuse the rebels of theft.", [("The minister", "accuse", "theft", "indirect")]),
    ("The mayor took to the radio to deny the rumours.", [("The mayor", "deny", "the rumours", "indirect")]),
    ("Haddad could not resist pointing out that the bridge was late.", [("Haddad", "pointing out", "the bridge was late", "indirect")]),
    ("The judge forced the banker to admit that the books were false.", [("the banker", "admit", "the books were false", "indirect")]),
    # where a content ends
    ('Haddad called the mayor a "liar," a "coward" and a "thief."', [("Haddad", "called", 'the mayor a "liar," a "coward" and a "thief."', "mixed")]),
    ('Okoro said it was a "shame," since the school had been new.', [("Okoro", "said", 'it was a "shame," since the school had been new', "mixed")]),
    ("Okoro denounced the raid as a massacre and a crime during a debate on Tuesday.", [("Okoro", "denounced", "the raid as a massacre and a crime", "indirect")]),
    ("The union praised the ferry plan, which opens in May.", [("The union", "praised", "the ferry plan", "indirect")]),
    ("Okoro said the road was closed; troops stood at both ends.", [("Okoro", "said", "the road was closed", "indirect")]),
    ("The pilots warned of one thing: the runway is too short.", [("The pilots", "warned", "one thing: the runway is too short", "indirect")]),
    ("The bishop promised to visit the camp and to feed the refugees.", [("The bishop", "promised", "to visit the camp and to feed the refugees", "indirect")]),
    (
        "Oslo said it would pay and Haddad warned that the fund was empty.",
        [("Oslo", "said", "it would pay", "indirect"), ("Haddad", "warned", "the fund was empty", "indirect")],
    ),
    # quotations in one sentence, beside a report, between turned marks
    ('"It is old," Okoro said, but "it will hold."', [("Okoro", "said", 'It is old," Okoro said, but "it will hold.', "direct")]),
    ('When the lights went out, Okoro said, "we all ran."', [("Okoro", "said", 'When the lights went out, Okoro said, "we all ran."', "mixed")]),
    (
        'The dam may break, Okoro said. "It was never repaired."',
        [("Okoro", "said", "The dam may break", "indirect"), ("Okoro", None, "It was never repaired.", "direct")],
    ),
    ("\u201dThe bridge is gone,\u201d Okoro said.", [("Okoro", "said", "The bridge is gone,", "direct")]),
    ("Pupils held a rally demanding that the mine close.", [("Pupils", "demanding", "the mine close", "indirect")]),
    ("The ferry sank in the night; Radio Norte said.", [("Radio Norte", "said", "The ferry sank in the night", "indirect")]),
    ("The end is near: Haddad declared that the fund was empty.", [("Haddad", "declared", "the fund was empty", "indirect")]),
    (
        "The envoy refused a request from the port master to move the wreck, which lies off Oslo.",
        [
            ("The envoy", "refused", "a request from the port master to move the wreck", "indirect"),
            ("the port master", "request", "to move the wreck", "indirect"),
        ],
    ),
    ("The council announced a grant of seed to help farmers.", [("The council", "announced", "a grant of seed to help farmers", "indirect")]),
    (
        "Okoro said the film was bad, but he said that the book was worse.",
        [("Okoro", "said", "the film was bad", "indirect"), ("he", "said", "the book was worse", "indirect")],
    ),
    (
        'Haddad said the well would cost millions, "equal to the whole budget."',
        [("Haddad", "said", 'the well would cost millions, "equal to the whole budget."', "mixed")],
    ),
    # more ways to report
    ("Their fear is that the dam will burst.", [("Their", "fear", "the dam will burst", "indirect")]),
    ("Amid fears that the dam would burst, families left the valley.", [(None, "fears", "the dam would burst", "indirect")]),
    ("By Haddad's own admission, the harvest has failed.", [("Haddad", "By", "the harvest has failed", "indirect")]),
    ("The court rated the appeal as weak.", [("The court", "rated", "the appeal as weak", "indirect")]),
    ("Surveys show a narrow lead for the coalition.", [("Surveys", "show", "a narrow lead for the coalition", "indirect")]),
    ("Critics have attacked Okoro for selling the port.", [("Critics", "attacked", "Okoro for selling the port", "indirect")]),
    # near misses: no statement
    ("The clerk told the children a story.", []),
    ("Doctors noted his absence.", []),
    ("The film shows a village in winter.", []),
    ("He did not say whether the minister would resign.", []),
    ("The official declined to comment.", []),
    ("The army neither confirmed nor denied the strike.", []),
    ('The so-called "spring offensive" began in March.', []),
    ('Ahmad "The Lion" Karimi was buried on Friday.', []),
    ("The court heard the case on Monday.", []),
    ("The crowd cheered the players.", []),
    ("Many voters want to know the result.", [("Many voters", "want", "to know the result", "indirect")]),
    ("Nothing is known about the crew.", []),
    ("The report was published on Friday.", []),
    ("Tell us who opened the gate.", []),
    ("The panel could rule that the vote was void.", []),
    ("Without knowing how the fire began, the crew went in.", []),
    ("Haddad called on Friday to thank the pilots.", []),
    ("The militia attacked the port.", []),
]


@pytest.mark.parametrize(("text", "expected"), TABLE, ids=[row[0][:50] for row in TABLE])
def test_finds_who_says_what(analyse: Analyse, text: str, expected: list[Row]) -> None:
    """Every sentence yields exactly these statements."""
    analysis = analyse(text)
    assert [show(analysis, said) for said in analysis.statements] == expected


@pytest.mark.parametrize(
    ("text", "stance", "voice"),
    [
        ("The chancellor condemned the bombing of the market.", "condemns", False),
        ("The chancellor praised the rescue teams.", "praises", False),
        ("Norway accused Denmark of violating its waters.", "alleges", True),
        ("The army denied bombing the clinic.", "denies", True),
        ("The bishops called for an end to the siege.", "demands", True),
        ("The president vowed to rebuild the port.", "promises", True),
        ("Norway warned Denmark of a long winter.", "warns", True),
    ],
)
def test_stance_and_voice_come_from_the_lexicon(analyse: Analyse, text: str, stance: str, voice: bool) -> None:
    """What is condemned or praised is presupposed; what is claimed is the speaker's alone."""
    said = analyse(text).statements[0]
    assert (said.stance, said.voice) == (stance, voice)
    assert said.evidence[0].entry is not None
    assert said.evidence[0].entry.startswith("cues.tsv:")


def test_a_statement_inside_another_knows_its_parent(analyse: Analyse) -> None:
    """In "X said Y told him" the inner statement leads to X."""
    outer, inner = analyse("The deputy said that Haddad told the clerk to resign.").statements
    assert inner.parent is outer
    assert outer.parent is None


def test_a_second_belief_of_the_same_speaker_is_no_statement(analyse: Analyse) -> None:
    """"She said she thinks" has one voice."""
    analysis = analyse("The mayor said she thinks the dam will burst.")
    assert [show(analysis, s)[1] for s in analysis.statements] == ["said"]


def test_an_unclosed_quotation_goes_on_in_the_next_paragraph(analyse: Analyse) -> None:
    """A paragraph that opens with a mark again continues the quotation: one statement over all of it."""
    analysis = analyse('A spokesman said: "The talks were long.\n\n"They will go on in June. We expect no deal.\n\n"Nobody should hope too much."')
    (said,) = analysis.statements
    assert show(analysis, said)[2].startswith("The talks were long.")
    assert show(analysis, said)[2].endswith("Nobody should hope too much.")
    assert said.kind == "direct"


def test_a_quotation_alone_keeps_the_speaker_before_it(analyse: Analyse) -> None:
    """A paragraph that is only a quotation belongs to the speaker of the one before."""
    analysis = analyse('The mayor spoke to the press.\n\n"The water is rising," Haddad said.\n\n"We need boats."')
    assert [show(analysis, s) for s in analysis.statements] == [
        ("Haddad", "said", "The water is rising,", "direct"),
        ("Haddad", None, "We need boats.", "direct"),
    ]


def test_a_quotation_alone_is_of_who_was_reported_right_before_it(analyse: Analyse) -> None:
    """Reported without quotation marks in the paragraph before, quoted in the next."""
    analysis = analyse('The dam may burst, Haddad said.\n\n"It is old."\n\nThe council denied it.\n\n"We saw it."')
    assert [show(analysis, s) for s in analysis.statements if s.kind == "direct"] == [
        ("Haddad", None, "It is old.", "direct"),
        (None, None, "We saw it.", "direct"),
    ]


def test_a_block_quotation_runs_until_the_article_speaks_again(analyse: Analyse) -> None:
    """Unquoted paragraphs after "Minister Haddad said:" are one statement, up to a paragraph that reports in the third person."""
    analysis = analyse("Minister Haddad said:\n\nWe welcome the decision of the court.\n\nIt gives us hope for peace.\n\nHaddad said later that the border stays closed.")
    block = analysis.statements[0]
    assert show(analysis, block) == ("Minister Haddad", "said", "We welcome the decision of the court.\n\nIt gives us hope for peace.", "direct")


@pytest.mark.parametrize(
    ("announcement", "speaker"),
    [
        ("Speaking after the talks in Lima, Minister Haddad said:", "Minister Haddad"),
        ("The following is attributable to Minister Haddad:", "Minister Haddad"),
        ("Minister Haddad issued the following statement:", "Minister Haddad"),
    ],
)
def test_the_text_announced_before_a_colon_is_whose_it_says(analyse: Analyse, announcement: str, speaker: str) -> None:
    text = f"Lima talks end\n\n{announcement}\n\nBoth sides have agreed to stop.\n\nShe thanked the envoy.\n\nNotes to editors\n\nThe talks began in May."
    block = analyse(text).statements[0]
    assert block.kind == "direct" and text[slice(*block.speaker_spans[0])] == speaker
    assert text[slice(*block.content)].startswith("Both sides") and "Notes" not in text[slice(*block.content)]


def test_the_paragraphs_of_a_transcript_belong_to_their_labels(analyse: Analyse) -> None:
    """Two labels or more make a transcript; a single one may be a dateline."""
    analysis = analyse("SMITH: The bridge is closed today.\n\nBAKER: Who closed it?\n\nSMITH: The army did so.")
    assert [show(analysis, s)[::2] for s in analysis.statements] == [
        ("SMITH", "The bridge is closed today"),
        ("BAKER", "Who closed it?"),
        ("SMITH", "The army did so"),
    ]
    assert analyse("LAGOS: The bridge is closed today.").statements == []


def test_an_interview_names_the_outlet_as_channel(analyse: Analyse) -> None:
    """An outlet that only carried the words is the channel, not a speaker."""
    analysis = analyse("Haddad told Reuters that elections would be held in May.")
    outlet = next(t for t in analysis.tokens if t.text == "Reuters")
    entity = Entity(name="Reuters", sector="MED")
    mention = Mention(outlet.i, outlet.i, outlet, "name", [entity], "Reuters", sector="MED", span=outlet.span)
    analysis.mentions.append(mention)
    analysis.mention_at[outlet.i] = mention
    Statements(load_cues([data_root()]))(analysis)
    (said,) = analysis.statements
    assert said.channel is entity
    assert [e.name for e in said.speakers] == ["Haddad"]


def test_speakers_are_the_entities_of_their_mentions(analyse: Analyse) -> None:
    """All of several speakers are given."""
    analysis = analyse("Norway and Denmark demanded that the siege end.")
    for token in (t for t in analysis.tokens if t.text in ("Norway", "Denmark")):
        mention = Mention(token.i, token.i, token, "name", [Entity(name=token.text)], token.text, span=token.span)
        analysis.mentions.append(mention)
        analysis.mention_at[token.i] = mention
    Statements(load_cues([data_root()]))(analysis)
    assert [e.name for e in analysis.statements[0].speakers] == ["Norway", "Denmark"]


def test_every_span_lies_inside_the_text(analyse: Analyse) -> None:
    """Contents, cues and speakers can be shown; statements come in text order with running ids."""
    analysis = analyse(" ".join(row[0] for row in TABLE))
    assert len(analysis.statements) > 80
    for said in analysis.statements:
        for start, end in [said.content, *said.speaker_spans, *([said.cue] if said.cue else [])]:
            assert 0 <= start < end <= len(analysis.text)
    assert [s.content for s in analysis.statements] == sorted(s.content for s in analysis.statements)
    assert [s.id for s in analysis.statements] == [f"s{n}" for n in range(1, len(analysis.statements) + 1)]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("say\tverb\tthat|sideways\tsays", "sideways"),
        ("say\tadverb\tthat\tsays", "adverb"),
        ("say\tverb\tthat\tmumbles", "mumbles"),
        ("say\tverb\t\tsays", "slots is empty"),
    ],
)
def test_a_mistake_in_the_lexicon_is_reported_with_its_line(tmp_path: Path, line: str, reason: str) -> None:
    """A researcher's own cues.tsv fails with file, line and reason."""
    (tmp_path / "cues.tsv").write_text(f"phrase\tpos\tslots\tstance\n{line}\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=f"cues.tsv:2: .*{reason}"):
        load_cues([tmp_path])


def test_the_lexicon_is_large_enough_and_loads() -> None:
    """The bundled table has its entries, and a longer phrase comes before a shorter one."""
    cues = load_cues([data_root()])
    assert sum(len(v) for table in (cues.verbs, cues.nouns, cues.adjectives, cues.prepositions) for v in table.values()) >= 330
    assert len(cues.verbs["call"][0].words) > 1
    assert "poll" in cues.documents


def test_first_persons_whose_marks_were_lost_speak(code: Callable[..., CodedArticle]) -> None:
    coded = code("Guard accused\nNina Okoro says she was beaten in custody.\n\nI was pushed to the floor and told to be quiet.\n\nThe ministry did not comment.")
    okoro = next(a.id for a in coded.actors if a.name == "Nina Okoro")
    assert [s.speakers for s in coded.statements if coded.article.text[slice(*s.content)].startswith("I was")] == [(okoro,)]


def test_a_diary_is_no_quotation(code: Callable[..., CodedArticle]) -> None:
    coded = code("The mayor said the road was open.\n\nI left at dawn. I saw nobody. I came to the river. I slept.")
    assert [coded.article.text[slice(*s.content)] for s in coded.statements] == ["the road was open"]
