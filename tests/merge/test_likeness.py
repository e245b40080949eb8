"""What speaks for two mentions being one happening, and what against it."""

import msgspec
import pytest

from dateline.merge.happenings.clues import Clue, clue_of
from dateline.merge.happenings.forbidding import forbidden
from dateline.merge.happenings.likeness import standing
from dateline.merge.situation import Situation
from tests.kit.story import StoryKit


def evidence(place: str, at: tuple[float, float], day: str = "2021-03-01") -> float:
    """Of two blasts, neither put anywhere by its own sentence; what the second report speaks of is there and then."""
    s = StoryKit()
    for title, name, where, time in (("Mills", "Qasira", (35.0, 36.0), "2021-03-01"), ("Roads", place, at, day)):
        r = s.report(f"{title}\n{name} is a port. It is quiet. It is old. A bomb tore up a mill.", "2021-03-02")
        s.event(r, "bomb", "bombing", place=s.named(r, name, name, "place", where), time=time)
    told = Situation(s.dossier(), s.readings(), s.resolution())
    first, other = (clue_of(e, told) for e in told.events.values())
    return standing(first, other, told)


def test_places_named_beside_two_blasts_speak_for_one_only_where_they_are_one() -> None:
    same, near, far = (
        evidence("Qasira", (35.0, 36.0)),
        evidence("Tel Amar", (35.1, 36.1)),
        evidence("Tel Amar", (31, 44)),
    )
    assert same - near == pytest.approx(0.5)
    assert near - far == pytest.approx(0.4)


def test_the_longer_two_are_apart_the_less_they_are_one() -> None:
    that_day, that_week, in_autumn = (
        evidence("Qasira", (35.0, 36.0), f"2021-{d}") for d in ("03-01", "03-08", "09-01")
    )
    assert that_day - that_week == pytest.approx(1.6)
    assert that_week - in_autumn == pytest.approx(1.5)


@pytest.mark.parametrize(("at", "apart"), [((35.1, 36.1), False), ((31.0, 44.0), True)])
def test_meetings_in_places_far_apart_are_not_one(at: tuple[float, float], apart: bool) -> None:
    s = StoryKit()
    for name, where in (("Qasira", (35.0, 36.0)), ("Tel Amar", at)):
        r = s.report(f"Talks\nMinisters met women freed in {name}.", "2021-03-02")
        s.event(r, "freed", "concession")
        s.event(r, "met", "talks", place=s.named(r, name, name, "place", where))
    told = Situation(s.dossier(), s.readings(), s.resolution())
    first, other = (clue_of(e, told) for e in told.events.values() if e.kind == "talks")
    assert forbidden(first, other, told) is apart


def clues(*told: tuple[str, str, str], **more: str) -> tuple[Clue, Clue, Situation]:
    """Two mentions, each in a report of its own: the sentence, the trigger and the kind."""
    s = StoryKit()
    for n, (sentence, trigger, kind) in enumerate(told):
        r = s.report(f"News {n}\nIt is noon. It is dry. {sentence}", "2021-03-02", outlet=str(n))
        roles = {
            role: s.named(r, name, name, "person")
            for role in ("actor", "target")
            if (name := more.get(f"{role}_{n}")) and name in sentence
        }
        s.event(r, trigger, kind, status=more.get("status", "happened"), **roles)
    view = Situation(s.dossier(), s.readings(), s.resolution())
    first, other = (clue_of(e, view) for e in view.events.values())
    return first, other, view


def test_what_is_said_is_its_speakers():
    said = (("Ann Lee warned of floods.", "warned", "threat"), ("Ann Lee warned the port.", "warned", "threat"))
    with_speaker = standing(*clues(*said, actor_0="Ann Lee", actor_1="Ann Lee"))
    without = standing(*clues(*said, actor_0="Ann Lee"))
    assert with_speaker - without == pytest.approx(1.6)


def test_an_inquiry_is_the_same_whoever_tells_of_it():
    told = (("Police opened an investigation.", "investigation", "accusation"),) * 2
    spoken = (("Police made an accusation.", "accusation", "accusation"),) * 2
    assert standing(*clues(*told)) - standing(*clues(*spoken)) == pytest.approx(1.2)


def test_what_nobody_tells_as_more_than_thinkable_is_seldom_one():
    told = (("A strike is possible.", "strike", "protest"),) * 2
    assert standing(*clues(*told)) - standing(*clues(*told, status="hypothetical")) == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("one", "two", "apart"),
    [
        ("It was the 19th launch.", "It was the 15th such launch.", True),
        ("It was the 19th launch.", "It was the second launch.", False),
        ("It was the 19th launch.", "It was the 19th such launch.", False),
    ],
)
def test_the_ninth_is_not_the_eleventh(one: str, two: str, apart: bool) -> None:
    assert forbidden(*clues((one, "launch", "shelling"), (two, "launch", "shelling"))) is apart


def test_a_nuclear_test_is_no_missile_test() -> None:
    one, two = ("A nuclear test followed.", "test", "deployment"), ("A missile test followed.", "test", "deployment")
    assert forbidden(*clues(one, two))
    assert not forbidden(*clues(one, one))


def test_who_deals_one_blow_and_suffers_the_other() -> None:
    shot, other = ("Bo Roy shot guards.", "shot", "attack"), ("Guards shot Bo Roy.", "shot", "attack")
    assert forbidden(*clues(shot, other, actor_0="Bo Roy", target_1="Bo Roy"))
    assert not forbidden(*clues(shot, shot, actor_0="Bo Roy", actor_1="Bo Roy"))
    clash = tuple((sentence, trigger, "armed_clash") for sentence, trigger, _ in (shot, other))
    assert not forbidden(*clues(*clash, actor_0="Bo Roy", target_1="Bo Roy"))


def test_told_weeks_later_and_without_a_day_is_other_news() -> None:
    def together(later: str) -> float:
        s = StoryKit()
        for n, day in enumerate(("2021-03-02", later)):
            r = s.report(f"News {n}\nIt is noon. It is dry. Aid was sent.", day)
            s.event(r, "sent", "aid")
        told = Situation(s.dossier(), s.readings(), s.resolution())
        return standing(*(clue_of(e, told) for e in told.events.values()), told)

    assert together("2021-03-03") - together("2021-05-03") == pytest.approx(1.0)


def test_a_sentence_that_opens_with_a_pronoun_takes_up_a_day() -> None:
    s = StoryKit()
    r = s.report(
        "Qasira\nIn 1991 a clerk shot two guards. He was armed. He was jailed for life. A tax was cut.", "2021-03-02"
    )
    s.timed(r, "1991", "1991")
    s.event(r, "shot", "attack", time="1991")
    s.event(r, "jailed", "arrest")
    s.event(r, "cut", "politics")
    told = Situation(s.dossier(), s.readings(), s.resolution())
    shot, jailed, cut = (clue_of(e, told) for e in told.events.values())
    assert jailed.around == shot.around
    assert cut.around is None


def test_two_speakers_whom_one_report_tells_apart_are_two() -> None:
    def apart(second: str) -> bool:
        s = StoryKit()
        r = s.report(f"Tax\nA clerk condemned the tax. It is noon. {second} denounced the tax.", "2021-03-02")
        for name, trigger in (("A clerk", "condemned"), (second, "denounced")):
            s.event(r, trigger, "accusation", actor=s.named(r, name, name, "person"))
        for known in s.entities.values():
            described = tuple(msgspec.structs.replace(m, form="nominal") for m in known.mentions)
            s.entities[known.id] = msgspec.structs.replace(known, mentions=described)
        told = Situation(s.dossier(), s.readings(), s.resolution())
        return forbidden(*(clue_of(e, told) for e in told.events.values()), told)

    assert apart("The envoy")
    assert not apart("A clerk")
