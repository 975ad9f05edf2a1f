"""Where the dateline of a paragraph ends, by rule."""

import pytest

from reportedly.datelines import dateline_end, is_beside_story

_STORY = "Police in the town held nine men after a raid - the second this week - on Monday."


def _cut(line: str, *, opening: bool) -> str | None:
    text = line.replace("|", "")
    end = dateline_end(text, 0, len(text), opening=opening)
    return None if end is None else text[:end] + "|" + text[end:]


@pytest.mark.parametrize(
    "dateline",
    [
        "GAO, Mali (AP) \u2014 ", "GAO, Mali, May 5, 2021 (Northern News) - ", "GAO, MALI (8:20 A.M.) \u2013 ", "STUTTGART, Germany, April 3, 2021/ \u2014 ", "GAO\u2014", "GAO, Mali, May 5. ", "GAO, Mali, May.5/Trend/. ",
        "GAO, May 5. /TASS/. ", "Gao, 5 May - RIA Novosti. ", "Gao. May 5. Interfax \u2013 ", "Gao, May 5..- ", "GAO, MAY 5, ARMENPRESS. ", "Gao, May 5 (Prensa Latina) ", "GAO, Nov 18 ", "GAO, Nov 18 (IANS): ", "Gao [Mali], May 5 (ANI): ",
        "Gao/29.12.22/Turan: ", "GENEVA / GAO (5 May 2021) \u2013 ", "05 May 2021, Gao \u2013 ", "May 5 (Reuters) - ", "Tehran, IRNA - ", "DAMASCUS, (ST)-", "MOGADISHU(SONNA)-", "KARACHI/QUETTA: ", "BAGRAM AIR FIELD, Mali \u2013 ", "TAMPA, Fla. \u2013 ",
        "AFP - ", "(CNN) ", "(Gao) \u2013 ", "MANILA (3rd UPDATE) \u2013 ",
    ],
)  # fmt: skip
def test_datelines_of_all_shapes_end_before_the_story(dateline: str) -> None:
    assert _cut(dateline + "|" + _STORY, opening=False) == dateline + "|" + _STORY


@pytest.mark.parametrize("dateline", ["Gao \u2014 ", "Gao, Mali \u2013 ", "Port-au-Prince - ", "Gao: "])
def test_a_bare_town_is_a_dateline_only_where_a_text_opens(dateline: str) -> None:
    story = "Police in the town held nine men on Monday."
    assert _cut(dateline + "|" + story, opening=True) == dateline + "|" + story
    assert _cut(dateline + "|" + story, opening=False) is None


@pytest.mark.parametrize(
    "line",
    [
        "Ennahda \u2013 The party of the speaker \u2013 left the talks.", "The Army - Soldiers took the town.", "Journalist: Will you expel him?", "UN Secretary-General (UNSG) Ana Ruiz said so.", "In Gao, May 5 was a day of mourning.",
        "President Roe met General Obi, May 5. The talks went on.", "Gao, Mali, fell on Monday.", "Police (PNP) Chief Roe resigned.", "JTF-Gao delivered food.", "U.S. C-17 aircraft landed.", "ISIS-K struck.",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_dateline_stays(line: str) -> None:
    assert _cut(line, opening=True) is None


@pytest.mark.parametrize("line", ["READ MORE: Rebels shell Gao", "Subjects: sanctions; the raid in Gao", "FILE - Rebels march in Gao, Mali, in May.", "Photo: Jo Roe/AFP", "Related | Army retakes Gao", "  \u2022 Tags: riot, strike"])
def test_lines_around_a_story_are_no_part_of_it(line: str) -> None:
    assert is_beside_story(line)


@pytest.mark.parametrize("line", ["Sources in Gao said rebels had fled.", "More of the army than of the police fled.", "File-sharing was banned.", "Reports: 9 died.", "Read the letter to them."])
def test_lines_of_a_story_are_kept(line: str) -> None:
    assert not is_beside_story(line)


def test_a_deep_indent_takes_no_longer() -> None:
    line = " " * 40_000 + "LAGOS (AP) - Troops left."
    assert dateline_end(line, 0, len(line), opening=False) == line.index("Troops")
    assert dateline_end(" " * 40_000 + "x", 0, 40_001, opening=False) is None
