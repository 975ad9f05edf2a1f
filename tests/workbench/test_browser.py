"""The screens in a real browser: main paths, keys, selection in code points, two reviewers, a hostile article, accessibility, widths."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from browsing import served
from deciding import fill, sheet_of
from staging import ENDLESS, HOSTILE, Visitor

from reportedly.workbench.bench import Bench
from reportedly.workbench.users import Users

if TYPE_CHECKING:
    from playwright.sync_api import Browser

SHOTS = os.environ.get("REPORTEDLY_SHOTS")  # a folder for the screenshots of README and docs


def screens(bench: Bench, article: str) -> list[str]:
    """Every screen, with one article on which people have decided."""
    index = bench.library.index
    incident = max(index.corpus.table("incidents").to_pylist(), key=lambda row: row["reports"])["incident"]
    keys = {row["id"]: row["article"] for row in index.corpus.table("articles").to_pylist()}
    fill(bench, keys[article])
    coded = index.corpus.coded(keys[article])
    assert coded is not None
    outlet, speaker = index.titles[keys[article]][1], index.speakers[0][0]
    return [
        "/", "/incidents", "/incidents?q=army&policy=lowest&outlet=wire", f"/incidents/{incident}", "/articles", f"/articles/{keys[article]}", "/sources", f"/sources/outlet?name={_quoted(outlet)}",
        f"/sources/speaker?name={_quoted(speaker)}", "/review", "/review/proposals", f"/review/{keys[article]}/e1", f"/review/{keys[article]}?add=1", "/incidents/nowhere", "/incidents/pictures", "/double",
        f"/double/code/{keys['harbour-1']}?add=1", f"/double/final/{keys[article]}", f"/double/final/{keys[article]}?add=1", f"/paste/{bench.library.keep(coded)}", f"/review/{keys[article]}/e3",
    ]  # fmt: skip


def _quoted(words: str) -> str:
    from urllib.parse import quote

    return quote(words)


def test_pasting_is_the_first_thing(visitor: Visitor) -> None:
    page = visitor.page
    assert page.locator(".card.event").count() > 5
    page.locator("textarea[name=text]").fill("The army denied on Tuesday that its troops had shelled the village of Tessit.")
    page.get_by_label("Published (day)").fill("2025-03-19")
    page.get_by_role("button", name="Code it").click()
    page.wait_for_url("**/paste/*")
    assert "denied" in page.locator(".card.event .deed").inner_text().lower()


def test_a_dropped_file_is_coded(visitor: Visitor) -> None:
    page = visitor.page
    page.locator("input[type=file]").set_input_files({"name": "a.txt", "mimeType": "text/plain", "buffer": b"Police arrested two men in Gao on Monday, the mayor said."})
    page.get_by_role("button", name="Code it").click()
    page.wait_for_url("**/paste/*")
    assert "arrested" in page.locator("#text").inner_text()


def test_a_record_lights_its_words_and_words_their_record(visitor: Visitor, keys: dict[str, str]) -> None:
    visitor.go(f"/articles/{keys['sahel-wire-1']}")
    page = visitor.page
    page.locator("#r-e5").hover()
    assert "struck" in page.locator(".text span.lit").first.inner_text()
    page.locator(".text .trigger", has_text="threatened").first.hover()
    assert page.locator(".card.event.lit").count() == 1
    page.locator("#r-e5 summary").click()
    assert "predicates/" in page.locator("#r-e5 .why code").first.inner_text()


def test_layers_can_be_switched_and_stay_so(visitor: Visitor, keys: dict[str, str]) -> None:
    visitor.go(f"/articles/{keys['sahel-wire-1']}")
    page = visitor.page
    page.locator(".layers [name=actor]").uncheck()
    assert page.locator(".text p .actor:not(.trigger):not(.cue)").first.evaluate("e => getComputedStyle(e).fontWeight") in ("400", "normal")
    page.reload()
    assert not page.locator(".layers [name=actor]").is_checked()


def select_words(visitor: Visitor, words: str, nth: int = 0) -> None:
    """Select words in the article as a reader would with the mouse."""
    visitor.page.evaluate(
        """([words, nth]) => {
          const text = document.getElementById("text");
          const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
          const nodes = []; let all = "";
          for (let n = walker.nextNode(); n; n = walker.nextNode()) { nodes.push([all.length, n]); all += n.data; }
          let at = -1; for (let i = 0; i <= nth; i++) at = all.indexOf(words, at + 1);
          const place = (offset) => { const [start, node] = nodes.findLast(([s]) => s <= offset); return [node, offset - start]; };
          const range = document.createRange(); range.setStart(...place(at));
          const [node, end] = place(at + words.length - 1); range.setEnd(node, end + 1);
          getSelection().removeAllRanges(); getSelection().addRange(range);
        }""",
        [words, nth],
    )
    visitor.page.wait_for_timeout(50)


def test_offsets_are_code_points_beside_an_emoji_and_arabic(visitor: Visitor, bench: Bench, keys: dict[str, str]) -> None:
    """On one line with flags, a family of joined emoji and Arabic, the words selected are the words kept."""
    key = keys[HOSTILE.id]
    visitor.go(f"/review/{key}?add=1")
    page = visitor.page
    select_words(visitor, "said", HOSTILE.text[: HOSTILE.text.index("Seydou said")].count("said"))
    page.keyboard.press("t")
    start = HOSTILE.text.index("Seydou said") + len("Seydou ")
    assert (page.locator("[name=start]").input_value(), page.locator("[name=end]").input_value()) == (str(start), str(start + 4))
    assert len(HOSTILE.text[:start].encode("utf-16-le")) // 2 > start  # the browser itself counts otherwise
    select_words(visitor, "\u0627\u0644\u062c\u064a\u0634")
    page.keyboard.press("1")
    assert page.locator("[name=actors]").input_value() == "\u0627\u0644\u062c\u064a\u0634"
    page.locator("[name=type]").select_option("ACCUSE")
    page.get_by_role("button", name="Add the event").click()
    page.wait_for_url(f"**/review/{key}**")
    added = [e for e in sheet_of(bench, key).entries if e.base is None]
    assert added and added[0].code and HOSTILE.text[slice(*added[0].code.trigger)] == "said" and added[0].code.actors == ("\u0627\u0644\u062c\u064a\u0634",)


def test_review_by_keyboard_alone(visitor: Visitor, bench: Bench) -> None:
    visitor.go("/review/next?queue=uncertain")
    page = visitor.page
    first = page.url
    page.keyboard.press("a")
    page.wait_for_url(lambda url: url != first)
    second = page.url
    page.keyboard.press("r")
    page.wait_for_url(lambda url: url != second)
    third = page.url
    page.keyboard.press("e")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    page.keyboard.press("s")
    page.wait_for_url(lambda url: url != third)
    assert list(bench.store.verdicts("review").values()) == ["accepted", "rejected", "corrected"]
    page.keyboard.press("u")
    page.wait_for_url(lambda url: third.partition("?")[0] in url)
    assert list(bench.store.verdicts("review").values()) == ["accepted", "rejected", "open"]


def test_single_keys_can_be_switched_off(visitor: Visitor, bench: Bench, keys: dict[str, str]) -> None:
    visitor.go(f"/review/{keys['sahel-wire-1']}/e1")
    page = visitor.page
    page.get_by_label("Single keys work").uncheck()
    page.locator("h1").click()
    page.keyboard.press("a")
    page.wait_for_timeout(200)
    page.reload()
    assert not page.get_by_label("Single keys work").is_checked()
    assert not bench.store.verdicts("review")


def test_two_reviewers_in_two_browsers(browser: Browser, live: tuple[str, Bench], keys: dict[str, str]) -> None:
    one, other = Visitor(browser, live), Visitor(browser, live)
    for visitor, name in ((one, "Ada"), (other, "Bo")):
        visitor.go("/review")
        visitor.page.get_by_label("You decide as").fill(name)
        visitor.page.get_by_role("button", name="Take this name").click()
        visitor.go(f"/review/{keys['sahel-wire-1']}/e3")
    one.page.keyboard.press("r")
    one.page.wait_for_url("**/e1")
    other.page.locator("[name=comment]").fill("not so")
    other.page.get_by_role("button", name="Save the correction").click()
    alert = other.page.get_by_role("alert")
    alert.wait_for()
    assert "Ada decided on e3" in alert.inner_text() and other.page.locator("[name=comment]").input_value() == "not so"
    assert live[1].store.verdicts("review") == {(keys["sahel-wire-1"], "e3"): "rejected"}
    for visitor in (one, other):
        visitor.context.close()


@pytest.mark.parametrize(("scheme", "width"), [("light", 360), ("dark", 1400)])
def test_every_screen_is_accessible(browser: Browser, live: tuple[str, Bench], scheme: str, width: int) -> None:
    """No serious finding of axe on any screen, in both colour schemes, on a phone and a desk."""
    from axe_playwright_python.sync_playwright import Axe

    axe = Axe()
    # The test's own script is put in past the policy; that the policy holds is what every other test sees.
    visitor = Visitor(browser, live, color_scheme=scheme, viewport={"width": width, "height": 900}, bypass_csp=True)
    for path in screens(visitor.bench, "sahel-wire-1"):
        visitor.go(path)
        found: list[dict[str, Any]] = axe.run(visitor.page, options={"resultTypes": ["violations"]}).response["violations"]
        assert [(v["id"], v["nodes"][0]["html"][:200], len(v["nodes"])) for v in found if v["impact"] in ("serious", "critical")] == [], path
        assert visitor.page.title() and visitor.page.locator("h1").count() == 1
    visitor.context.close()


@pytest.mark.parametrize("article", ["sahel-wire-1", HOSTILE.id], ids=["plain", "hostile"])
def test_every_screen_fits_a_phone_and_runs_nothing(browser: Browser, live: tuple[str, Bench], article: str) -> None:
    visitor = Visitor(browser, live, viewport={"width": 360, "height": 800})
    for path in screens(visitor.bench, article):
        visitor.go(path)
        assert visitor.page.evaluate("document.documentElement.scrollWidth") <= 360, path
    upload(visitor, article)
    assert visitor.page.evaluate("document.documentElement.scrollWidth") <= 360
    assert [c for c in visitor.complaints if "404" not in c] == []
    assert [url for url in visitor.requests if not url.startswith(visitor.origin)] == []
    visitor.context.close()


def upload(visitor: Visitor, article: str) -> None:
    """Drop a file of two articles, one of which cannot be coded, under a name that is markup."""
    index = visitor.bench.library.index
    text = next(row["text"] for row in index.corpus.table("articles").to_pylist() if row["id"] == article)
    lines = [{"text": text[:2000], "title": HOSTILE.title, "id": HOSTILE.id}, {"text": "Police arrested a man in Gao."}, {"text": ""}]
    visitor.go("/")
    data = "\n".join(json.dumps(line) for line in lines).encode()
    visitor.page.locator("input[type=file]").set_input_files({"name": "<img src=x onerror=alert(1)>.jsonl", "mimeType": "application/jsonl", "buffer": data})
    visitor.page.get_by_role("button", name="Code it").click()
    visitor.page.get_by_text("Set aside (1)").wait_for()
    assert "2 articles of" in visitor.page.locator("h1").inner_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_team_signs_in_by_keyboard_on_an_accessible_page(browser: Browser, bench: Bench, scheme: str) -> None:
    from argon2 import PasswordHasher
    from axe_playwright_python.sync_playwright import Axe

    users = Users(bench.store.engine, hasher=PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    users.set("Ada", "coder", "correct horse battery")
    with served(bench.library, bench.store, users) as live:
        visitor = Visitor(browser, live, color_scheme=scheme, bypass_csp=True)
        visitor.go("/")
        assert [v["id"] for v in Axe().run(visitor.page).response["violations"] if v["impact"] in ("serious", "critical")] == []
        visitor.page.get_by_label("Name").focus()
        for word, key in (("Ada", "Tab"), ("wrong", "Enter")):
            visitor.page.keyboard.type(word)
            visitor.page.keyboard.press(key)
        visitor.page.get_by_role("alert").wait_for()
        visitor.page.get_by_label("Password").focus()
        visitor.page.keyboard.type("correct horse battery")
        visitor.page.keyboard.press("Enter")
        visitor.page.get_by_text("Ada (coder)").wait_for()
        visitor.context.close()


def test_a_missed_event_is_added_without_a_mouse(visitor: Visitor, bench: Bench, keys: dict[str, str]) -> None:
    """Words are selected with the arrow keys, taken with single keys, and the form is sent from the keyboard."""
    key = keys[HOSTILE.id]
    visitor.go(f"/review/{key}?add=1")
    page = visitor.page
    page.locator("#text").focus()
    seen: list[str] = []
    for _ in range(200):
        page.keyboard.press("ArrowRight")
        seen.append(page.locator("#selected-words").inner_text())
        if seen[-1] == "Omar":
            break
    assert "denied" in seen and "\u0627\u0644\u062c\u064a\u0634" in seen  # past the tags, the emoji and the Arabic
    page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("3")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("t")
    start = HOSTILE.text.index("Seydou said") + len("Seydou ")
    assert (page.locator("[name=start]").input_value(), page.locator("[name=end]").input_value()) == (str(start), str(start + 4))
    page.keyboard.press("Control+Enter")
    page.wait_for_url(f"**/review/{key}/n*")
    added = next(e.code for e in sheet_of(bench, key).entries if e.base is None)
    assert added and HOSTILE.text[slice(*added.trigger)] == "said" and added.sources == ("Omar Seydou",)


def test_a_mark_of_the_map_leads_to_its_incidents(visitor: Visitor) -> None:
    visitor.go("/incidents/pictures")
    page = visitor.page
    page.locator("svg.map a[aria-label^='Niamey']").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/incidents?place=Niamey**")
    assert "place or country: Niamey" in page.locator(".chips").inner_text()
    page.get_by_role("link", name="Timeline, map, network").click()
    page.wait_for_url("**/incidents/pictures?place=Niamey**")
    assert page.locator("svg.map a").count() == 1


def test_from_the_table_to_the_words_in_place(visitor: Visitor) -> None:
    """Search, open an incident, choose a policy, and end at the words in the article."""
    visitor.go("/incidents?order=reports")
    page = visitor.page
    page.get_by_label("Words").fill("tessit")
    page.get_by_role("button", name="Show").click()
    page.locator("table.incidents tbody tr").first.get_by_role("link").first.click()
    assert "Claims side by side" in page.locator("main").inner_text()
    page.get_by_label("Where claims differ, show").select_option("lowest")
    page.get_by_role("button", name="Apply").click()
    page.wait_for_url("**policy=lowest")
    assert "policy: lowest" in page.locator(".citation").inner_text()
    page.get_by_role("link", name="in place").first.click()
    page.wait_for_url("**/articles/*#r-*-text")
    assert page.locator(".text span.lit").count() > 0


def test_a_copy_opens_from_a_file_and_asks_for_nothing(visitor: Visitor, browser: Browser, tmp_path: Path) -> None:
    visitor.go("/incidents?q=tessit")
    with visitor.page.expect_download() as download:
        visitor.page.get_by_role("link", name="One HTML file").click()
    path = tmp_path / "copy.html"
    download.value.save_as(path)
    page = browser.new_page(viewport={"width": 360, "height": 800})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(path.as_uri())
    assert "Claims side by side" in page.locator("main").inner_text() and page.locator("a").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert asked == [path.as_uri()]
    page.close()


def test_two_code_alone_and_a_third_decides(browser: Browser, live: tuple[str, Bench], keys: dict[str, str]) -> None:
    key = keys["harbour-1"]
    coded = live[1].library.index.corpus.coded(key)
    assert coded is not None
    trigger = coded.article.text[slice(*coded.events[0].trigger)]
    for name, status in (("Ada", "actual"), ("Bo", "denied")):
        visitor = Visitor(browser, live)
        visitor.go("/review")
        visitor.page.get_by_label("You decide as").fill(name)
        visitor.page.get_by_role("button", name="Take this name").click()
        visitor.go(f"/double/code/{key}?add=1")
        select_words(visitor, trigger)
        visitor.page.keyboard.press("t")
        visitor.page.locator("[name=status]").select_option(status)
        visitor.page.keyboard.press("Escape")
        visitor.page.keyboard.press("s")
        visitor.page.wait_for_url(f"**/double/code/{key}/*")
        visitor.page.get_by_role("button", name="Finished").click()
        visitor.page.get_by_text("Reopen the article").wait_for()
        visitor.context.close()
    third = Visitor(browser, live)
    third.go("/double")
    third.page.locator("main ul a").first.click()
    assert "they differ in status" in third.page.locator(".pair").first.inner_text()
    third.page.get_by_role("button", name="Take Bo").click()
    third.page.get_by_role("button", name="Finished").click()
    third.go("/double")
    assert third.page.get_by_text("1 adjudicated article as gold").count() == 1
    final = sheet_of(live[1], key, "final").entries
    assert [e.code.status for e in final if e.code] == ["denied"]
    third.context.close()


def test_the_widest_screen_is_used(browser: Browser, live: tuple[str, Bench], keys: dict[str, str]) -> None:
    visitor = Visitor(browser, live, viewport={"width": 1920, "height": 1000})
    visitor.go(f"/review/{keys['sahel-wire-1']}/e3")
    text, form = visitor.page.locator("#text").bounding_box(), visitor.page.locator("#editor").bounding_box()
    assert text and form and form["x"] > text["x"] + text["width"] - 1
    visitor.context.close()


def test_a_line_of_a_megabyte_can_be_read_and_coded(visitor: Visitor, bench: Bench, keys: dict[str, str]) -> None:
    for path in (f"/articles/{keys[ENDLESS.id]}", f"/double/code/{keys[ENDLESS.id]}?add=1"):
        visitor.go(path)
        assert visitor.page.evaluate("Array.from(document.getElementById('text').textContent).length") == len(ENDLESS.text)
        assert visitor.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    select_words(visitor, "The end")
    visitor.page.keyboard.press("t")
    assert visitor.page.locator("[name=start]").input_value() == str(ENDLESS.text.index("The end"))


def test_screenshots_for_the_documentation(browser: Browser, live: tuple[str, Bench], keys: dict[str, str], tmp_path: Path) -> None:
    """Written to the folder that REPORTEDLY_SHOTS names; otherwise only made."""
    folder = Path(SHOTS) if SHOTS else tmp_path
    folder.mkdir(parents=True, exist_ok=True)
    visitor = Visitor(browser, live, viewport={"width": 1280, "height": 860})
    incident = next(path for path in screens(visitor.bench, "sahel-wire-1") if path.startswith("/incidents/"))
    for name, path in (("reader", f"/articles/{keys['sahel-wire-1']}"), ("review", f"/review/{keys['sahel-wire-1']}/e3"), ("incidents", "/incidents?order=reports"), ("incident", incident), ("pictures", "/incidents/pictures")):
        visitor.go(path)
        assert len(visitor.page.screenshot(path=folder / f"workbench-{name}.png")) > 10_000
    visitor.context.close()
