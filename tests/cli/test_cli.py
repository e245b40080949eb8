"""The command line over the real stages: what it prints, what it writes, and with which code it leaves."""

import json
import re
import sqlite3
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from dateline import __version__, settings
from dateline.model import (
    Account,
    Claim,
    Correction,
    Entity,
    EntityMention,
    Event,
    Figure,
    Published,
    Range,
    Report,
    Role,
    Span,
)
from dateline.tell.export import FORMATS

SENTENCE = "EXERCISE: At least 12 people were killed in Beira on 3 March 2026, the Red Cross said on Wednesday.\n"


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    """A store of the samples."""
    path = tmp_path_factory.mktemp("store") / "exercise.dateline"
    code = "from dateline.cli import main; main()"
    samples = Path(__file__).parents[2] / "samples"
    subprocess.run([sys.executable, "-c", code, "add", samples, "--store", path, "-q"], check=True)
    return path


@pytest.fixture
def with_settings(tmp_path, monkeypatch):
    """Settings of one's own for a test."""

    def write(text):
        path = tmp_path / "settings.toml"
        path.write_text(text)
        monkeypatch.setenv("DATELINE_SETTINGS", str(path))
        settings.current.cache_clear()
        settings.digest.cache_clear()

    yield write
    monkeypatch.undo()
    settings.current.cache_clear()
    settings.digest.cache_clear()


def test_version_and_help(dateline):
    assert dateline("--version").out == f"dateline {__version__}\n"
    for command in ("account", "add", "show", "search", "issues", "places", "times", "changes", "doctor", "demo"):
        shown = dateline(command, "--help")
        assert shown.code == 0
        assert command in dateline("--help").out


def test_account_writes_its_files_and_names_them(dateline, samples, tmp_path):
    ran = dateline("account", samples, "-o", tmp_path / "out")
    assert ran.code == 0, ran.err
    written = {p.name for p in (tmp_path / "out").iterdir()}
    assert written >= {"account.json", "account.md", "events.csv", "figures.csv", "claims.csv", "places.geojson"}
    assert all(str(tmp_path / "out" / name) in ran.err for name in written)
    assert "10 reports" in ran.out


def test_account_as_json_and_quietly(dateline, tmp_path):
    (tmp_path / "a.txt").write_text(SENTENCE)
    ran = dateline("account", tmp_path / "a.txt", "-o", tmp_path / "out", "--json")
    assert json.loads(ran.out)["reports"] == 1
    assert ran.err == ""
    quiet = dateline("account", tmp_path / "a.txt", "-o", tmp_path / "out", "--quiet")
    assert (quiet.code, quiet.out, quiet.err) == (0, "", "")


def test_some_unreadable_files_are_named_and_the_rest_is_read(dateline, tmp_path):
    (tmp_path / "a.txt").write_text(SENTENCE)
    (tmp_path / "b.txt").write_bytes(b"")
    ran = dateline("account", tmp_path / "a.txt", tmp_path / "b.txt", tmp_path / "c.txt", "-o", tmp_path / "out")
    assert ran.code == 3
    assert "b.txt: the file is empty" in " ".join(ran.err.split())
    account = json.loads((tmp_path / "out" / "account.json").read_text())
    assert len(account["reports"]) == 1
    assert {i["code"] for i in account["issues"]} >= {"empty", "missing"}


def test_nothing_readable(dateline, tmp_path):
    ran = dateline("account", tmp_path / "none", "-o", tmp_path / "out")
    assert ran.code == 1
    assert "no report could be read" in ran.err
    assert "no such file" in ran.err
    assert not (tmp_path / "out").exists()


def test_wrong_usage_and_wrong_settings(dateline, tmp_path, with_settings):
    assert dateline("account").code == 2
    assert dateline("nonsense").code == 2
    with_settings("max_reports = 3\n")
    ran = dateline("account", tmp_path, "-o", tmp_path / "out")
    assert ran.code == 2
    assert "max_reports" in ran.err


def test_store_trouble(dateline, tmp_path):
    (tmp_path / "a.txt").write_text(SENTENCE)
    assert dateline("show", "--store", tmp_path / "none").code == 4
    assert dateline("add", tmp_path / "a.txt", "--store", tmp_path / "a.txt").code == 4
    (tmp_path / "file").write_text("x")
    ran = dateline("account", tmp_path / "a.txt", "-o", tmp_path / "file")
    assert ran.code == 4
    assert "cannot be written to, it is a file" in ran.err
    assert dateline("account", tmp_path / "none", "-o", tmp_path / "file" / "deep").code == 4  # before it reads


def test_adding_twice_says_so(dateline, samples, store):
    ran = dateline("add", samples, "--store", store)
    assert ran.code == 0
    assert "0 new reports" in ran.out
    assert "were there already" in ran.out
    assert dateline("add", "--store", store).code == 0


@pytest.mark.parametrize("view", ["brief", "timeline", "figures", "claims", "events", "entities", "reports"])
def test_every_view_shows_something(dateline, store, view):
    ran = dateline("show", view, "--store", store)
    assert ran.code == 0
    assert len(ran.out.splitlines()) > 2
    assert json.loads(dateline("show", view, "--store", store, "--json").out)


def test_what_persons_corrected_is_shown_with_who_did(dateline, tmp_path):
    text = "Dr Odeh spoke. Men raided the mill. It was bad. 12 people fled."
    by = (Correction(field="kind", by="Ana"),)
    names = [EntityMention(report="r1", start=0, end=7, text="Dr Odeh", form="name")]
    nobody = Role(text=None, start=None, end=None, entity="odeh")
    raid = Event(
        id="v1", report="r1", trigger=Span(start=19, end=25, text="raided"), kind="arrest", plover=None, acled=None,
        status="happened", sentence=Range(start=15, end=36), actor=nobody, target=None, place=None, time="2031-04-16",
        corrected=by,
    )  # fmt: skip
    claim = Claim(
        id="c1", report="r1", source=nobody, cue=None, content=(Span(start=37, end=47, text="It was bad"),),
        kind="indirect", corrected=(Correction(field="source", by="Ben"),),
    )  # fmt: skip
    count = Figure(
        id="f1", report="r1", start=49, end=58, text="12 people", low=12, best=12, high=12, qualifier="exact",
        unit="people", what="displaced", of="people", place=None, time=None, claim=None, source=None, measure="flow",
        corrected=(Correction(field="what", by="Ana"), Correction(field="of", by="Ben")),
    )  # fmt: skip
    report = Report(id="r1", path="a.txt", url=None, text=text, language="en", published=Published())
    person = Entity(id="odeh", type="person", name="Rana Odeh", aliases=("Odeh",), mentions=tuple(names))
    account = Account(reports=(report,), entities=(person,), events=(raid,), claims=(claim,), figures=(count,))
    (tmp_path / "account.json").write_bytes(msgspec.json.encode(account))

    def shown(*words):
        return " ".join(dateline("show", *words, "-s", tmp_path / "account.json").out.split())

    assert "arrest (corrected: kind by Ana)" in shown("events")
    assert "Rana Odeh" in shown("events")
    assert "Rana Odeh" in shown("claims")
    assert "(corrected: source by Ben)" in shown("claims")
    assert "12 people (corrected: what by Ana, of by Ben)" in shown("figures")
    assert "Rana Odeh" in shown("entity", "dr odeh"), "found as it is written"


def test_one_entity_and_one_report(dateline, store):
    entity = dateline("show", "entity", "Dondo", "--store", store)
    assert "Dondo" in entity.out
    report = dateline("show", "report", "02-courier.txt", "--store", store)
    assert "Seventeen people have lost their lives" in report.out
    missing = dateline("show", "report", "none.txt", "--store", store)
    assert missing.code == 1
    assert "show reports" in missing.err


def test_search_finds_words_and_spellings(dateline, store):
    assert "Mafambisse" in dateline("search", "sugar mill", "--store", store).out
    assert "Macu" in dateline("search", "Macuácua", "--store", store).out
    assert json.loads(dateline("search", "cholera", "--store", store, "--json").out)["reports"]
    for odd in ("", '"', "a AND", "(", "*", "NEAR(", "100% – “x”"):
        assert dateline("search", odd, "--store", store).code == 0, odd


def test_a_format_that_cannot_be_narrowed_says_so(dateline, store, tmp_path):
    for format, said in (("reports", True), ("claims", False)):
        made = dateline("export", "-s", store, "-f", format, "-o", tmp_path / format, "--since", "2026-03-13")
        assert ("cannot be narrowed" in made.err) == said
    assert len((tmp_path / "reports").read_text("utf-8").splitlines()) > 10


def test_issues_places_and_times(dateline, store):
    assert "language-not-read" in dateline("issues", "--store", store).out
    assert "Beira" in dateline("places", "--store", store).out
    assert "2026-03-1" in dateline("times", "--store", store).out


def test_changes_since_a_day_and_between_two_accounts(dateline, store, samples, tmp_path):
    since = json.loads(dateline("changes", "--store", store, "--since", "2026-03-14", "--json").out)
    assert len(since["reports"]) >= 2
    assert "08-dondo-radio.html" in dateline("changes", "--store", store, "--since", "2026-03-14").out
    until = json.loads(dateline("changes", "--store", store, "--between", "2026-03-11", "2026-03-12", "--json").out)
    assert not set(until["reports"]) & set(since["reports"])
    for name, reports in (("a", ["02-courier.txt"]), ("b", ["02-courier.txt", "09-bulletin.txt"])):
        dateline("account", *(samples / r for r in reports), "-o", tmp_path / name, "-q")
    files = [tmp_path / name / "account.json" for name in "ab"]
    assert "09-bulletin.txt" in dateline("changes", "--between", *files).out
    assert "Nothing changed" in dateline("changes", "--between", files[0], files[0]).err
    told = json.loads(files[1].read_text())
    for happening in told["happenings"]:
        happening["summary"] = "One sentence."
    files[1].write_text(json.dumps(told))
    said = dateline("changes", "--between", *files).out.splitlines()
    assert [line.endswith("One sentence. (09-bulletin.txt)") for line in said if "One sentence." in line].count(
        True
    ) == 1
    assert dateline("changes").code == 2
    assert dateline("changes", "--since", "2026-03-14").code == 2


def test_an_account_file_can_be_shown_too(dateline, store, tmp_path, samples):
    dateline("account", samples / "02-courier.txt", "-o", tmp_path, "-q")
    assert "17" in dateline("show", "figures", "-s", tmp_path / "account.json").out
    (tmp_path / "bad.json").write_text("{}x")
    assert dateline("show", "-s", tmp_path / "bad.json").code == 1


def test_a_report_cannot_move_the_cursor(dateline, tmp_path):
    (tmp_path / "a.txt").write_text("EXERCISE: \x1b[2J\x1b[31mred\x07 [bold]x[/bold] [/] " + SENTENCE)
    dateline("add", tmp_path / "a.txt", "--store", tmp_path / "s", "-q")
    for view in ("brief", "claims", "reports", "entities"):
        ran = dateline("show", view, "--store", tmp_path / "s")
        assert ran.code == 0
        assert "\x1b" not in ran.out
    assert "\x1b" not in dateline("show", "report", "a.txt", "--store", tmp_path / "s").out


def test_the_views_can_be_read_with_sqlite_alone(store):
    with sqlite3.connect(store) as connection:
        for view, column in [("reports", "title"), ("events", "kind"), ("claims", "content"), ("figures", "best")]:
            assert connection.execute(f"SELECT {column} FROM {view} WHERE {column} IS NOT NULL").fetchall(), view
        (counted,) = connection.execute("SELECT count(*) FROM figures WHERE best = 17").fetchone()
        assert counted >= 1


def test_doctor_names_every_part(dateline):
    ran = dateline("doctor", "--json")
    findings = {f["part"]: f for f in json.loads(ran.out)}
    assert {"python", "packages", "sqlite", "settings", "reading", "page", "disk"} <= set(findings)
    assert findings["reading"]["ok"], findings["reading"]


def test_the_package_runs_as_a_module():
    ran = subprocess.run([sys.executable, "-m", "dateline.cli", "--version"], capture_output=True, text=True)
    assert ran.stdout == f"dateline {__version__}\n"


def test_a_correction_that_means_nothing_is_an_issue_and_leaves_the_store_alone(dateline, tmp_path):
    (tmp_path / "a.txt").write_text(SENTENCE)
    store, table = tmp_path / "s", tmp_path / "figures.csv"
    dateline("add", tmp_path / "a.txt", "--store", store, "-q")
    dateline("export", "-s", store, "-f", "figures", "-o", table)
    table.write_text(table.read_text().replace(",12,,,at_least,", f",{'9' * 26},,,at_least,"))
    ran = dateline("import", table, "-s", store, "--by", "ana")
    assert ran.code == 3
    assert "expected a whole number" in " ".join(ran.err.split())
    with sqlite3.connect(store) as connection:
        assert connection.execute("SELECT count(*) FROM judgements").fetchone() == (0,)
    (tmp_path / "b.txt").write_text(SENTENCE.replace("12", "14"))
    assert dateline("add", tmp_path / "b.txt", "--store", store).code == 0


def test_an_account_made_again_where_the_reports_are_is_the_same(dateline, tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_text(SENTENCE)
    monkeypatch.chdir(tmp_path)
    assert dateline("account", ".").code == 0
    first = (tmp_path / "out" / "account.json").read_bytes()
    assert dateline("account", ".").code == 0
    assert (tmp_path / "out" / "account.json").read_bytes() == first
    assert dateline("add", ".", "--store", "case").code == 3  # the account of before is none of the store's
    assert len(json.loads(dateline("show", "reports", "-s", "case", "--json").out)) == 1
    ran = dateline("issues", "-s", "case", "--json")
    assert {i["code"] for i in json.loads(ran.out) if i["stage"] == "intake"} == {"own-output"}
    assert "case" not in {Path(i["report"] or "").name for i in json.loads(ran.out)}


@pytest.mark.parametrize("command", [("account", "-o"), ("add", "--store")])
def test_a_report_that_is_kept_but_not_read_is_told(dateline, tmp_path, with_settings, command):
    (tmp_path / "a.txt").write_text(SENTENCE)
    with_settings("max_read_chars = 50\n")
    ran = dateline(command[0], tmp_path / "a.txt", command[1], tmp_path / "made")
    assert ran.code == 3
    assert "a.txt: 100 characters are more than one report has" in " ".join(ran.err.split())


def test_every_issue_names_its_file(dateline, tmp_path):
    texts = {
        "undated.txt": "EXERCISE: The mayor of Beira said 12 boats were lost.",
        "odd.json": json.dumps({"text": SENTENCE, "date_publish": "99999-01-01"}),
        "other.txt": "УЧЕНИЕ: На реке утонули двенадцать лодок, сообщил мэр города в среду вечером.",
        "deep.html": f"{'<div>' * 3000}<p>{SENTENCE}</p>",
        "empty.txt": "",
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text)
    assert dateline("account", tmp_path, "-o", tmp_path / "out", "-q").code == 3
    ran = dateline("issues", "-s", tmp_path / "out" / "account.json")
    lines = ran.out.splitlines()
    assert {name for name in texts if any(f"{tmp_path / name}: " in line for line in lines)} == set(texts)
    assert all(str(tmp_path) in line for line in lines)


def test_one_story_of_a_store_and_of_a_file(dateline, tmp_path):
    (tmp_path / "a.txt").write_text(SENTENCE)
    (tmp_path / "b.txt").write_text("EXERCISE: A ferry sank off Tolvar on 9 June 2029, drowning 40, its owner said.\n")
    both = [tmp_path / "a.txt", tmp_path / "b.txt"]
    store, file = tmp_path / "s.json", tmp_path / "out" / "account.json"
    dateline("add", *both, "--store", store, "-q")
    dateline("account", *both, "-o", tmp_path / "out", "-q")
    stories = json.loads(dateline("show", "stories", "-s", store, "--json").out)
    assert [s["id"] for s in stories] == [s["id"] for s in json.loads(file.read_text())["stories"]]
    assert stories[0]["id"] in dateline("show", "stories", "-s", file).out
    for story in (s["id"] for s in stories):
        for view in ("brief", "figures", "reports", "entities", "claims"):
            shown = [dateline("show", view, "-s", x, "--story", story, "--json").out for x in (store, file)]
            assert shown[0] == shown[1], view
        assert len(json.loads(shown[0])) < 4
    for command in (("show", "brief"), ("export", "-f", "happenings", "-o", tmp_path / "x.csv")):
        for where in (store, file):
            ran = dateline(*command, "-s", where, "--story", "nope")
            assert ran.code == 1
            assert "show stories" in ran.err


def test_moments_that_are_none_are_refused(dateline, store):
    for wrong in ("2016-13-45", "2016-11-10T25:99", "2016-11-40", "soon"):
        ran = dateline("changes", "--store", store, "--since", wrong)
        assert (ran.code, "is no day or minute" in ran.err) == (1, True), wrong
    assert "older moment first" in dateline("changes", "-s", store, "--between", "2026-03-12", "2026-03-11").err
    assert "'nosuch' is no day" in dateline("changes", "-s", store, "--between", "2026-03-12", "nosuch").err


def test_a_report_can_be_taken_out(dateline, tmp_path):
    for name, text in (("a.txt", SENTENCE), ("b.txt", SENTENCE.replace("12", "14"))):
        (tmp_path / name).write_text(text)
    store = tmp_path / "s"
    dateline("add", tmp_path / "a.txt", tmp_path / "b.txt", "--store", store, "-q")
    assert dateline("remove", "b.txt", tmp_path / "b.txt", "--store", store).code == 0
    (left,) = json.loads(dateline("show", "reports", "-s", store, "--json").out)
    assert left["path"].endswith("a.txt")
    assert dateline("remove", "b.txt", "--store", store).code == 1


def test_an_export_from_a_store_has_every_issue(dateline, tmp_path):
    (tmp_path / "a.txt").write_text(SENTENCE)
    (tmp_path / "b.txt").write_text("EXERCISE: A ferry sank off Tolvar on 9 June 2029, drowning 40, its owner said.\n")
    (tmp_path / "c.txt").write_bytes(b"")
    store, lines = tmp_path / "s", tmp_path / "x.jsonl"
    dateline("add", tmp_path / "a.txt", tmp_path / "b.txt", tmp_path / "c.txt", "--store", store, "-q")
    dateline("export", "-s", store, "-f", "jsonl", "-o", lines)
    exported = [r["record"] for r in map(json.loads, lines.read_text().splitlines()) if r["type"] == "issues"]
    of_all = json.loads(dateline("issues", "-s", store, "--json").out)
    assert sorted(map(json.dumps, exported)) == sorted(map(json.dumps, of_all))
    assert "empty" in {i["code"] for i in exported}


def test_a_date_that_may_shift_the_account_is_told(dateline, tmp_path):
    said = {
        "12 March 2031": "EXERCISE: The dam above Orlu broke in the night and drowned the market, the mayor said.",
        "13 March 2031": "EXERCISE: Divers in Orlu found four bodies below what is left of the dam on Thursday.",
        "14 March 2062": "EXERCISE: Nobody in Orlu had been warned that the dam might break, the mayor of Orlu said.",
    }
    for n, (day, text) in enumerate(said.items()):
        (tmp_path / f"{n}.txt").write_text(f"Dam breaks above Orlu\n\nPublished: {day}\n\n{text}\n")
    ran = dateline("add", tmp_path, "-s", tmp_path / "s.dateline")
    assert ran.code == 0
    assert "2.txt: dated 2062-03-14, 31 years after the other reports of its story" in " ".join(ran.err.split())


def test_an_export_of_a_store_is_that_of_its_account(dateline, tmp_path):
    """Byte for byte, in every format; what stories have in common stands once in a file of records or places."""
    texts = {
        "a.txt": SENTENCE,
        "b.txt": "Ferry sinks off Tolvar\n\nEXERCISE: The ferry Orlu sank off the isle of Tolvar on 9 June 2029, "
        "drowning 40 passengers, its owner said. Divers looked for the captain, and fishermen brought 31 survivors to "
        "the harbour of Tolvar. The ferry had been built in Beira.\n",
        "d.txt": "",
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text)
    store, file = tmp_path / "s", tmp_path / "out" / "account.json"
    given = [tmp_path / name for name in texts]
    dateline("add", *given, "--store", store, "-q")
    dateline("account", *given, "-o", tmp_path / "out", "-q")
    assert len(json.loads(file.read_text())["stories"]) > 1
    for format in FORMATS:
        made = [tmp_path / f"{n}" for n in range(2)]
        for where, path in zip((store, file), made, strict=True):
            assert dateline("export", "-s", where, "-f", format, "-o", path).code == 0
        assert made[0].read_bytes() == made[1].read_bytes(), format
        if format == "jsonl":
            lines = [json.loads(line) for line in made[0].read_text().splitlines()]
            ids = [(line["type"], line["record"].get("id") or line["record"].get("entity")) for line in lines]
            named = [key for key in ids if key[0] in ("entities", "places", "origins")]
            assert len(named) == len(set(named))
            (beira,) = (r["record"] for r in lines if r["type"] == "entities" and r["record"]["name"] == "Beira")
            assert len({m["report"] for m in beira["mentions"]}) == 2
        if format == "places":
            placed = [f["properties"] for f in json.loads(made[0].read_text())["features"]]
            assert [p["name"] for p in placed].count("Beira") == 1
            assert max(p["mentions"] for p in placed if p["name"] == "Beira") == 2
    for name, format in (("figures.csv", "figures"), ("events.csv", "events"), ("places.geojson", "places")):
        dateline("export", "-s", store, "-f", format, "-o", tmp_path / "x")
        assert (tmp_path / "out" / name).read_bytes() == (tmp_path / "x").read_bytes()


def test_changes_say_who_says_so_and_name_places(dateline, tmp_path):
    """What moved comes first, and nothing is said by its id."""
    told = {
        "1.txt": "2 May 2031\n\nEXERCISE: The dam above Orlu broke on Friday and killed four people, police said.\n",
        "2.txt": "4 May 2031\n\nEXERCISE: The dam that broke above Orlu on Friday killed nine people and destroyed 60 "
        "houses, police said on Sunday. The mayor of Orlu denied that anybody had been warned.\n",
    }
    for name, text in told.items():
        (tmp_path / name).write_text(f"Dam breaks above Orlu\n\n{text}")
    store, files = tmp_path / "s", [tmp_path / n / "account.json" for n in "ab"]
    for file, names in zip(files, (["1.txt"], ["1.txt", "2.txt"]), strict=True):
        dateline("account", *(tmp_path / name for name in names), "-o", file.parent, "-q")
    dateline("add", tmp_path / "1.txt", tmp_path / "2.txt", "-s", store, "-q")
    for asked in (("-s", store, "--since", "2031-05-03"), ("--between", *files)):
        lines = dateline("changes", *asked).out.splitlines()
        assert lines[0].startswith("figure people killed")
        assert "four" in lines[0].split("→")[0]
        assert "police; 2.txt" in lines[0].split("→")[1]
        (denied,) = [line for line in lines if line.startswith("denied")]
        assert denied.startswith("denied The mayor of Orlu: ")
        assert denied.endswith("(2.txt)")
        assert not [line for line in lines if re.search(r"\b[a-z][0-9a-f]{16}\b", line)]
