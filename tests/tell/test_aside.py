"""Which sentences only name a happening, and that an account is not told by them."""

import pytest

from dateline.tell.aside import is_aside
from dateline.tell.heading import main_happening
from tests.kit.story import StoryKit
from tests.tell.test_brief import told_of


@pytest.mark.parametrize(
    ("sentence", "trigger", "kind", "aside"),
    [
        ("Rice came by lorry to help the valley cope with last week's flood.", "flood", "hazard", True),
        ("There is anger at the slow pace of the Tavo flood relief.", "flood", "hazard", True),
        ("Lorries brought rice to flood-stricken Tavo.", "flood", "hazard", True),
        ("A tremor struck two days after the initial magnitude six quake hit Tavo.", "quake", "hazard", True),
        ("The mayor of Tavo called the flood a lesson.", "flood", "hazard", True),
        ("The port held a tanker in breach of harbour sanctions.", "sanctions", "sanction", True),
        ("A court charged a clerk with fraud and with punching a guard.", "punching", "attack", True),
        ("A court charged a clerk who last week punched a guard.", "punched", "attack", True),
        ("The ferry that sank had left Tavo at noon.", "sank", "accident", True),
        ("A diver spoke of the ferry that was later struck off Tavo.", "struck", "attack", True),
        ("The league paid for the stand which on Sunday had collapsed.", "collapsed", "accident", True),
        ("Prices fell after a dam had cracked and burst.", "burst", "accident", True),
        ("A paper ran the letter after one of the clerks had brought a bomb to the hall.", "bomb", "bombing", True),
        ("Crews mopped up mud from last week's Tavo dam collapse accident.", "accident", "accident", True),
        ("The accident in the valley may cost the mayor her office.", "accident", "accident", True),
        ("Boats left the port under a new truce deal.", "deal", "agreement", True),
        ("Despite increased harbour sanctions, the port sold more rice.", "sanctions", "sanction", True),
        ("A bomb in Tavo sparked protests.", "protests", "protest", False),
        ("Guards on Monday stopped protests.", "protests", "protest", False),
        ("Six people were killed in armed clashes.", "clashes", "armed_clash", False),
        ("The police said that fighting went on in Tavo.", "fighting", "armed_clash", False),
        ("The police said that floods hit Tavo.", "floods", "hazard", False),
        ("A dam cracked and burst in Tavo.", "burst", "accident", False),
        ("Nine died after a dam above the town burst.", "burst", "accident", False),
        ("The talks in Tavo may go on.", "go on", "talks", False),
        ("The hall was under the siege for a week.", "siege", "coercion", False),
        ("On 2 May a flood hit Tavo.", "flood", "hazard", False),
        ("A flood in Tavo swept a bridge away.", "flood", "hazard", False),
        ("Six people were killed in a flood in Tavo.", "flood", "hazard", False),
        ("The valley was cut off by the flood.", "flood", "hazard", False),
        ("In the valley a flood swept a bridge away.", "flood", "hazard", False),
        ("A clerk punched a guard in Tavo.", "punched", "attack", False),
    ],
)  # fmt: skip
def test_a_sentence_may_name_a_happening_only_aside(sentence: str, trigger: str, kind: str, aside: bool) -> None:
    s = StoryKit()
    s.event(s.report(f"News\n{sentence}", "2021-05-03"), trigger, kind)
    told = told_of(s)
    (event,) = told.events.values()
    assert is_aside(event, told) is aside


def quake() -> StoryKit:
    """A quake that one paper opens with aside and another tells further down, with its day and place."""
    s = StoryKit()
    for n, text in enumerate(
        (
            "Rice came to Tavo by lorry, the mayor said, to help it cope with Sunday’s quake.",
            "Boats brought rice to the bay. On 2 May a strong quake hit the port of Tavo. The hall is shut.",
        )
    ):
        r = s.report(f"Quake in Tavo, {n}\n{text}", "2021-05-03", outlet=str(n))
        place = s.named(r, "Tavo", "Tavo", "place", (35.0, 36.0))
        if "2 May" in text:
            s.timed(r, "2 May", "2021-05-02")
        s.event(r, "Quake", "hazard", place=place, time="2021-05-02")
        s.event(r, "quake", "hazard", place=place, time="2021-05-02")
    return s


def test_an_account_tells_a_happening_by_a_sentence_on_it() -> None:
    telling = quake().told()
    assert telling.brief[0].text == "On 2 May a strong quake hit the port of Tavo."
    assert [x.summary for x in telling.timeline if x.start == "2021-05-02"] == [
        "On 2 May a strong quake hit the port of Tavo."
    ]


@pytest.mark.parametrize(
    ("aside", "kind", "rows"),
    [
        ("A clerk who was leaving Orla on Monday told a paper that the port was dark.", "displacement", 0),
        ("A clerk was leaving Orla on Monday and told a paper that the port was dark.", "displacement", 1),
        ("A paper found the clerk who was leaving a guard for dead on Monday.", "attack", 1),
    ],
)
def test_who_is_meant_by_a_deed_is_no_entry_of_it(aside: str, kind: str, rows: int) -> None:
    s = quake()
    r = s.report(f"Rice for Tavo\nRice came to Tavo by boat. {aside}", "2021-05-04", outlet="a")
    s.timed(r, "Monday", "2021-05-03")
    s.event(r, "leaving", kind, time="2021-05-03")
    assert len([x for x in s.told().timeline if "leaving" in x.summary]) == rows


def test_what_reports_name_aside_is_not_what_they_are_about() -> None:
    s = StoryKit()
    for n in range(2):
        text = "Court charges clerk who punched guard\nA court in Tavo charged a clerk for punching a guard."
        r = s.report(text, "2021-05-03", outlet=str(n))
        place = s.named(r, "Tavo", "Tavo", "place", (35.0, 36.0))
        for trigger in ("charges", "charged"):
            s.event(r, trigger, "arrest", place=place, time="2021-05-03")
        for trigger in ("punched", "punching"):
            s.event(r, trigger, "attack", place=place, time="2021-05-03")
    main = main_happening(told_of(s))
    assert main is not None
    assert main.kind == "arrest"
