import json
from pathlib import Path

import pytest

from tests.training.made import SENTENCE
from training.corpus import CorpusError, documents, read_corpus

LINE = {
    "id": "s1",
    "doc": "VOA_1",
    "date": None,
    "text": "Rebels fled.",
    "names": [],
    "times": [],
    "claims": [],
    "figures": [],
}
EVENT = {"trigger": [7, 11], "kind": "withdrawal", "status": "happened", "actor": [0, 6]}


def write(folder: Path, *lines: object) -> Path:
    path = folder / "corpus.jsonl"
    path.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    return path


def test_a_sound_line_is_read(tmp_path: Path) -> None:
    (sentence,) = read_corpus(write(tmp_path, {**LINE, "events": [EVENT]}))
    assert sentence.events[0].actor == (0, 6)
    assert sentence.domain == "VOA"


@pytest.mark.parametrize(
    ("fault", "message"),
    [
        ({"trigger": [7, 40]}, "outside the text"),
        ({"trigger": [9, 9]}, "outside the text"),
        ({"kind": "dancing"}, "dancing"),
        ({"status": "maybe"}, "maybe"),
    ],
)
def test_a_broken_rule_names_the_line(tmp_path: Path, fault: dict[str, object], message: str) -> None:
    path = write(tmp_path, LINE, {**LINE, "id": "s2", "events": [{**EVENT, **fault}]})
    with pytest.raises(CorpusError, match=rf"line 2 .*{message}"):
        read_corpus(path)


def test_an_id_occurs_once(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="twice"):
        read_corpus(write(tmp_path, LINE, LINE))


def test_documents_keep_their_order() -> None:
    assert [[s.id for s in d] for d in documents([SENTENCE])] == [["s1"]]
