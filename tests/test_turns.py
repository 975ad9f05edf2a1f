"""Which lines say who speaks next."""

import pytest

from reportedly.turns import is_addressed, is_record_furniture, is_transcript, turn_at


def _cut(line: str) -> str | None:
    """Return a line with who speaks in brackets and a bar before what is said."""
    text = line
    turn = turn_at(text, 0, len(text))
    return None if turn is None else f"[{text[turn.start : turn.end]}]{text[turn.said :]}"


@pytest.mark.parametrize(
    ("line", "cut"),
    [
        ("The Minister for Fisheries (Mr. Colin Roe)", "[The Minister for Fisheries (Mr. Colin Roe)]"),
        ("The Secretary of State for Trade, Ports and\nHarbours (Ann Lund) With permission, I", "[The Secretary of State for Trade, Ports and\nHarbours (Ann Lund)]With permission, I"),
        ("\u00a7 The Attorney-General (Sir Ian Roe)May I say", "[The Attorney-General (Sir Ian Roe)]May I say"),
        ("The Minister for Ports (Lord Roe)rose to say that the pier was shut.", "[The Minister for Ports (Lord Roe)]"),
        ("Mr ROE (Minister for Fisheries) \u2014I thank the member.", "[Mr ROE (Minister for Fisheries)]I thank the member."),
        ("Senator Ann Lund (Derby\u2014Leader of the House) (3.04 p.m.)\u2014We agree.", "[Senator Ann Lund (Derby\u2014Leader of the House) (3.04 p.m.)]We agree."),
        ("Mrs Lund (by Private Notice)", "[Mrs Lund (by Private Notice)]"),
        ("Photo of Ann LundAnn Lund (Derby, Reform Party, Minister for Ports) Share this | | Hansard source", "[Ann Lund (Derby, Reform Party, Minister for Ports)]"),
        ("Photo of Ann Lund Ann Lund The Minister for Ports 14:05, 2 May 2016", "[Ann Lund The Minister for Ports]"),
        ("Ann Lund (Derby, Reform Party) Share this | Hansard source", "[Ann Lund (Derby, Reform Party)]"),
        ("Ann Lund Portrait The Minister for Ports (Ann Lund)", "[The Minister for Ports (Ann Lund)]"),
        ("Baroness Lund Portrait", "[Baroness Lund]"),
    ],
)
def test_a_line_of_the_record_says_who_speaks(line: str, cut: str) -> None:
    assert _cut(line) == cut


@pytest.mark.parametrize(
    "line",
    [
        "The Prime Minister (Ann Lund) visited the port on Monday.", "The Revolutionary Front (RF) Soldiers took the town.", "Mr Roe (left) and Mrs Lund sign the accord.", "Mr Roe (Labour) said he would go.",
        "Portrait of a Minister (Ann Lund)", "Photo of Ann Lund by Jo Roe (AFP)", "The Minister for Ports said (Ann Lund) had resigned.",
    ],
)  # fmt: skip
def test_what_only_looks_like_one_stays(line: str) -> None:
    assert _cut(line) is None


def test_what_sites_put_between_is_no_speech() -> None:
    assert all(is_record_furniture(line) for line in ("- Hansard - - - Excerpts", "Answered by", "This question was answered on 3rd May 2014"))
    assert not is_record_furniture("Answered by the minister, the question was dropped.")


@pytest.mark.parametrize(
    ("labels", "is_one"),
    [
        (["Ann Roe", "Journalist", "Minister for Trade"], True),
        (["SMITH", "BAKER", "SMITH"], True),
        (["Chad", "Mali", "Togo"], False),
        (["Update", "Update"], False),
    ],
)
def test_labels_of_a_transcript_recur_or_name_a_questioner(labels: list[str], *, is_one: bool) -> None:
    assert is_transcript(labels) is is_one


@pytest.mark.parametrize(
    ("label", "said", "is_one"),
    [
        ("MR. ROE", "The talks went on.", True),
        ("UNDER SECRETARY LUND", "The talks went on.", True),
        ("Ambassador Lund", "Good morning. The talks went on.", True),
        ("Ambassador Lund", "The talks went on.", False),
        ("LUND", "We have struck the camp.", True),
        ("LAGOS", "The bridge is closed.", False),
        ("Key points", "We look at them.", False),
    ],
)
def test_one_label_alone_speaks_where_it_addresses_somebody(label: str, said: str, *, is_one: bool) -> None:
    assert is_addressed(label, said) is is_one
