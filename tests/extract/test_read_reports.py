from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.errors import MissingPartError
from dateline.extract import read_reports
from dateline.extract.names import agree
from dateline.extract.network import Network
from dateline.extract.passage import Stretch
from dateline.model import Block, Reading, Report, Span

STORY = (
    "At least 12 people were killed and dozens wounded when gunmen attacked a market in Marrak on Tuesday, officials "
    "said. "
    "“We heard shots,” Ilse Torvan told the Daily Harbour. The governor blamed fighters of the Red Dawn movement. "
    "About 300 families fled to Belport, the United Nations said. Another 40 soldiers surrendered."
)


def report(text: str, language: str | None = "en", blocks: tuple[Block, ...] | None = None, id_: str = "r1") -> Report:
    blocks = (Block(start=0, end=len(text), kind="body"),) if blocks is None else blocks
    return Report(id=id_, path=None, url=None, text=text, language=language, blocks=blocks)


def spans(reading: Reading) -> list[Span]:
    found = [Span(start=m.start, end=m.end, text=m.text) for m in (*reading.names, *reading.times, *reading.figures)]
    found += [f.counted for f in reading.figures if f.counted]
    for claim in reading.claims:
        found += [s for s in (claim.source, claim.cue, *claim.content) if s]
    for event in reading.events:
        found += [s for s in (event.trigger, event.actor, event.target, event.place, event.time) if s]
    return found


def test_a_story_is_read() -> None:
    (reading,) = read_reports([report(STORY)])
    assert {"Marrak", "Ilse Torvan"} <= {n.text for n in reading.names}
    assert "Tuesday" in {t.text for t in reading.times}
    values = {(f.low, f.best, f.high) for f in reading.figures}
    assert {(12, None, None), (24, None, 99), (None, 300, None), (40, 40, 40)} <= values
    assert [f.increment for f in reading.figures if f.best == 40] == [True]
    assert {"death", "attack", "displacement"} <= {e.kind for e in reading.events}
    told = next(c for c in reading.claims if c.cue and c.cue.text == "told")
    assert told.source is not None
    assert "Torvan" in told.source.text
    assert told.content[0].text == "We heard shots"


def test_every_span_quotes_the_text_and_lists_are_sorted() -> None:
    (reading,) = read_reports([report(STORY)])
    assert all(STORY[s.start : s.end] == s.text for s in spans(reading))
    for mentions in (reading.names, reading.times, reading.figures):
        assert [m.start for m in mentions] == sorted(m.start for m in mentions)
    assert all(len(e.vector) == 384 for e in reading.events)
    assert all(0 <= m.confidence <= 1 for m in (*reading.names, *reading.claims, *reading.events))


@settings(max_examples=25, deadline=None)
@given(st.text(alphabet=st.sampled_from("aBé \n\t\u00a0\u200b“”’'.,12$%قमु🙂—\r"), max_size=160))
def test_any_text_gives_exact_spans(noise: str) -> None:
    text = f"{noise} Gunmen killed 12 people in Marrak,{noise} officials said."
    (reading,) = read_reports([report(text)])
    assert all(text[s.start : s.end] == s.text for s in spans(reading))


def test_company_and_order_change_nothing() -> None:
    other = report("The mayor of Belport resigned on Friday after weeks of protest.", id_="r2")
    alone = read_reports([report(STORY)])[0]
    assert read_reports([other, report(STORY)])[1] == alone
    assert read_reports([report(STORY), other])[0] == alone


def test_only_story_blocks_are_read_and_no_sentence_crosses_a_border() -> None:
    text = "Gunmen kill 12 in Marrak\nSubscribe to our 5 newsletters\nThe town was quiet on Friday."
    title, chrome, body = 24, 56, len(text)
    blocks = (
        Block(start=0, end=title, kind="title"),
        Block(start=title, end=chrome, kind="chrome"),
        Block(start=chrome, end=body, kind="body"),
    )
    (reading,) = read_reports([report(text, blocks=blocks)])
    assert [text[s.start : s.end] for s in reading.sentences] == [text[:title], text[chrome:body]]
    assert all(not title <= s.start < chrome for s in spans(reading))


def test_another_language_is_an_issue() -> None:
    (reading,) = read_reports([report("Douze personnes ont été tuées.", language="fr")])
    assert reading.sentences == ()
    assert [(i.stage, i.code) for i in reading.issues] == [("extract", "language-not-read")]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Trois morts à Orlu.", True),
        ("Two killed in Orlu (Орлу).", True),
        ("В Орлу погибли двое.", False),
        ("奥尔卢有两人死亡。", False),
    ],
)
def test_a_text_too_short_for_its_language_is_tried_in_latin_letters_only(text: str, read: bool) -> None:
    (reading,) = read_reports([report(text, language=None)])
    assert bool(reading.sentences) == read
    assert [i.code for i in reading.issues] == ([] if read else ["language-not-read"])


@pytest.mark.parametrize("text", ["", " \n ", "…", "1" * 5000, "word " * 3000])
def test_odd_reports_do_not_fail(text: str) -> None:
    (reading,) = read_reports([report(text)])
    assert reading.report == "r1"


def test_no_reports() -> None:
    assert read_reports([]) == []


def test_a_missing_model_says_the_fix(tmp_path: Path) -> None:
    with pytest.raises(MissingPartError, match="python -m training"):
        Network(tmp_path)


def test_an_unsure_name_is_called_as_elsewhere_in_the_report() -> None:
    text = "Ilse Torvan fled. Torvan spoke. Belport fell. Belport denied it."
    names = [
        Stretch(0, 11, "person", 0.95),
        Stretch(18, 24, "place", 0.4),
        Stretch(32, 39, "place", 0.9),
        Stretch(46, 53, "org", 0.85),
    ]
    assert [n.label for n in agree(names, text)] == ["person", "person", "place", "org"]
