"""The own corpus reads without a fault, says what it quotes, and every fault is named by its line."""

from pathlib import Path

import pytest

from training.corpus import CorpusError
from training.written import all_written, read_written, render

REPORT = """# about an invented fire
== fire 2019-03-12
> Torvan said the fire, the second fire in Marrak since Monday, "will not be" the last.
n Torvan | person
n Marrak | place
t since Monday | 2019-03-11/2019-03-12 | range
c Torvan | said | the fire ++ "will not be" the last | mixed
e fire#2 | hazard | happened | - | - | Marrak | since Monday
"""


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "made.txt"
    path.write_text(text, encoding="utf-8")
    return path


def test_spans_quote_the_sentence(tmp_path: Path) -> None:
    (sentence,) = read_written(written(tmp_path, REPORT))
    quoted = [sentence.text[slice(*span)] for span in (*sentence.claims[0].content, sentence.events[0].trigger)]
    assert quoted == ["the fire", '"will not be" the last', "fire"]
    assert sentence.events[0].trigger[0] == sentence.text.rindex("fire")
    assert (sentence.doc, sentence.date) == ("OWN_made_fire", "2019-03-12")


def test_a_file_of_events_only(tmp_path: Path) -> None:
    report = """# layers: events
== fire 2019-03-12
> The fire in Marrak is still burning.
e fire | hazard | ongoing
"""
    (sentence,) = read_written(written(tmp_path, report))
    assert sentence.layers == ("events",)
    assert [(e.kind, e.status, e.actor, e.place) for e in sentence.events] == [("hazard", "ongoing", None, None)]
    assert render(sentence).splitlines()[-1] == "e fire | hazard | ongoing"
    with pytest.raises(CorpusError, match="is none of e with 3 parts"):
        read_written(written(tmp_path, report + "n Marrak | place\n"))
    with pytest.raises(CorpusError, match="names a layer that is none of names"):
        read_written(written(tmp_path, report.replace("events", "events verbs")))


def test_what_is_rendered_reads_the_same(tmp_path: Path) -> None:
    kept = all_written()[:400]
    text = "".join(f"== {s.doc} {s.date or ''}\n{render(s)}\n" for s in kept)
    again = read_written(written(tmp_path, text))
    for a, b in zip(kept, again, strict=True):
        assert (a.text, a.names, a.times, a.claims, a.figures, a.events) == (
            b.text,
            b.names,
            b.times,
            b.claims,
            b.figures,
            b.events,
        )


def test_the_own_corpus_holds() -> None:
    sentences = all_written()
    assert len(sentences) > 2000
    assert len({s.id for s in sentences}) == len(sentences)


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("n Belport | place", "'Belport' does not stand in the sentence"),
        ("n Marrak | village", "'village' is no label"),
        ("n Marrak", "is none of n with 2 parts"),
        ("x Marrak | place", "is none of n with 2 parts"),
        ("f the fire | one | exact | other | other", "three whole numbers"),
    ],
)
def test_faults_are_named_by_line(tmp_path: Path, line: str, fault: str) -> None:
    with pytest.raises(CorpusError, match=r"made\.txt, line 3: .*" + fault):
        read_written(written(tmp_path, f"{REPORT}{line}\n"))


def test_annotation_needs_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="line 1: annotation without a sentence"):
        read_written(written(tmp_path, "n Marrak | place\n"))
