"""The part of an account that is asked for: closed under reference, and by what it is chosen."""

from collections import Counter
from collections.abc import Iterator
from functools import cache

import msgspec
import pytest
from msgspec.structs import replace

from dateline.model import Account, BriefSentence, Claim, Contradiction, Side
from dateline.tell.filters import Filter, keep, unknown
from dateline.tell.part import name_file, say_part
from tests.conftest import ROOT
from tests.tell.export.conftest import make_account, span


@cache
def samples() -> Account:
    return msgspec.json.decode((ROOT / "tests/golden/account.json").read_bytes(), type=Account)


def most(values: Iterator[str | None]) -> str:
    return Counter(value for value in values if value).most_common(1)[0][0]


def filters() -> dict[str, Filter]:
    account = samples()
    day = most(h.start for h in account.happenings)
    return {
        "since": Filter(since=day),
        "until": Filter(until=day),
        "day": Filter(since=day, until=day),
        "place": Filter(place=most(h.place for h in account.happenings)),
        "kind": Filter(kind=most(h.kind for h in account.happenings)),
        "group": Filter(kind="movement"),
        "actor": Filter(actor=most(a for h in account.happenings for a in h.actors)),
        "voice": Filter(voice=most(c.source.entity for c in account.claims if c.source)),
        "origin": Filter(origin=most(r.origin for r in account.reports if r.language == "en")),
        "grade": Filter(grade=most(h.grade for h in account.happenings if h.grade != "corroborated")),
        "story": Filter(story=account.stories[0].id),
    }


def names(account: Account) -> Iterator[tuple[str, str | None]]:
    """Every id that a record names, with the list that must hold it."""
    for figure in account.figures:
        yield from (("claims", figure.claim), ("events", figure.event))
        yield from (("entities", figure.place), ("entities", figure.source), ("reports", figure.report))
    for event in account.events:
        yield from (("claims", event.claim), ("entities", event.place), ("reports", event.report))
        yield from (("figures", f) for f in event.figures)
    for claim in account.claims:
        yield from (("reports", claim.report), ("entities", claim.source.entity if claim.source else None))
    for happening in account.happenings:
        yield from (("events", e) for e in (*happening.events, *happening.stages))
        yield from (("contradictions", c) for c in happening.conflicts)
        yield from (("origins", o) for o in happening.originals)
        yield from (("entities", x) for x in (happening.place, *happening.actors, *happening.voices))
        yield "stories", happening.story
    for series in account.series:
        yield from (("figures", f) for f in (*series.members, series.latest))
        yield from (("figures", f) for r in series.relations for f in (r.a, r.b))
        yield from (("happenings", series.happening), ("stories", series.story))
    for contradiction in account.contradictions:
        for side in (contradiction.a, contradiction.b):
            yield {"claim": "claims", "event": "events", "figure": "figures"}[side.type], side.id
    for entry in account.timeline:
        yield "happenings", entry.happening
    for report in account.reports:
        yield from (("origins", report.origin), ("stories", report.story))


LISTS = "reports origins stories entities claims figures events happenings series contradictions".split()


@pytest.mark.parametrize("field", filters())
def test_every_id_that_a_part_names_is_in_it(field: str) -> None:
    part = keep(samples(), filters()[field])
    held = {name: {record.id for record in getattr(part, name)} for name in LISTS}
    assert part.happenings
    assert [(where, id_) for where, id_ in names(part) if id_ and id_ not in held[where]] == []
    told = set().union(*held.values())
    assert [b.text for b in part.brief if not b.refs or not set(b.refs) <= told] == []


@pytest.mark.parametrize("field", filters())
def test_what_is_kept_stays_as_it_was_and_in_order(field: str) -> None:
    whole, part = samples(), keep(samples(), filters()[field])
    for name in LISTS:
        own = [replace(r, happening=None) if name == "series" else r for r in getattr(whole, name)]
        kept = [replace(r, happening=None) if name == "series" else r for r in getattr(part, name)]
        assert kept == [record for record in own if record in kept]
    if field != "story":  # the other story is a report that is not read
        assert sum(len(getattr(part, name)) for name in LISTS) < sum(len(getattr(whole, name)) for name in LISTS)


def test_nothing_asked_is_the_account_itself() -> None:
    account = make_account()
    assert keep(account, Filter()) is account
    assert say_part(account) == say_part(keep(account, Filter(story="s1"))) == ""


@pytest.mark.parametrize(
    ("field", "id_", "words"),
    [("actor", "e-front", "red line"), ("voice", "e-front", "Front"), ("place", "e-umza", "umz")],
)
def test_an_id_and_a_part_of_the_name_ask_for_the_same(field: str, id_: str, words: str) -> None:
    by_id, by_name = (keep(make_account(), Filter(**{field: value})) for value in (id_, words))
    assert by_id.happenings == by_name.happenings != ()
    assert (by_id.figures, by_id.claims, by_id.brief) == (by_name.figures, by_name.claims, by_name.brief)


def with_a_toll(**changed: object) -> Account:
    """The paper of the day after Monday's bomb counts its dead again, and the brief says how many."""
    account = make_account()
    figures = tuple(replace(f, **changed) if f.id == "f2" else f for f in account.figures)
    toll = BriefSentence(text="At least 14 people were killed.", support=(), topic="how_many", refs=("q1",), story="s1")
    return replace(account, figures=figures, brief=(*account.brief, toll))


THE_DAY_AFTER = Filter(since="2031-05-06", until="2031-05-06", place="e-kelo")


@pytest.mark.parametrize("changed", [{}, {"time": "2031-05-06", "measure": "flow"}])
def test_the_toll_counted_on_a_day_is_of_that_day_without_what_happened_before(changed: dict[str, object]) -> None:
    part = keep(with_a_toll(**changed), THE_DAY_AFTER)
    assert part.happenings == ()
    assert [(s.id, s.members, s.happening) for s in part.series] == [("q1", ("f1", "f2"), None)]
    assert [b.text for b in part.brief] == ["At least 14 people were killed."]


def test_neither_a_flow_nor_a_count_of_old_is_of_the_day_of_its_report() -> None:
    flow = with_a_toll(measure="flow")
    toll = with_a_toll()
    old = replace(toll, series=tuple(replace(s, background=True) for s in toll.series))
    assert keep(flow, THE_DAY_AFTER).series == keep(old, THE_DAY_AFTER).series == ()


def test_of_a_happening_of_two_days_the_timeline_tells_the_day_asked_for() -> None:
    account = make_account()
    shelling = account.happenings[1].id
    days = tuple(replace(account.timeline[0], start=d, end=d, happening=shelling) for d in ("2031-05-05", "2031-05-06"))
    part = keep(replace(account, timeline=days), Filter(since="2031-05-06"))
    assert [h.id for h in part.happenings] == [shelling]
    assert [t.start for t in part.timeline] == ["2031-05-06"]


def test_a_count_is_of_the_kind_of_what_it_counts() -> None:
    account = make_account()
    part = keep(account, Filter(kind="shelling"))
    assert [f.id for f in part.figures] == ["f3"]
    events = tuple(replace(e, figures=("f4",)) if e.id == "v3" else e for e in account.events)
    part = keep(replace(account, events=events), Filter(kind="shelling"))
    assert [s.id for s in part.series] == ["q2", "q3"]


def test_a_claim_that_dates_nothing_is_of_the_day_of_its_report() -> None:
    account = make_account()
    said = Claim(id="c2", report="r3", source=None, cue=None, content=(span("r3", "a doctor said"),), kind="indirect")
    account = replace(account, claims=(*account.claims, said))
    assert "c2" in {c.id for c in keep(account, Filter(since="2031-05-07")).claims}
    assert "c2" not in {c.id for c in keep(account, Filter(until="2031-05-06")).claims}
    assert "c2" not in {c.id for c in keep(account, Filter(place="e-umza")).claims}


def test_what_contradicts_comes_along() -> None:
    account = make_account()
    against = Contradiction(id="x1", a=Side(type="figure", id="f2"), b=Side(type="figure", id="f3"), why="14 and 7")
    part = keep(replace(account, contradictions=(against,)), Filter(voice="e-front"))
    assert part.contradictions == (against,)
    assert "f3" in {f.id for f in part.figures}
    assert "q2" not in {s.id for s in part.series}


def test_what_a_happening_is_in_conflict_with_comes_along() -> None:
    account = make_account()
    against = Contradiction(id="x1", a=Side(type="figure", id="f2"), b=Side(type="event", id="v4"), why="who fired")
    bomb = replace(account.happenings[0], conflicts=("x1",))
    account = replace(account, happenings=(bomb, *account.happenings[1:]), contradictions=(against,))
    part = keep(account, Filter(kind="bombing"))
    assert part.contradictions == (against,)
    assert "v4" in {e.id for e in part.events}
    assert part.happenings == (bomb,)


def test_a_grade_is_that_of_happenings_and_series_alone() -> None:
    part = keep(make_account(), Filter(grade="single_source"))
    assert [h.kind for h in part.happenings] == ["shelling"]
    assert [f.id for f in part.figures] == ["f3"]


def test_a_place_without_a_region_is_in_none() -> None:
    assert keep(make_account(), Filter(place="none")).happenings == ()


@pytest.mark.parametrize("field", ["place", "actor", "voice", "origin"])
def test_what_the_account_does_not_know_is_named(field: str) -> None:
    assert unknown(make_account(), Filter(**{field: "nowhere and nobody"})) == field
    assert unknown(make_account(), Filter(since="2099")) is None


@pytest.mark.parametrize(
    ("chosen", "words"),
    [
        (Filter(since="2031-05-05", until="2031-05-05"), "told of 5 May 2031: one of one sentence of the brief, from"),
        (Filter(since="2031-05", until="2031-05"), "told of May 2031:"),
        (Filter(since="2031-05-05", until="2031-05-06"), "told of 5 to 6 May 2031:"),
        (
            Filter(since="2031-05-06", place="e-umza"),
            "of the time since 6 May 2031, of Umza: none of one sentence",
        ),
        (
            Filter(kind="armed_clash", until="2031"),
            "of the time until 31 December 2031, of the kind “armed clash”",
        ),
        (Filter(voice="e-front"), "told according to Red Line Front:"),
        (Filter(origin="o1"), "in the reports of one original (Paper r2): "),
        (
            Filter(grade="single_source"),
            "told as single source: none of one sentence of the brief, from an account",
        ),
    ],
)
def test_a_part_says_what_it_is_of(chosen: Filter, words: str) -> None:
    assert words in say_part(keep(make_account(), chosen))


@pytest.mark.parametrize(
    ("chosen", "name"),
    [
        (Filter(), "the-kelo-bombing-brief.docx"),
        (Filter(since="2031-05-05", until="2031-05-05"), "the-kelo-bombing-2031-05-05-brief.docx"),
        (Filter(since="2031-05-05", until="2031-05-06"), "the-kelo-bombing-2031-05-05_2031-05-06-brief.docx"),
        (Filter(since="2031-05-05", kind="bombing"), "the-kelo-bombing-since-2031-05-05-part-brief.docx"),
    ],
)
def test_a_file_is_called_by_situation_days_and_form(chosen: Filter, name: str) -> None:
    assert name_file(keep(make_account(), chosen), "The “Kelo” bombing", "brief-docx", ".docx") == name


def test_a_title_in_no_latin_letters_leaves_a_name() -> None:
    assert name_file(make_account(), "تمرين", "xlsx", ".xlsx") == "situation.xlsx"
