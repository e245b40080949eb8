"""What other mentions of a happening tell of who did it and to whom, and when nothing is taken from them."""

from dateline.merge.participants import complete_participants
from dateline.merge.situation import Situation as Indexed
from dateline.model import Event
from tests.merge.build import Situation

TEXT = (
    "Bomb hits market in Qasira\nA Red Dawn bomb hit the market in Qasira on Monday.\n"
    "The blast in Qasira was heard for miles.\nPolice say a Blue Dusk device went off."
)


def told(*, second: bool = False, denies: bool = False, status: str = "happened") -> Event:
    """The blast of a report that tells the bomber beside the bomb; `second`: it tells another party, too."""
    s = Situation()
    r = s.report(TEXT + ("\nRed Dawn denied it had planted anything." if denies else ""), "2021-03-01")
    dawn = s.named(r, "Red Dawn", "Red Dawn", "group")
    dusk = s.named(r, "Blue Dusk", "Blue Dusk", "group")
    s.event(r, "bomb", "bombing", actor=dawn)
    s.event(r, "went off", "bombing", actor=dusk if second else None)
    if denies:
        s.claim(r, "Red Dawn", "it had planted anything", dawn, stance="denies")
    blast = s.event(r, "blast", "bombing", status=status)
    indexed = Indexed(s.dossier(), s.readings(), s.resolution())
    completed = {e.id: e for e in complete_participants([s.events], [], indexed)}
    return completed.get(blast, indexed.events[blast])


def test_the_one_party_of_a_happening_is_carried_over_and_marked() -> None:
    blast = told()
    assert blast.actor is not None
    assert blast.actor_why == "inferred: told of the same happening in this report at “bomb”"


def test_who_denies_it_is_not_carried_over() -> None:
    assert told(denies=True).actor is None


def test_nobody_is_chosen_between_two() -> None:
    assert told(second=True).actor is None


def test_what_did_not_happen_was_done_by_nobody() -> None:
    assert told(status="negated").actor is None


def test_one_other_report_is_not_enough() -> None:
    for others, known in ((1, False), (2, True)):
        s = Situation()
        reports = [s.report(f"{TEXT}\nPart {n}.", "2021-03-01") for n in range(others)]
        dawn = s.named(tuple(reports), "Red Dawn", "Red Dawn", "group")
        for r in reports:
            s.event(r, "bomb", "bombing", actor=dawn)
        bare = s.report("Blast in Qasira\nA blast shook Qasira.", "2021-03-01")
        blast = s.event(bare, "blast", "bombing")
        indexed = Indexed(s.dossier(), s.readings(), s.resolution())
        completed = {e.id for e in complete_participants([s.events], [], indexed)}
        assert (blast in completed) is known
