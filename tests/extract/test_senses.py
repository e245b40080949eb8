"""A verb means another thing with another object; no sentence here is from a report."""

import pytest

from dateline.extract.passage import FoundEvent, Stretch
from dateline.extract.senses import in_sense


def event(text: str, words: str, kind: str, target: str = "") -> FoundEvent:
    start, at = text.index(words), text.find(target)
    roles = {"target": Stretch(at, at + len(target), "", 0.9)} if target else {}
    return FoundEvent(Stretch(start, start + len(words), kind, 0.9), "happened", roles, 0, b"")


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "named"),
    [
        ("Guests were charged V$ 20 to see the ruin.", "charged", "arrest", None),
        ("Guests were charged about 20 euros.", "charged", "arrest", None),
        ("The ferry charged an entry fee.", "charged", "arrest", None),
        ("A baker was charged with stealing €20.", "charged", "arrest", "arrest"),
        ("Police charged 20 bakers.", "charged", "arrest", "arrest"),
        ("Her brothers are in Velian jails, she said.", "jails", "arrest", None),
        ("Children held in prisons are counted.", "prisons", "arrest", None),
        ("A court in Velia jails three bakers.", "jails", "arrest", "arrest"),
        ("The plane took off at noon.", "took off", "accident", None),
        ("The plane took off at noon.", "took", "accident", None),
        ("The guard held her sister in a headlock.", "held", "abduction", "attack"),
        ("The guards held her sister in a mill.", "held", "abduction", "abduction"),
        ("He is sad that the port was blamed for allowing the sale.", "allowing", "concession", None),
        ("The port agreed to peace, allowing the sale.", "allowing", "concession", "concession"),
        ("Velia will pursue sanctions violators.", "sanctions", "sanction", None),
        ("Velia imposed sanctions on the port.", "sanctions", "sanction", "sanction"),
        ("A flood of angry letters reached the mayor.", "flood", "hazard", None),
        ("The letters turned into a torrent.", "torrent", "hazard", None),
        ("The rain turned into a torrent.", "torrent", "hazard", "hazard"),
        ("A flood of mud reached the port.", "flood", "hazard", "hazard"),
        ("The gas inflicted harm on the bakers.", "inflicted harm", "death", "injury"),
        ("Two bakers were mortally wounded.", "wounded", "death", "death"),
        ("The men stole their purses.", "stole", "abduction", None),
        ("The men robbed the bakers.", "robbed", "abduction", "attack"),
        ("Nine rebels died in clashes with the Red Dawn.", "clashes", "riot", "armed_clash"),
        ("Soldiers died in clashes with protesters.", "clashes", "riot", "riot"),
        ("Bakers were hurt in clashes with millers.", "clashes", "riot", "riot"),
        ("Rebels joined the riot.", "riot", "riot", "riot"),
    ],
)  # fmt: skip
def test_words_beside_a_trigger_give_its_sense(text: str, trigger: str, kind: str, named: str | None) -> None:
    assert [e.trigger.label for e in in_sense([event(text, trigger, kind)], text)] == [named] * (named is not None)


@pytest.mark.parametrize(
    ("text", "trigger", "target", "named"),
    [
        ("Guards seized the tanker off Velia.", "seized", "the tanker", "coercion"),
        ("The Velia-flagged Omar Star was held in port.", "held", "The Velia-flagged Omar Star", "coercion"),
        ("Guards detained the driver of a van.", "detained", "the driver of a van", "arrest"),
        ("Guards detained a van driver.", "detained", "a van driver", "arrest"),
        ("Pirates seized the tanker off Velia.", "seized", "the tanker", "arrest"),
    ],
)
def test_a_ship_is_not_arrested(text: str, trigger: str, target: str, named: str) -> None:
    assert [e.trigger.label for e in in_sense([event(text, trigger, "arrest", target)], text)] == [named]


def test_whom_a_disaster_has_taken_is_not_abducted() -> None:
    text = "Nine are missing since the flood."
    missing, flood = event(text, "missing", "abduction"), event(text, "flood", "hazard")
    assert in_sense([missing, flood], text) == [flood]
    assert in_sense([missing], text) == [missing]
    text += " Two were kidnapped."
    both = [missing, flood, event(text, "kidnapped", "abduction")]
    assert in_sense(both, text) == both


def test_where_papers_are_leaked_a_leak_is_no_accident() -> None:
    text = "Files were leaked. The leak hurt the mayor."
    assert in_sense([event(text, "leak", "accident")], text) == []
    text = "The banker feared the leak."
    assert in_sense([event(text, "leak", "accident")], text) == []
    text = "The leak of gas hurt the mayor."
    assert len(in_sense([event(text, "leak", "accident")], text)) == 1
