"""What is in force or goes on is no deed of one day: measures that are kept or broken, wars and campaigns."""

import pytest

from dateline.merge.happenings.states import state_of
from dateline.merge.situation import Situation
from tests.kit.story import StoryKit, grouped

FRONT = "It rained in the hills. Shops were shut."
"""The head of each report: what follows is told below it."""


@pytest.mark.parametrize(
    ("sentence", "trigger", "kind", "status", "state"),
    [
        ("A ferry was held in breach of the Norland embargo.", "embargo", "sanction", "happened", "in force"),
        ("Growers have flouted the ban for years.", "ban", "coercion", "happened", "in force"),
        ("The judge upheld the travel ban.", "ban", "coercion", "happened", "in force"),
        ("Norland is under sanctions.", "sanctions", "sanction", "ongoing", "in force"),
        ("The sanctions keep Norland from selling tin.", "sanctions", "sanction", "happened", "in force"),
        ("The League imposed sanctions on Norland.", "sanctions", "sanction", "happened", None),
        ("The League passed even stricter sanctions.", "sanctions", "sanction", "happened", None),
        ("The ban shut every rink.", "ban", "coercion", "happened", None),
        ("The League banned tin.", "banned", "coercion", "ongoing", None),
        ("Norland may face sanctions.", "sanctions", "sanction", "hypothetical", None),
        ("The war has emptied Norport.", "war", "armed_clash", "happened", "war"),
        ("The battle for the port drags on.", "battle", "armed_clash", "ongoing", "campaign"),
        ("The offensive was over by noon.", "offensive", "armed_clash", "happened", None),
        ("The operation ended with two arrests.", "operation", "attack", "ongoing", None),
    ],
)  # fmt: skip
def test_a_state_is_known_by_its_sentence(sentence: str, trigger: str, kind: str, status: str, state: str | None):
    s = StoryKit()
    r = s.report(f"Norland\n{sentence}", "2021-03-01")
    s.event(r, trigger, kind, status=status)
    assert state_of(s.events[0], Situation(s.dossier(), s.readings(), s.resolution())) == state


@pytest.mark.parametrize("adopted", [True, False])
def test_a_measure_that_a_day_dates_is_its_act(adopted: bool):
    s = StoryKit()
    words = "adopted on Monday" if adopted else "by a crew on Monday"
    r = s.report(f"Norland\nPolice saw a breach of sanctions {words}.", "2021-03-03")
    s.event(r, "sanctions", "sanction", status="ongoing", time=s.timed(r, "Monday", "2021-03-01"))
    state = state_of(s.events[0], Situation(s.dossier(), s.readings(), s.resolution()))
    assert state == (None if adopted else "in force")


def story(*told: tuple[str, str, str, str]) -> StoryKit:
    """Reports with one sentence each below the head: its trigger, kind and status; Monday and names are known."""
    s = StoryKit()
    for n, (sentence, trigger, kind, status) in enumerate(told):
        r = s.report(f"Report {n}\n{FRONT}\n{sentence}", "2021-03-03", outlet=str(n))
        actor = s.named(r, "the League", "League") if "the League" in sentence else None
        target = s.named(r, "Norland", "Norland", "group") if "Norland" in sentence else None
        time = s.timed(r, "Monday", "2021-03-01") if "Monday" in sentence else None
        s.event(r, trigger, kind, status=status, actor=actor, target=target, time=time)
    return s


IMPOSED = ("On Monday the League imposed sanctions on Norland.", "sanctions", "sanction", "happened")
AGREED = ("Envoys of the League agreed sanctions on Norland on Monday.", "sanctions", "sanction", "happened")
BROKEN = ("A ferry broke the sanctions of the League on Norland.", "sanctions", "sanction", "ongoing")
EVADED = ("Two smugglers evaded sanctions of the League on Norland.", "sanctions", "sanction", "ongoing")


def test_what_is_in_force_is_not_the_act_that_put_it_there():
    assert grouped(story(IMPOSED, AGREED)) == [["sanctions", "sanctions"]]
    assert grouped(story(IMPOSED, BROKEN)) == []
    assert grouped(story(BROKEN, EVADED)) == [["sanctions", "sanctions"]]


def test_what_is_in_force_has_no_day_and_is_background():
    s = story(BROKEN, EVADED)
    (measure,) = s.merged().happenings
    assert (measure.start, measure.background) == (None, True)
    (act,) = story(IMPOSED, AGREED).merged().happenings
    assert (act.start, act.background) == ("2021-03-01", False)


def test_the_measure_of_a_report_is_the_act_that_it_told():
    s = StoryKit()
    r = s.report(f"Curfew in Norport\n{FRONT} The mayor imposed a curfew. Few broke it, and police enforced the curfew"
                 " of the mayor.", "2021-03-03")  # fmt: skip
    mayor = s.named(r, "mayor", "Mayor", "person")
    s.event(r, "curfew", "coercion", actor=mayor)
    s.event(r, "curfew of", "coercion", actor=mayor)
    assert len(s.merged().happenings) == 1


FOUGHT = ("On Monday the League fought Norland in clashes at the mill.", "clashes", "armed_clash", "happened")
FIGHT = ("The clashes in which the League fought Norland left the mill burning.", "clashes", "armed_clash", "happened")
BATTLE = ("Trains stop for the battle of the League against Norland.", "battle", "armed_clash", "ongoing")
OFFENSIVE = ("Bread is short in the offensive of the League against Norland.", "offensive", "armed_clash", "ongoing")


def test_a_campaign_is_none_of_its_clashes():
    assert grouped(story(FOUGHT, FIGHT)) == [["clashes", "clashes"]]
    assert grouped(story(FOUGHT, BATTLE)) == []
    assert grouped(story(BATTLE, OFFENSIVE)) == [["battle", "offensive"]]


def test_an_offensive_that_began_on_a_day_goes_on():
    began = ("On Monday the League began an offensive against Norland.", "offensive", "armed_clash", "happened")
    s = story(began, OFFENSIVE)
    (happening,) = s.merged().happenings
    assert happening.start == "2021-03-01"


def test_a_war_has_no_day_by_its_news():
    s = StoryKit()
    r = s.report("Mill burns in Norport\nA mill burned in the worst fire of the war.", "2021-03-03")
    s.event(r, "war", "armed_clash", status="ongoing", time="2021-03-03")
    (war,) = s.merged().happenings
    assert (war.start, war.background) == (None, True)
