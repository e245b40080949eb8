"""What other mentions of a happening tell of who did it and to whom, and when nothing is taken from them."""

import msgspec
import pytest

from dateline.merge.happenings.participants import complete_participants
from dateline.merge.situation import Situation
from dateline.model import Event, Role
from tests.kit.story import StoryKit

TEXT = (
    "Bomb hits market in Qasira\nA Red Dawn bomb hit the market in Qasira on Monday.\n"
    "The blast in Qasira was heard for miles.\nPolice say a Blue Dusk device went off."
)


def told(*, second: bool = False, denies: bool = False, status: str = "happened") -> Event:
    """The blast of a report that tells the bomber beside the bomb; `second`: it tells another party, too."""
    s = StoryKit()
    r = s.report(TEXT + ("\nRed Dawn denied it had planted anything." if denies else ""), "2021-03-01")
    dawn = s.named(r, "Red Dawn", "Red Dawn", "group")
    dusk = s.named(r, "Blue Dusk", "Blue Dusk", "group")
    s.event(r, "bomb", "bombing", actor=dawn)
    s.event(r, "went off", "bombing", actor=dusk if second else None)
    if denies:
        s.claim(r, "Red Dawn", "it had planted anything", dawn, stance="denies")
    blast = s.event(r, "blast", "bombing", status=status)
    indexed = Situation(s.dossier(), s.readings(), s.resolution())
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
        s = StoryKit()
        reports = [s.report(f"{TEXT}\nPart {n}.", "2021-03-01") for n in range(others)]
        dawn = s.named(tuple(reports), "Red Dawn", "Red Dawn", "group")
        for r in reports:
            s.event(r, "bomb", "bombing", actor=dawn)
        bare = s.report("Blast in Qasira\nA blast shook Qasira.", "2021-03-01")
        blast = s.event(bare, "blast", "bombing")
        indexed = Situation(s.dossier(), s.readings(), s.resolution())
        completed = {e.id for e in complete_participants([s.events], [], indexed)}
        assert (blast in completed) is known


def worded(s: StoryKit, event: str, words: str, entity: str | None = None) -> str:
    """The event with words of its report as its target."""
    at = next(n for n, e in enumerate(s.events) if e.id == event)
    span = s.span(s.events[at].report, words)
    role = Role(text=words, start=span.start, end=span.end, entity=entity)
    s.events[at] = msgspec.structs.replace(s.events[at], target=role)
    return event


def completed(s: StoryKit) -> dict[str, Event]:
    """The events of a situation by id, completed; they are one happening."""
    indexed = Situation(s.dossier(), s.readings(), s.resolution())
    group = list(indexed.events.values())
    return {**indexed.events, **{e.id: e for e in complete_participants([group], [], indexed)}}


def struck(event: Event) -> str | None:
    """The entity of an event's target."""
    return event.target.entity if event.target else None


def test_a_blow_that_tells_only_how_many_it_hurt_takes_the_object_told_beside_it() -> None:
    s = StoryKit()
    r = s.report(
        "Bomb at mill\nA bomb hit the mill. At least 12 fell in the blast. A man fell in the raid.", "2021-03-01"
    )
    mill = s.named(r, "the mill", "mill", "facility")
    s.event(r, "bomb", "bombing", target=mill)
    blast = worded(s, s.event(r, "blast", "bombing"), "At least 12")
    raid = worded(s, s.event(r, "raid", "attack"), "A man")
    deaths = worded(s, s.event(r, "fell", "death"), "At least 12")
    got = completed(s)
    assert struck(got[blast]) == mill
    assert struck(got[raid]) is None
    assert struck(got[deaths]) is None


@pytest.mark.parametrize(
    ("objects", "known"),
    [
        (("Ruritanian mill", "Ruritanian mill house"), True),
        (("Ruritanian mill", "Ruritanian bank"), False),
        (("mill", "mill house"), False),
        (("Ruritanian mill", "Ruritanian mill", "bank"), True),
    ],
)
def test_the_object_that_most_other_reports_name_is_that_of_all(objects: tuple[str, ...], known: bool) -> None:
    s = StoryKit()
    for words in objects:
        r = s.report(f"Bomb at a {words}\nReport {len(s.reports)}.", "2021-03-01")
        entity = s.named(r, f"a {words}", words, "facility")
        known_as = s.entities[entity]
        mentions = tuple(msgspec.structs.replace(m, form="nominal") for m in known_as.mentions)
        s.entities[entity] = msgspec.structs.replace(known_as, mentions=mentions)
        s.event(r, "Bomb", "bombing", target=entity)
    bare = s.report("Blast shakes town\nNobody was seen.", "2021-03-01")
    blast = s.event(bare, "Blast", "bombing")
    assert (struck(completed(s)[blast]) is not None) is known


@pytest.mark.parametrize(
    ("verb", "deed", "known"),
    [("condemned", "the attack", True), ("praised", "the attack", False), ("condemned", "the visit", False)],
)
def test_who_condemns_a_deed_accuses_who_is_told_to_have_done_it(verb: str, deed: str, known: bool) -> None:
    s = StoryKit()
    r = s.report(f"Mill hit\nRed Dawn hit the mill. The mayor {verb} {deed}.", "2021-03-01")
    dawn = s.named(r, "Red Dawn", "Red Dawn", "group")
    mayor = s.named(r, "The mayor", "mayor", "person")
    s.event(r, "hit the", "attack", actor=dawn)
    s.event(r, deed.removeprefix("the "), "attack" if deed == "the attack" else "talks", actor=dawn)
    word = worded(s, s.event(r, verb, "accusation", actor=mayor), deed)
    assert struck(completed(s)[word]) == (dawn if known else None)


@pytest.mark.parametrize(
    ("means", "second", "known"), [("The blast", False, True), ("A blast", False, False), ("The blast", True, False)]
)
def test_harm_is_done_by_who_dealt_the_one_blow_that_its_words_take_up(means: str, second: bool, known: bool) -> None:
    s = StoryKit()
    r = s.report(f"Mill\nRed Dawn bombed a mill. {means} broke windows. Blue Dusk set off a bomb, too.", "2021-03-01")
    dawn, dusk = (s.named(r, name, name, "group") for name in ("Red Dawn", "Blue Dusk"))
    s.event(r, "bombed", "bombing", actor=dawn)
    if second:
        s.event(r, "bomb,", "bombing", actor=dusk)
    harm = s.event(r, "broke", "destruction")
    span = s.span(r, means)
    s.events[-1] = msgspec.structs.replace(
        s.events[-1], actor=Role(text=means, start=span.start, end=span.end, entity=None)
    )
    indexed = Situation(s.dossier(), s.readings(), s.resolution())
    got = {e.id: e for e in complete_participants([[e] for e in s.events], [], indexed)}
    assert (harm in got) is known


@pytest.mark.parametrize(("mentions", "known"), [(1, False), (2, True)])
def test_a_person_is_who_did_it_only_where_two_mentions_say_so(mentions: int, known: bool) -> None:
    s = StoryKit()
    r = s.report("Mill\nAnn Lee blew up a mill. Ann Lee bombed it. The blast was heard far away.", "2021-03-01")
    lee = s.named(r, "Ann Lee", "Ann Lee", "person")
    for trigger in ("blew up", "bombed")[:mentions]:
        s.event(r, trigger, "bombing", actor=lee)
    blast = s.event(r, "blast", "bombing")
    assert (completed(s)[blast].actor is not None) is known


@pytest.mark.parametrize(("words", "status", "named"), [
    ("bombing campaign", "ongoing", False),
    ("air raids", "ongoing", False),
    ("air raid", "happened", True),
])  # fmt: skip
def test_who_wages_a_campaign_need_not_have_dealt_each_blow(words: str, status: str, named: bool) -> None:
    s = StoryKit()
    r = s.report(f"Qasira\nBombs fell on a mill. Red Dawn was told to end its {words}.", "2021-03-01")
    bombs = s.event(r, "Bombs", "air_strike")
    s.event(r, words, "air_strike", actor=s.named(r, "Red Dawn", "Red Dawn", "group"), status=status)
    view = Situation(s.dossier(), s.readings(), s.resolution())
    completed = {e.id: e for e in complete_participants([s.events], [], view)}
    assert (bombs in completed) is named


@pytest.mark.parametrize(("hurt", "known"), [(9, False), (1, True)])
def test_one_nameless_person_is_not_whom_a_blow_that_hurt_several_befell(hurt: int, known: bool) -> None:
    s = StoryKit()
    r = s.report(
        f"Stabbing on tram\nA rider was hurt in the stabbing at noon. It was the first knifing there. {hurt} died.",
        "2021-03-01",
    )
    rider = s.named(r, "A rider", "rider", "person")
    mentions = tuple(msgspec.structs.replace(m, form="nominal") for m in s.entities[rider].mentions)
    s.entities[rider] = msgspec.structs.replace(s.entities[rider], mentions=mentions)
    worded(s, s.event(r, "stabbing", "attack"), "A rider", rider)
    knifing = s.event(r, "knifing", "attack")
    s.figure(r, f"{hurt} died", best=hurt, event=s.event(r, "died", "death"))
    assert (struck(completed(s)[knifing]) == rider) is known
