"""What a person does at the desk, in a real browser over a real server."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import dateline
from dateline.tell.onefile import to_html

from .conftest import Served

pytestmark = pytest.mark.browser
AXE = Path(__file__).parents[2] / "ui" / "node_modules" / "axe-core" / "axe.min.js"
PAGES = ("account", "report", "claims", "entities", "origins", "search", "review", "add", "stories")
Opener = Callable[..., Any]


@pytest.fixture(scope="module")
def account_html(read_store: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    with dateline.Store(read_store) as store:
        page = to_html(store.account())
    path = tmp_path_factory.mktemp("sent") / "account.html"
    path.write_bytes(page)
    return path.as_uri()


def sign(page: Any, name: str) -> None:
    page.get_by_label("Signed by").fill(name)


def test_read_click_a_number_see_its_sentence(desk: Served, open_page: Opener) -> None:
    page = open_page(desk.url)
    statement = page.locator("[data-statement]").first
    label = statement.locator(".citations button").first.inner_text()
    statement.locator(".citations button").first.click()
    exhibit = page.locator(".rail .exhibit")
    assert exhibit.count() == 1
    assert "at=" in page.url, "the address holds it"
    quoted = exhibit.locator("q").inner_text()
    exhibit.locator("a[data-open-report]").click()
    page.wait_for_selector(".sentence.marked")
    assert page.locator(".kicker").inner_text().startswith(f"Report {label}")
    assert page.locator(".sentence.marked").inner_text().split() == quoted.split()


def test_selection_filters_everything_and_back_restores(desk: Served, open_page: Opener) -> None:
    page = open_page(desk.url)
    page.locator(".key button").first.click()
    voice = page.locator(".key button[aria-pressed=true]").inner_text()
    assert "inf=" in page.url
    assert page.locator(".statement.off, .row.off, .bar.off").count() > 0
    assert page.locator(".rail .exhibit").count() > 0
    address = page.url
    again = open_page(address)
    again.wait_for_selector(".key button[aria-pressed=true]")
    assert again.locator(".key button[aria-pressed=true]").inner_text() == voice
    page.keyboard.press("Escape")
    assert page.get_by_text("Showing everything", exact=False).first.is_visible()
    page.go_back()
    page.wait_for_selector(".key button[aria-pressed=true]")


def test_keys_walk_statements_and_open_the_report(desk: Served, open_page: Opener) -> None:
    page = open_page(desk.url)
    page.wait_for_selector("[data-statement]")
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.locator("[data-statement][aria-current=true]").get_attribute("data-statement") == "2"
    page.keyboard.press("k")
    assert page.locator("[data-statement][aria-current=true]").get_attribute("data-statement") == "1"
    page.keyboard.press("o")
    page.wait_for_selector(".sentence.marked")


def test_brush_narrows_the_days_from_the_keyboard(desk: Served, open_page: Opener) -> None:
    page = open_page(desk.url)
    handle = page.get_by_role("slider", name="First day")
    handle.focus()
    page.keyboard.press("ArrowRight")
    assert "day=" in page.url
    assert re.search(r"Showing on", page.locator(".selection").inner_text().replace("\n", " "))


def test_correct_a_figure_then_undo(own_desk: Served, open_page: Opener) -> None:
    account = own_desk.get(f"/stories/{own_desk.largest()}")["account"]
    figure = next(f for f in account["figures"] if f["best"])
    page = open_page(f"{own_desk.url}/#/review?about=figure:{figure['id']}")
    page.get_by_role("button", name="Confirm").wait_for()
    page.keyboard.press("c")
    assert "Sign with your name" in page.get_by_role("alert").inner_text()
    assert page.get_by_role("alert").bounding_box()["y"] < 900, "it is said where the eye is"
    assert page.get_by_label("Signed by").get_attribute("aria-describedby") == "refused"
    page.locator("h1").click()
    page.keyboard.press("e")
    page.get_by_label("low").fill("98000")
    page.get_by_label("best").fill("98765")
    page.get_by_label("high").fill("99000")
    page.get_by_role("button", name="Correct", exact=True).last.click()
    sign(page, "Ada")
    page.keyboard.press("Enter")
    page.get_by_text("Corrected. U to undo.").wait_for()
    own_desk.settle()

    def best() -> int:
        now = own_desk.get(f"/stories/{own_desk.largest()}")["account"]
        return int(next(f for f in now["figures"] if f["id"] == figure["id"])["best"])

    assert best() == 98765
    assert b"98765" in own_desk.client.get(f"/api/stories/{own_desk.largest()}/account.html").content
    with dateline.Store(own_desk.store) as store:  # a re-run over everything keeps it
        store.add()
        assert next(f.best for f in store.account().figures if f.id == figure["id"]) == 98765
    page.locator("h1").click()
    page.keyboard.press("u")
    page.get_by_text(f"Undone: corrected “{figure['text']}”: best 98765, high 99000, low 98000, by Ada.").wait_for()
    page.get_by_role("heading", name=f"“{figure['text']}”").wait_for()
    own_desk.settle()
    assert best() == figure["best"]


def test_correct_what_happened_who_did_it_and_what_is_counted_then_undo(own_desk: Served, open_page: Opener) -> None:
    story = own_desk.largest()
    account = own_desk.get(f"/stories/{story}")["account"]
    happened = next(e for e in account["events"] if e["kind"] != "arrest")
    figure = next(f for f in account["figures"] if f["what"] != "missing")
    orgs = [e for e in account["entities"] if e["type"] == "org"]
    doer = next(e for e in orgs if any(m["form"] == "name" for m in e["mentions"]))

    def now(kind: str, ident: str) -> dict[str, Any]:
        own_desk.settle()
        found = own_desk.get(f"/stories/{story}")["account"][kind]
        return dict(next(r for r in found if r["id"] == ident))

    page = open_page(f"{own_desk.url}/#/review?about=event:{happened['id']}")
    page.get_by_role("heading", name=f"Does “{happened['trigger']['text']}”").wait_for()
    sign(page, "Ada")
    page.locator("h1").click()
    page.keyboard.press("e")
    page.get_by_label("kind").select_option("arrest")
    page.get_by_label("who did it").select_option(doer["id"])
    page.get_by_role("button", name="Correct", exact=True).last.click()
    page.get_by_text("Corrected. U to undo.").wait_for()
    after = now("events", happened["id"])
    assert (after["kind"], after["actor"]["entity"]) == ("arrest", doer["id"])
    assert {(c["field"], c["by"]) for c in after["corrected"]} == {("kind", "Ada"), ("actor", "Ada")}
    line = page.locator(".effects li", has_text="Ada")
    line.get_by_text(f"“{happened['trigger']['text']}”: done by {doer['name']}, kind arrest").first.wait_for()

    page.goto(f"{own_desk.url}/#/review?about=figure:{figure['id']}")
    page.get_by_role("heading", name=f"Is “{figure['text']}” a count").wait_for()
    page.keyboard.press("e")
    page.get_by_label("what it counts").select_option("missing")
    page.get_by_label("of whom or what").fill("ferrymen")
    page.get_by_role("button", name="Correct", exact=True).last.click()
    page.get_by_text(f"“{figure['text']}”: of ferrymen, counted as missing").first.wait_for()
    counted = now("figures", figure["id"])
    assert (counted["what"], counted["of"]) == ("missing", "ferrymen")

    page.locator("h1").click()
    page.keyboard.press("u")
    page.get_by_text(f"Undone: corrected “{figure['text']}”").wait_for()
    page.keyboard.press("u")
    page.get_by_text(f"Undone: corrected “{happened['trigger']['text']}”").wait_for()
    assert now("figures", figure["id"]) == figure
    assert now("events", happened["id"]) == happened


def test_claims_are_found_by_what_is_said_and_by_who_says_it(
    desk: Served, account_html: str, open_page: Opener
) -> None:
    account = desk.get(f"/stories/{desk.largest()}")["account"]
    names = {e["id"]: e["name"] for e in account["entities"]}
    claim = next(c for c in account["claims"] if c["source"] and c["source"]["entity"])
    word = max(re.findall(r"[A-Za-z]+", claim["content"][0]["text"]), key=len)
    speaker = names[claim["source"]["entity"]].split()[-1]
    for url, offline in ((f"{desk.url}/#/claims", False), (f"{account_html}#/claims", True)):
        page = open_page(url, offline=offline)
        page.locator("[data-line]").first.wait_for()
        everything = int(page.get_by_role("link", name=re.compile("^Claims")).locator("span").inner_text())
        page.get_by_label("Find in what is said").fill(f"{speaker.lower()} {word.upper()}")
        hits = page.get_by_text(re.compile(rf"^\d+ claims? of {everything}$"))
        hits.wait_for()
        total = int(hits.inner_text().split()[0])
        assert 0 < total < everything
        assert page.locator("[data-line]").count() == total
        assert page.locator("[data-line] mark").first.inner_text().lower() in (word.lower(), speaker.lower())
        again = open_page(page.url, offline=offline)
        again.get_by_text(re.compile(rf"^{total} claims? of {everything}$")).wait_for()
        page.get_by_label("Find in what is said").fill("zzzz")
        page.get_by_text("No claim has all of these words").wait_for()


def test_a_place_on_the_map_opens_what_happened_there_by_key(
    desk: Served, account_html: str, open_page: Opener
) -> None:
    for url, offline in ((desk.url, False), (account_html, True)):
        page = open_page(url, offline=offline)
        page.locator("#map").scroll_into_view_if_needed()
        marker = page.locator("[data-site]").first
        marker.wait_for(state="attached")
        page.wait_for_timeout(500)
        site = marker.get_attribute("data-site")
        marker.focus()
        page.keyboard.press("Enter")
        page.get_by_role("heading", name="What happened at").wait_for()
        assert f"place={site}" in page.url, "the address holds it"
        assert page.locator("#there .happening, #there .counts").count() > 0
        page.keyboard.press("Tab")
        assert page.evaluate("document.getElementById('there').contains(document.activeElement)"), "the reader is there"
        page.keyboard.press("Escape")
        page.locator("#there").wait_for(state="detached")
        page.wait_for_function("site => document.activeElement?.dataset.site === site", arg=site)


def test_every_place_is_reached_by_tab_though_its_name_has_no_room(desk: Served, open_page: Opener) -> None:
    page = open_page(desk.url, width=390)
    page.locator("#map").scroll_into_view_if_needed()
    page.locator(".live [data-site]").first.wait_for(state="attached")
    page.wait_for_timeout(500)
    wanted = {m.get_attribute("data-site") for m in page.locator(".live [data-site]").all()}
    page.locator(".live [data-site]").first.focus()
    reached = set()
    for _ in wanted:
        reached.add(page.evaluate("document.activeElement.dataset.site"))
        assert page.evaluate(
            "() => { const on = document.activeElement.getBoundingClientRect(), map = document.querySelector('.live')"
            ".getBoundingClientRect(); return on.left >= map.left - 1 && on.left <= map.right }"
        ), "it is in sight"
        page.keyboard.press("Tab")
    assert reached == wanted


def test_undo_takes_back_the_own_decision_and_asks_again(own_desk: Served, open_page: Opener) -> None:
    account = own_desk.get(f"/stories/{own_desk.largest()}")["account"]
    one, two = account["figures"][:2]
    ref = {"type": "figure", **{k: two[k] for k in ("id", "report", "start", "end", "text")}}
    page = open_page(f"{own_desk.url}/#/review?about=figure:{one['id']}")
    page.get_by_role("heading", name=f"Is “{one['text']}”").wait_for()
    sign(page, "Ada")
    page.locator("h1").click()
    page.keyboard.press("c")
    page.get_by_text("Confirmed. U to undo.").wait_for()
    own_desk.post("/judgements", {"by": "Ben", "verdict": "confirm", "target": ref})
    page.locator(".effects li", has_text="Ben").wait_for()
    page.keyboard.press("u")
    page.get_by_text(f"Undone: confirmed “{one['text']}”, by Ada.").wait_for()
    page.get_by_role("heading", name=f"Is “{one['text']}”").wait_for()
    assert page.locator(".effects li", has_text="Ben").count() == 1


def test_a_link_to_another_store_says_so(desk: Served, open_page: Opener) -> None:
    page = open_page(f"{desk.url}/#/account?story=snope")
    page.get_by_role("heading", name="No such situation in this store").wait_for()
    page.locator("main ul a").first.click()
    page.locator("[data-statement]").first.wait_for()
    assert "story=snope" not in page.url
    page.go_back()
    page.get_by_role("heading", name="No such situation in this store").wait_for()


def test_the_address_holds_the_story(desk: Served, open_page: Opener) -> None:
    page = open_page(f"{desk.url}/#/claims")
    page.locator("main h1").wait_for()
    page.wait_for_url("**story=**")
    page.get_by_role("link", name=re.compile(r"^Review\s*\d+$")).wait_for()


def test_reports_open_with_what_is_selected(desk: Served, open_page: Opener) -> None:
    page = open_page(desk.url)
    page.locator("[data-statement] .standing").last.click()
    page.get_by_role("link", name=re.compile("^Reports")).click()
    page.locator(".sentence.marked").first.wait_for()
    assert "st=" in page.url


def test_merge_two_names(own_desk: Served, open_page: Opener) -> None:
    account = own_desk.get(f"/stories/{own_desk.largest()}")["account"]
    named = [e for e in account["entities"] if any(m["form"] == "name" for m in e["mentions"])]
    people = sorted((e for e in named if e["type"] in ("org", "person")), key=lambda e: -len(e["mentions"]))
    a, b = people[0], people[1]
    page = open_page(f"{own_desk.url}/#/entities/{a['id']}")
    page.get_by_text("Merge or split this name").click()
    sign(page, "Ada")
    page.get_by_label("The same as").select_option(b["id"])
    page.get_by_role("button", name="Merge", exact=True).click()
    page.get_by_text("are one. It can be undone under Review.").wait_for()
    names = {a["name"], b["name"]}
    own_desk.settle()
    after = own_desk.get(f"/stories/{own_desk.largest()}")["account"]["entities"]
    together = [e for e in after if {m["text"] for m in e["mentions"]} >= names]
    assert len(together) == 1


def test_two_people_at_once(own_desk: Served, open_page: Opener) -> None:
    one, two = open_page(own_desk.url), open_page(own_desk.url)
    for page in (one, two):
        page.locator("h1").wait_for()
    before = int(one.get_by_role("link", name=re.compile("^Reports")).locator("span").inner_text())
    one.goto(f"{own_desk.url}/#/add")
    one.get_by_role("button", name="Paste text").click()
    sample = (Path(__file__).parents[2] / "samples" / "01-herald.txt").read_text("utf-8")
    one.get_by_label("Text", exact=True).fill(sample + "\nThe mayor of Beira thanked the crews of the boats.")
    one.get_by_role("button", name="Read it").click()
    one.get_by_text("1 new report in the account").wait_for()
    two.get_by_role("link", name=re.compile(rf"^Reports\s*{before + 1}$")).wait_for()
    assert "/#/" not in two.url or "story=" in two.url, "the other browser stays where it was"


def test_a_broken_file_is_said_and_the_rest_is_read(own_desk: Served, open_page: Opener) -> None:
    page = open_page(f"{own_desk.url}/#/add")
    page.get_by_label("Files to add").set_input_files(
        [
            {"name": "cut.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 cut off"},
            {"name": "good.txt", "mimeType": "text/plain", "buffer": b"EXERCISE. Rain fell on Beira on 12 March 2026."},
        ]
    )
    page.get_by_text("1 new report in the account").wait_for()
    said = page.locator(".notice.wrong").inner_text()
    assert "cut.pdf" in said
    assert "not affected" in said


def test_account_html_opens_from_disk_without_network(account_html: str, open_page: Opener) -> None:
    page = open_page(account_html, offline=True)
    page.locator("h1").wait_for()
    page.locator(".citations button").first.click()
    assert page.locator(".rail .exhibit").count() == 1
    page.wait_for_selector("path.land")
    for name in ("Reports", "Claims", "Names", "Origins", "Search"):
        page.get_by_role("link", name=re.compile(f"^{name}")).first.click()
        page.locator("main").wait_for()
    assert page.get_by_role("link", name="Add reports").count() == 0, "what needs a server is not offered"


@pytest.mark.parametrize("name", PAGES)
def test_no_page_is_wider_than_a_telephone(desk: Served, open_page: Opener, name: str) -> None:
    page = open_page(f"{desk.url}/#/{name}", width=360)
    page.locator("main h1, main h2").first.wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.skipif(not AXE.exists(), reason="needs `npm ci` in ui/")
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_no_serious_barrier(desk: Served, open_page: Opener, name: str, theme: str) -> None:
    page = open_page(f"{desk.url}/#/{name}", color_scheme=theme, bypass_csp=True)
    page.locator("main h1, main h2").first.wait_for()
    page.wait_for_timeout(700)
    page.add_script_tag(path=str(AXE))
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
    grave = [
        {"id": v["id"], "help": v["help"], "at": [n["target"] for n in v["nodes"][:4]], "of": len(v["nodes"])}
        for v in found
        if v["impact"] in ("serious", "critical")
    ]
    assert grave == [], json.dumps(grave, indent=1)


def test_arabic_runs_right_to_left(own_desk: Served, open_page: Opener) -> None:
    text = "قال مسؤول إن 12 شخصا قتلوا في المدينة يوم الأحد. وقال إن البحث مستمر."
    added = own_desk.post("/reports/paste", {"text": text, "title": "تمرين"})
    story = own_desk.get(f"/reports/{added['new'][0]}")["story"]
    page = open_page(f"{own_desk.url}/#/report?story={story}")
    paragraph = page.locator(".text p").last
    paragraph.wait_for()
    assert paragraph.evaluate("(p) => getComputedStyle(p).direction") == "rtl"


def test_nothing_read_yet_offers_the_next_step(tmp_path: Path, open_page: Opener) -> None:
    from .conftest import serve

    with serve(tmp_path / "empty.dateline") as served:
        page = open_page(served.url)
        page.get_by_role("heading", name="Drop reports here").wait_for()
        page.get_by_text("Nothing read yet").first.wait_for()


def test_print_carries_the_sentences_as_endnotes(desk: Served, open_page: Opener) -> None:
    page = open_page(desk.url)
    page.locator("h1").wait_for()
    page.emulate_media(media="print")
    assert page.locator(".endnotes").is_visible()
    assert not page.locator(".rail").is_visible()
    assert page.locator(".endnotes li").count() > 0
