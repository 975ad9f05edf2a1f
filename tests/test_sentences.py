"""Where sentences begin, by rule."""

import pytest

from reportedly.sentences import readable, sentence_starts


@pytest.mark.parametrize(
    "marked",
    [
        "The raid ended at 5 p.m. | Rebels then left.",
        "The raid began at 5 a.m. Friday in Kano, or 7 a.m. Kyiv time.",
        "Columns entered Gao on Monday. | The mayor fled.",
        "At 5:20 p.m. (Kyiv time) troops left. | At 6 a.m. (0400 GMT), they came back.",
        "Police held Adm. (retd.) Paul Obi and Col.-Gen. Ivan Petrov. | Both deny it.",
        "Envoy Rt. Hon. James Obi met Ing. Pavel Novak. | A fund of Rs. 500 crore was set up.",
        "Gunmen raided a market. | al-Shabab said it was behind it. | eBay closed the shop.",
        "\"Who sent them?\" asked the mayor. | \"Nobody.\"",
        "About 3.5 million fled. | No. 5 Brigade stayed in the U.S. Virgin Islands.",
        "The two met in Washington, D.C., on Jan. 5. | 12 ministers came.",
        "Prices rose. . . | He paused... and went on.",
    ],
)
def test_sentences_begin_where_a_reader_would_say(marked: str) -> None:
    parts = marked.split("| ")
    text, offsets = "", []
    for part in parts:
        offsets.append(len(text))
        text += part
    assert sorted(sentence_starts(readable(text))) == offsets


def test_a_missing_space_behind_a_stop_hides_no_sentence() -> None:
    text = "The column entered Gao on Monday.The mayor fled to Niamey.com is no name."
    assert sorted(sentence_starts(text)) == [0, text.index("The mayor")]


def test_stage_directions_of_a_transcript_are_no_words_of_it() -> None:
    said = "ROE: (Laughter.) We (inaudible) met (Via interpreter) the rebels (in the north)."
    assert readable(said) == "ROE:             We             met                   the rebels (in the north)." and len(readable(said)) == len(said)


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("The Rt Hon Ann Roe MP said no.", "Ann Roe said no."),
        ("Senator the Hon Ann Roe and Jo Lund QC met.", "Senator Ann Roe and Jo Lund met."),
        ("A Labour Party MP met the Labour MP and Jo Lund, MP for Gao.", "A Labour Party MP met the Labour MP and Jo Lund, MP for Gao."),
        ("The Labour MP said so. The Hon Member left.", "The Labour MP said so. The Hon Member left."),
    ],
)
def test_honours_around_a_name_are_not_read(said: str, read: str) -> None:
    assert " ".join(readable(said).split()) == read and len(readable(said)) == len(said)


def test_doubled_marks_are_read_as_one() -> None:
    said = 'The mayor said ""no"" and (""yes"").'
    assert readable(said) == 'The mayor said " no " and (" yes ").'
