"""An invented account (EXERCISE: no such flood, blast or town council ever was), built record by record."""

from pathlib import Path

import pytest

from dateline.model import (
    Account,
    Acled,
    Block,
    BriefSentence,
    Claim,
    Entity,
    EntityMention,
    Event,
    Figure,
    Happening,
    Origin,
    Place,
    Published,
    Range,
    Relation,
    Report,
    Role,
    Series,
    SourceSpan,
    Span,
    Story,
    Support,
    Time,
    TimelineEntry,
)  # fmt: skip

TEXTS = {
    "r1": "EXERCISE. A car bomb killed dozens of people in Kelo on Monday, police said. Twenty families fled to Umza.",
    "r2": "EXERCISE. =The bomb in Kelo killed at least 14 people, the Red Line Front said. It denied planting it.",
    "r3": "EXERCISE. Soldiers shelled the outskirts of Umza on 5 and 6 May, killing 7 civilians, a doctor said.",
}
TITLES = {"r1": "Blast in Kelo", "r2": "=cmd|' /C calc'!A0", "r3": "Shelling near Umza <script>"}


def span(report: str, words: str) -> Span:
    start = TEXTS[report].index(words)
    return Span(start=start, end=start + len(words), text=words)


def sentence(report: str, words: str) -> Range:
    text, at = TEXTS[report], TEXTS[report].index(words)
    start = text.rfind(". ", 0, at) + 2
    end = text.find(". ", at)
    return Range(start=start, end=len(text) if end < 0 else end + 1)


def figure(id: str, report: str, words: str, low: int | None, best: int | None, high: int | None, qualifier: str,
           what: str = "killed", unit: str = "people", **more: object) -> Figure:  # fmt: skip
    s = span(report, words)
    fields = {"of": "people", "place": "e-kelo", "time": "2031-05-05", "claim": None, "source": None,
              "measure": "cumulative", **more}  # fmt: skip
    return Figure(id=id, report=report, start=s.start, end=s.end, text=words, low=low, best=best, high=high,
                  qualifier=qualifier, unit=unit, what=what, **fields)  # type: ignore[arg-type]  # fmt: skip


def event(id: str, report: str, word: str, kind: str, time: str | None, place: str, sub: str, typ: str,
          status: str = "happened", actor: Role | None = None) -> Event:  # fmt: skip
    return Event(id=id, report=report, trigger=span(report, word), kind=kind, plover="ASSAULT",  # type: ignore[arg-type]
                 acled=Acled(event_type=typ, sub_event_type=sub), status=status,  # type: ignore[arg-type]
                 sentence=sentence(report, word), actor=actor, target=None, place=place, time=time)  # fmt: skip


def entity(id: str, type: str, name: str, **where: str) -> Entity:
    mentions = tuple(
        EntityMention(report=r, start=span(r, w).start, end=span(r, w).end, text=w, form="name")
        for r, w in where.items()
    )
    return Entity(id=id, type=type, name=name, mentions=mentions)  # type: ignore[arg-type]


def support(reports: int, origins: int, informants: int) -> Support:
    return Support(reports=reports, publishers=reports, origins=origins, informants=informants)


def make_account() -> Account:
    reports = tuple(
        Report(id=r, path=f"{r}.txt", url=f"https://news.example/{r}?a=1&b=2", text=t, language="en", title=TITLES[r],
               outlet=f"Paper {r}", published=Published(value="2031-05-0" + str(5 + i), precision="day", how="stated"),
               blocks=(Block(start=0, end=len(t), kind="body"),), origin=f"o{i}", story="s1")
        for i, (r, t) in enumerate(TEXTS.items())
    )  # fmt: skip
    front = Role(text="the Red Line Front", start=span("r2", "the Red Line Front").start,
                 end=span("r2", "the Red Line Front").end, entity="e-front")  # fmt: skip
    figures = (
        figure("f1", "r1", "dozens of people", 24, None, 99, "dozens"),
        figure("f2", "r2", "at least 14 people", 14, None, None, "at_least", claim="c1", source="e-front"),
        figure("f3", "r3", "7 civilians", 7, 7, 7, "exact", unit="civilians", place="e-umza",
               time="2031-05-05/2031-05-06"),
        figure("f4", "r1", "Twenty families", 20, 20, 20, "exact", what="displaced", unit="families", measure="flow"),
    )  # fmt: skip
    events = (
        event("v1", "r1", "bomb", "bombing", "2031-05-05", "e-kelo", "Remote explosive/landmine/IED",
              "Explosions/Remote violence"),
        event("v2", "r2", "bomb", "bombing", "2031-05-05", "e-kelo", "Remote explosive/landmine/IED",
              "Explosions/Remote violence"),
        event("v3", "r3", "shelled", "shelling", "2031-05-05", "e-umza", "Shelling/artillery/missile attack",
              "Explosions/Remote violence"),
        event("v4", "r3", "killing", "shelling", "2031-05-06", "e-umza", "Shelling/artillery/missile attack",
              "Explosions/Remote violence"),
    )  # fmt: skip
    happenings = (
        Happening(id="h0a1b2c3d4e5f6071", kind="bombing",
                  summary="A car bomb killed dozens of people in Kelo on Monday.",
                  start="2031-05-05", end="2031-05-05", precision="day", place="e-kelo", actors=("e-front",),
                  targets=(), events=("v1", "v2"), support=support(2, 2, 2), grade="corroborated",
                  voices=("e-front",), story="s1"),
        Happening(id="h1a1b2c3d4e5f6072", kind="shelling", summary="Soldiers shelled the outskirts of Umza.",
                  start="2031-05-05", end="2031-05-06", precision="range", place="e-umza", actors=(), targets=(),
                  events=("v3", "v4"), support=support(1, 1, 1), grade="single_source", story="s1"),
        Happening(id="h2a1b2c3d4e5f6073", kind="evacuation", summary="An evacuation is planned.", start=None, end=None,
                  precision=None, place="e-land", actors=(), targets=(), events=(), support=support(1, 1, 0),
                  grade="unattributed", status="planned", story="s1"),
    )  # fmt: skip
    series = (
        Series(id="q1", label="killed in Kelo", unit="people", what="killed", of="people", place="e-kelo",
               measure="cumulative", members=("f1", "f2"), low=14, best=None, high=99, latest="f2",
               relations=(Relation(a="f1", b="f2", relation="agree", why="14 or more lies within 24 to 99"),),
               happening="h0a1b2c3d4e5f6071", story="s1"),
        Series(id="q2", label="killed near Umza", unit="civilians", what="killed", of="civilians", place="e-umza",
               measure="cumulative", members=("f3",), low=7, best=7, high=7, latest="f3", happening="h1a1b2c3d4e5f6072",
               story="s1"),
        Series(id="q3", label="displaced from Kelo", unit="families", what="displaced", of="families", place="e-kelo",
               measure="flow", members=("f4",), low=20, best=20, high=20, latest="f4", happening="h0a1b2c3d4e5f6071",
               story="s1"),
    )  # fmt: skip
    quoted = SourceSpan(report="r1", start=sentence("r1", "bomb").start, end=sentence("r1", "bomb").end)
    said = span("r2", "The bomb in Kelo killed at least 14 people")
    day = span("r1", "Monday")
    return Account(
        reports=reports,
        origins=tuple(Origin(id=f"o{i}", reports=(r.id,), basis="single") for i, r in enumerate(reports)),
        stories=(Story(id="s1", title="The Kelo bombing", reports=tuple(TEXTS), start="2031-05-05", end="2031-05-07"),),
        entities=(
            entity("e-kelo", "place", "Kelo", r1="Kelo", r2="Kelo"),
            entity("e-umza", "place", "Umza", r1="Umza", r3="Umza"),
            entity("e-land", "place", "Malawi"),
            entity("e-front", "group", "Red Line Front", r2="Red Line Front"),
            entity("e-police", "org", "Kelo Police", r1="police"),
        ),
        places=(
            Place(entity="e-kelo", name="Kelo", lat=-14.0, lon=33.8, country="MW", admin1="Central Region",
                  gazetteer_id="1", precision="exact", how="the only Kelo", radius_km=2.0),
            Place(entity="e-umza", name="Umza", lat=-16.5, lon=179.9, country="FJ", admin1="Northern",
                  gazetteer_id=None, precision="near", how="near the town that the text names", radius_km=25.0),
            Place(entity="e-land", name="Malawi", lat=-13.5, lon=34.0, country="MW", admin1=None, gazetteer_id="2",
                  precision="country", how="a country", radius_km=400.0),
        ),
        times=(Time(report="r1", start=day.start, end=day.end, text="Monday", value="2031-05-05", granularity="day",
                    anchor="publication", why="the last Monday up to publication"),),
        claims=(Claim(id="c1", report="r2", source=front, cue=span("r2", "said"), content=(said,), kind="indirect"),),
        figures=figures,
        events=events,
        happenings=happenings,
        series=series,
        timeline=(TimelineEntry(start="2031-05-05", end="2031-05-05", precision="day", summary="A car bomb in Kelo.",
                                happening="h0a1b2c3d4e5f6071", support=(quoted,), story="s1"),),
        brief=(BriefSentence(text="A car bomb killed dozens of people in Kelo on Monday.", support=(quoted,),
                             grade="corroborated", refs=("h0a1b2c3d4e5f6071",), story="s1"),),
    )  # fmt: skip


@pytest.fixture
def account() -> Account:
    return make_account()


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path
