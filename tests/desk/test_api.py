"""The JSON API over a real server."""

import json
from pathlib import Path

import msgspec
import pytest

import dateline
from dateline.library import StoryLine, TextHit
from dateline.model import Account, Judgement, Ref

from .conftest import WRITE, Served, serve


def test_story_gives_the_account_of_its_reports(desk: Served) -> None:
    page = desk.get("/stories")
    assert page["total"] == len(page["stories"]) > 0
    for line in page["stories"]:
        account = msgspec.convert(desk.get(f"/stories/{line['id']}")["account"], Account)
        assert len(account.reports) == line["reports"]
        assert len({r.origin for r in account.reports}) == line["origins"]


def test_account_file_is_the_contract(desk: Served) -> None:
    account = msgspec.convert(desk.get(f"/stories/{desk.largest()}/account.json"), Account)
    assert account.figures
    for figure in account.figures:
        report = next(r for r in account.reports if r.id == figure.report)
        assert report.text[figure.start : figure.end] == figure.text


def test_filters_narrow_and_never_add(desk: Served) -> None:
    story = desk.largest()
    whole = desk.get(f"/stories/{story}")["account"]
    voice = next(c["source"]["entity"] for c in whole["claims"] if c["source"] and c["source"]["entity"])
    part = desk.get(f"/stories/{story}?voice={voice}")["account"]
    said = {c["id"] for c in whole["claims"] if c["source"] and c["source"]["entity"] == voice}
    assert said <= {c["id"] for c in part["claims"]}
    assert len(part["claims"]) < len(whole["claims"])
    assert {e["id"] for e in part["events"]} <= {e["id"] for e in whole["events"]}
    late = desk.get(f"/stories/{story}?since=2099-01-01")["account"]
    assert late["events"] == []
    assert late["figures"] == []


@pytest.mark.parametrize(
    ("query", "word"),
    [
        ("st=3", "st"),
        ("origin=A", "origin"),
        ("voice=none", "voice"),
        ("kind=quarrel", "quarrel"),
        ("since=soon", "since"),
    ],
)
def test_what_a_story_cannot_be_narrowed_to_is_said(desk: Served, query: str, word: str) -> None:
    for path in (f"/stories/{desk.largest()}", f"/stories/{desk.largest()}/export/brief-md"):
        answer = desk.client.get(f"/api{path}?{query}")
        assert answer.status_code == 400
        assert word in answer.json()["message"]


def test_an_export_of_a_day_says_so_in_its_name_and_first_line(desk: Served) -> None:
    story = desk.largest()
    account = desk.get(f"/stories/{story}")["account"]
    day = next(h["start"] for h in account["happenings"] if h["start"])
    part = desk.client.get(f"/api/stories/{story}/export/brief-md?since={day}&until={day}")
    assert f"-{day}-brief.md" in part.headers["content-disposition"]
    assert "Only what is told of" in part.text.splitlines()[2]
    whole = desk.client.get(f"/api/stories/{story}/export/brief-md")
    assert "Only what is told" not in whole.text
    assert day not in whole.headers["content-disposition"]


def test_formats_that_cannot_be_narrowed_say_so(desk: Served) -> None:
    whole = {f["name"] for f in desk.get("/formats") if not f["narrows"]}
    assert whole == {"reports", "places"}
    path = f"/api/stories/{desk.largest()}/export/reports"
    of_a_day = desk.client.get(f"{path}?since=2099&until=2099")
    assert of_a_day.content == desk.client.get(path).content
    assert "2099" not in of_a_day.headers["content-disposition"]


def test_unchanged_account_is_not_sent_again(desk: Served) -> None:
    first = desk.client.get(f"/api/stories/{desk.largest()}")
    again = desk.client.get(f"/api/stories/{desk.largest()}", headers={"If-None-Match": first.headers["etag"]})
    assert again.status_code == 304
    assert again.content == b""


@pytest.mark.parametrize("path", ["/stories/nothing", "/reports/nothing", "/stories/nothing/queue"])
def test_unknown_is_404_in_the_one_shape(desk: Served, path: str) -> None:
    answer = desk.client.get(f"/api{path}")
    assert answer.status_code == 404
    assert set(answer.json()) == {"status", "code", "message"}
    assert answer.json()["code"] == "not-found"


def test_search_is_that_of_the_command_line(desk: Served) -> None:
    found_stories = desk.get("/stories")["stories"]
    with dateline.Store(desk.store) as store:
        for words in ("cyclone", "2026-03-12", "Dondo 2026-03"):
            found = msgspec.convert(desk.get(f"/search?q={words}")["texts"], list[TextHit])
            assert found == store.find_text(words)
            assert found
        assert msgspec.convert(found_stories, list[StoryLine]) == list(store.stories().stories)


def test_search_finds_words_names_and_dates(desk: Served) -> None:
    found = desk.get("/search?q=cyclone")
    assert found["texts"]
    assert all("[" in hit["excerpt"] for hit in found["texts"])
    assert desk.get("/search?q=beir")["names"]
    assert desk.get("/search?q=2026-03-12")["texts"]


@pytest.mark.parametrize(
    "words",
    [
        "'; DROP TABLE texts; --", '" OR 1=1', "x' UNION SELECT * FROM captures --", "NEAR(", "a* NOT", "%00", '"',
        "(((", "texts:x",
    ],
)  # fmt: skip
def test_search_is_not_sql(desk: Served, words: str) -> None:
    answer = desk.client.get("/api/search", params={"q": words})
    assert answer.status_code == 200, answer.text
    assert desk.get("/state")["reports"] > 0


def test_changes_since_a_day(desk: Served) -> None:
    story = desk.largest()
    days = sorted(
        {(r["published"]["value"] or "")[:10] for r in desk.get(f"/stories/{story}")["account"]["reports"]} - {""}
    )
    changes = desk.get(f"/stories/{story}/changes?since={days[0]}")
    assert changes["reports"]
    assert desk.get(f"/stories/{story}/changes?since={days[-1]}")["reports"] == []


def test_api_documents_every_route(desk: Served) -> None:
    schema = desk.get("/schema/openapi.json")
    assert schema["openapi"].startswith("3.1")
    for path in ("/api/stories", "/api/search", "/api/judgements", "/api/reports", "/api/live"):
        assert path in schema["paths"]
        assert all(operation["summary"] for operation in schema["paths"][path].values())
    page = desk.client.get("/api/docs").text
    assert "/api/judgements/import" in page
    assert "<script" not in page


def figure_ref(served: Served) -> tuple[str, dict[str, object], dict[str, object]]:
    story = served.largest()
    account = served.get(f"/stories/{story}")["account"]
    figure = next(f for f in account["figures"] if f["best"])
    ref = {"type": "figure", **{k: figure[k] for k in ("id", "report", "start", "end", "text")}}
    return story, figure, ref


def test_correction_is_kept_and_undone(own_store: Path) -> None:
    with serve(own_store) as served:
        story, figure, ref = figure_ref(served)
        made = served.post(
            "/judgements",
            {"by": "Ada", "verdict": "correct", "target": ref, "field": "best", "value": "4321", "why": "typo"},
        )
        served.settle()
        after = served.get(f"/stories/{story}")["account"]
        assert next(f for f in after["figures"] if f["id"] == figure["id"])["best"] == 4321
    with serve(own_store) as served:  # another run, another process
        again = served.get(f"/stories/{story}")["account"]
        assert next(f for f in again["figures"] if f["id"] == figure["id"])["best"] == 4321
        lines = served.client.get("/api/judgements.jsonl").text.splitlines()
        assert msgspec.json.decode(lines[0], type=Judgement).by == "Ada"
        served.post(f"/judgements/{made['id']}/undo", {"by": "Ben"})
        served.settle()
        undone = served.get(f"/stories/{story}")["account"]
        assert next(f for f in undone["figures"] if f["id"] == figure["id"])["best"] == figure["best"]
        assert [j["verdict"] for j in served.get("/judgements")] == ["correct", "undo"]


def test_what_was_decided_in_one_go_is_undone_in_one_go(own_desk: Served) -> None:
    story, figure, ref = figure_ref(own_desk)
    fields = {"low": 400, "best": 432, "high": 460}
    decisions = [
        {"by": "Ada", "verdict": "correct", "target": ref, "field": name, "value": str(value)}
        for name, value in fields.items()
    ]
    made = own_desk.post("/judgements", decisions)
    assert len({j["batch"] for j in made}) == 1
    own_desk.settle()

    def bounds() -> dict[str, int]:
        now = own_desk.get(f"/stories/{story}")["account"]["figures"]
        return {name: f[name] for f in now if f["id"] == figure["id"] for name in fields}

    assert bounds() == fields
    own_desk.post("/judgements", {"by": "Ben", "verdict": "confirm", "target": ref})
    (bens, adas) = own_desk.get(f"/stories/{story}/queue")["decided"]
    assert (bens["by"], adas["by"]) == ("Ben", "Ada")
    assert adas["says"] == f"“{figure['text']}”: best 432, high 460, low 400"
    undone = own_desk.post(f"/judgements/{adas['id']}/undo", {"by": "Ada"})
    assert sorted(j["value"] for j in undone) == sorted(j["id"] for j in made)
    own_desk.settle()
    assert bounds() == {name: figure[name] for name in fields}
    own_desk.post(f"/judgements/{undone[0]['id']}/undo", {"by": "Ada"})
    own_desk.settle()
    assert bounds() == fields, "the undoing is undone in one go too"


def test_a_claim_gets_another_speaker_and_a_count_another_place(own_desk: Served) -> None:
    story = own_desk.largest()
    account = own_desk.get(f"/stories/{story}")["account"]
    claim = next(c for c in account["claims"] if c["source"] and c["source"]["entity"])
    figure = next(f for f in account["figures"] if f["place"])
    other = next(e["id"] for e in account["entities"] if e["id"] not in (claim["source"]["entity"], figure["place"]))
    speaker = {"text": None, "start": None, "end": None, "entity": other}
    content = claim["content"][0]
    for target, field, value in (
        ({"type": "claim", "id": claim["id"], "report": claim["report"], **content}, "source", speaker),
        ({"type": "figure", **{k: figure[k] for k in ("id", "report", "start", "end")}}, "place", other),
    ):
        decision = {"by": "Ada", "verdict": "correct", "target": target, "field": field, "value": json.dumps(value)}
        own_desk.post("/judgements", decision)
    own_desk.settle()
    now = own_desk.get(f"/stories/{story}")["account"]
    assert next(c for c in now["claims"] if c["id"] == claim["id"])["source"] == speaker
    assert next(f for f in now["figures"] if f["id"] == figure["id"])["place"] == other


def test_any_place_and_time_can_be_asked_about(own_desk: Served) -> None:
    story = own_desk.largest()
    account = own_desk.get(f"/stories/{story}")["account"]
    place = next(p for p in account["places"] if p["lat"] is not None)
    time = next(t for t in account["times"] if t["value"])
    asked = own_desk.get(f"/stories/{story}/queue?about=place:{place['entity']}")["questions"][0]
    assert (asked["kind"], asked["target"]["id"]) == ("place", place["entity"])
    asked = own_desk.get(f"/stories/{story}/queue?about=time:{time['report']}:{time['start']}")["questions"][0]
    assert (asked["kind"], asked["proposed"]) == ("time", time["value"])


def test_a_part_that_is_handed_over_says_so(desk: Served) -> None:
    story = desk.largest()
    part = desk.client.get(f"/api/stories/{story}/export/brief-md?since=2026-03-12&until=2026-03-12")
    assert part.headers["content-disposition"].endswith('-2026-03-12-brief.md"')
    assert "Only what is told of 12 March 2026" in part.text.splitlines()[2]
    whole = desk.client.get(f"/api/stories/{story}/export/brief-md")
    assert "Only what is told" not in whole.text
    names = [
        desk.client.get(f"/api/stories/{story}/export/{f}").headers["content-disposition"] for f in ("xlsx", "hxl")
    ]
    assert len(set(names)) == 2


def test_a_decision_on_disk_is_told_by_the_next_run(own_store: Path) -> None:
    with dateline.Store(own_store) as store:
        figure = next(f for f in store.account().figures if f.best)
        ref = Ref(type="figure", id=figure.id, report=figure.report, start=figure.start, end=figure.end)
        store.note([Judgement(id="j1", at="2026-03-20T00:00:00Z", by="Ada", why="", verdict="reject", target=ref)])
    with serve(own_store) as served:
        served.settle()
        assert figure.id not in {f["id"] for f in served.get(f"/stories/{served.largest()}")["account"]["figures"]}


def test_judgements_travel_between_stores(own_desk: Served, read_store: Path, tmp_path: Path) -> None:
    _, _, ref = figure_ref(own_desk)
    own_desk.post("/judgements", {"by": "Ada", "verdict": "confirm", "target": ref})
    lines = own_desk.client.get("/api/judgements.jsonl").content
    given = own_desk.client.post("/api/judgements/import", content=lines, headers=WRITE).json()
    assert given == {"given": 1, "new": 0}
    bad = own_desk.client.post("/api/judgements/import", content=lines + b"{nonsense}\n", headers=WRITE)
    assert bad.status_code == 400
    assert "line 2" in bad.json()["message"]


FIGURE = {"type": "figure", "id": "f1"}


@pytest.mark.parametrize(
    ("record", "word"),
    [
        ({"by": "Ada", "verdict": "same", "target": {"type": "entity", "id": "e1"}}, "other"),
        ({"by": "Ada", "verdict": "correct", "target": {"type": "figure", "id": "f1"}}, "field"),
        ({"by": "", "verdict": "confirm", "target": {"type": "figure", "id": "f1"}}, "by"),
        ({"by": "Ada", "verdict": "erase", "target": {"type": "figure", "id": "f1"}}, "verdict"),
        ({"by": "Ada", "verdict": "confirm", "target": {"type": "figure", "id": "f1"}, "at": "1970"}, "at"),
        ({"by": "Ada", "verdict": "correct", "target": FIGURE, "field": "best", "value": 27 * "1"}, "whole number"),
        ({"by": "Ada", "verdict": "correct", "target": FIGURE, "field": "best", "value": "{"}, "JSON"),
        ({"by": "Ada", "verdict": "correct", "target": FIGURE, "field": "worth", "value": "1"}, "field"),
        ({"by": "Ada", "verdict": "grade", "target": {"type": "happening", "id": "h1"}, "value": "super"}, "contested"),
    ],
)  # fmt: skip
def test_a_decision_that_is_none_is_refused(own_desk: Served, record: object, word: str) -> None:
    answer = own_desk.client.post("/api/judgements", json=record, headers=WRITE)
    assert answer.status_code == 400
    assert word in answer.json()["message"]
    assert own_desk.get("/judgements") == []


def test_upload_paste_and_remove(own_desk: Served) -> None:
    before = own_desk.get("/state")["reports"]
    files = [
        ("files", ("../../etc/passwd.txt", b"EXERCISE. The mayor of Beira said 12 people were killed.")),
        ("files", ("cut.pdf", b"%PDF-1.4 cut off")),
    ]  # fmt: skip
    added = own_desk.client.post("/api/reports", files=files, headers=WRITE).json()
    assert len(added["new"]) == 1
    assert [i["report"] for i in added["issues"]] == ["cut.pdf"]
    report = own_desk.get(f"/reports/{added['new'][0]}")
    assert report["path"] == "passwd.txt"
    pasted = own_desk.post(
        "/reports/paste", {"text": "EXERCISE. Rain fell on Chimoio.", "title": "Rain", "outlet": "Gazette"}
    )
    assert own_desk.get("/state")["reports"] == before + 2
    assert own_desk.get(f"/reports/{pasted['new'][0]}")["title"] == "Rain"
    gone = own_desk.client.delete(f"/api/reports/{pasted['new'][0]}", headers=WRITE)
    assert gone.status_code == 204
    assert own_desk.get("/state")["reports"] == before + 1


def test_watched_folder_is_read_and_listeners_hear_of_it(own_store: Path, tmp_path: Path) -> None:
    folder = tmp_path / "inbox"
    folder.mkdir()
    with serve(own_store, watched=folder) as served, served.client.stream("GET", "/api/live") as stream:
        lines = stream.iter_lines()
        assert "hello" in next(lines)
        (folder / "late.txt").write_text("EXERCISE. Helena Macuacua said 40 people were missing in Buzi.", "utf-8")
        (folder / ".hidden.txt").write_text("not for you", "utf-8")
        news = []
        for line in lines:
            if line.startswith("data:"):
                news.append(line[5:])
            if "added" in line:
                break
        assert any('"progress"' in one for one in news)
    with serve(own_store) as served:
        assert any(
            "40 people" in json.dumps(served.get(f"/stories/{s['id']}")) for s in served.get("/stories")["stories"]
        )
