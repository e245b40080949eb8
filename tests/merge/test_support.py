"""Who stands behind a happening: copies are not agreement, and the grade says what the counts mean."""

import msgspec
import pytest

from dateline.merge.situation import Situation
from dateline.merge.support import Backing, publisher
from dateline.model import Block
from tests.kit.story import StoryKit, three_reports


def backing(s, *events):
    view = Situation(s.dossier(), s.readings(), s.resolution())
    return Backing([view.events[e] for e in events], view)


def told_by(claims_of):
    """A story with one event a report: each given as (origin, speaker or None)."""
    s, events = StoryKit(), []
    for n, (origin, speaker) in enumerate(claims_of):
        r = s.report(f"Fire\nA fire broke out at mill {n}, {speaker or 'nobody'} said.", "2021-03-01", origin=origin)
        claim = None
        if speaker:
            entity = s.named(r, speaker, speaker, "person")
            claim = s.claim(r, speaker, f"A fire broke out at mill {n}", entity)
        events.append(s.event(r, "fire", "hazard", claim=claim))
    return s, events


@pytest.mark.parametrize(
    ("told", "grade"),
    [
        ([("a", None)], "unattributed"),
        ([("a", None), ("a", None), ("a", None)], "unattributed"),
        ([("a", None), ("b", None)], "corroborated"),
        ([("a", "Ann Lee")], "single_source"),
        ([("a", "Ann Lee"), ("b", "Ann Lee"), ("c", "Ann Lee")], "single_source"),
        ([("a", "Ann Lee"), ("a", "Bo Roy")], "corroborated"),
        ([("a", "Ann Lee"), ("b", None)], "corroborated"),
        ([("a", "Ann Lee"), ("a", None)], "single_source"),
    ],
)
def test_grade(told, grade):
    s, events = told_by(told)
    assert backing(s, *events).grade() == grade
    assert backing(s, *events).grade(contested=True) == "contested"


def test_an_unnamed_spokesman_is_the_voice_of_his_body():
    s = StoryKit()
    r = s.report("Fire\nA mill burned, a Sand Office spokesman said. A fire broke out, the Sand Office said.", "2021")
    office = s.named(r, "Sand Office", "Sand Office")
    spokesman = s.named(r, "a Sand Office spokesman", "Sand Office spokesman (unnamed)", "person")
    unnamed = s.entities[spokesman]
    described = tuple(msgspec.structs.replace(m, form="nominal") for m in unnamed.mentions)
    s.entities[spokesman] = msgspec.structs.replace(unnamed, mentions=described)
    said = s.claim(r, "a Sand Office spokesman", "A mill burned", spokesman)
    again = s.claim(r, "the Sand Office", "A fire broke out", office)
    events = [s.event(r, "burned", "hazard", claim=said), s.event(r, "fire", "hazard", claim=again)]
    assert backing(s, *events).support().informants == 1


@pytest.mark.parametrize(
    ("sentence", "informants"),
    [
        ("A mill burned, Sand Office director Ada Fenn said. A fire broke out, the Sand Office said.", 1),
        ("A mill burned, Ada Fenn, head of the Sand Office, said. A fire broke out, the Sand Office said.", 1),
        ("A mill burned, the director of the Sand Office, Ada Fenn said. A fire broke out, the Sand Office said.", 1),
        ("A mill burned, Ada Fenn, the manager of the Sand Office, said. A fire broke out, the Sand Office said.", 1),
        ("A mill burned, Ada Fenn told the Sand Office. A fire broke out, the Sand Office said.", 2),
    ],
)
def test_who_leads_a_body_is_no_second_informant_beside_it(sentence, informants):
    s = StoryKit()
    r = s.report(f"Fire\n{sentence}", "2021-03-01")
    office, fenn = s.named(r, "Sand Office", "Sand Office"), s.named(r, "Ada Fenn", "Ada Fenn", "person")
    said = s.claim(r, "Ada Fenn", "A mill burned", fenn)
    again = s.claim(r, "the Sand Office", "A fire broke out", office)
    events = [s.event(r, "burned", "hazard", claim=said), s.event(r, "fire", "hazard", claim=again)]
    assert backing(s, *events).support().informants == informants


@pytest.mark.parametrize(("one", "informants"), [("woman", 1), ("porter", 2)])
def test_one_of_a_group_is_no_second_informant_beside_it(one, informants):
    s = StoryKit()
    r = s.report(f"Fire\nA mill burned, one {one} said. A fire broke out, women said.", "2021-03-01")
    events = []
    for words, name, content, trigger in (
        (f"one {one}", f"{one} (unnamed)", "A mill burned", "burned"), ("women", "women", "A fire broke out", "fire")
    ):  # fmt: skip
        who = s.named(r, words, name, "person")
        described = tuple(msgspec.structs.replace(m, form="nominal") for m in s.entities[who].mentions)
        s.entities[who] = msgspec.structs.replace(s.entities[who], mentions=described)
        events.append(s.event(r, trigger, "hazard", claim=s.claim(r, words, content, who)))
    assert backing(s, *events).support().informants == informants


def fires(*told: tuple[str, str], sentence: str = "A fire broke out at mill {}, in the old port.") -> str:
    """The grade of a fire told in reports of other origins, each given as its outlet and what its sentence names."""
    s = StoryKit()
    events = []
    for n, (outlet, name) in enumerate(told):
        r = s.report(f"News {n}\n{sentence.format(name)}", "2021-03-01", outlet=outlet)
        events.append(s.event(r, "fire", "hazard"))
    return backing(s, *events).grade()


def test_two_pages_of_one_publisher_are_one():
    assert fires(("Wire", "one"), ("Post", "two")) == "corroborated"
    assert fires(("Wire", "one"), ("Wire", "two")) == "unattributed"


def test_one_sentence_in_two_papers_is_one_statement():
    assert fires(("Wire", "one"), ("Post", "one")) == "unattributed"
    assert fires(("Wire", "one"), ("Post", "one"), sentence="A fire at {}.") == "corroborated"


@pytest.mark.parametrize("outlets", [("Wire", "Post"), ("Post", "Wire"), ("Sun", "Star"), ("Star", "Sun")])
def test_a_paper_with_one_sentence_of_another_adds_nothing(outlets: tuple[str, str]):
    s = StoryKit()
    one, other = "A fire broke out at mill one. ", "Flames were seen above the old port."
    long = s.report(f"News\n{one}{other}", "2021-03-01", outlet=outlets[0])
    short = s.report(f"News\n{one}", "2021-03-01", outlet=outlets[1])
    events = [s.event(long, "fire", "hazard"), s.event(long, "Flames", "hazard"), s.event(short, "fire", "hazard")]
    assert backing(s, *events).grade() == "unattributed"


@pytest.mark.parametrize(
    ("said", "trigger", "stance", "informants"),
    [
        ("a fire broke out", "fire", "asserts", 2),
        ("the fire was shameful", "fire", "asserts", 1),
        ("there was a fire", "fire", "denies", 1),
        ("a fire may have broken out", "fire", "doubts", 1),
    ],
)
def test_an_informant_is_who_says_that_it_happened(said: str, trigger: str, stance: str, informants: int):
    s = StoryKit()
    r = s.report(f"Mill\nAnn Lee said flames were seen. Bo Roy said {said}.", "2021-03-01")
    ann, roy = s.named(r, "Ann Lee", "Ann Lee", "person"), s.named(r, "Bo Roy", "Bo Roy", "person")
    first = s.event(r, "flames", "hazard", claim=s.claim(r, "Ann Lee", "flames were seen", ann))
    second = s.event(r, trigger, "hazard", claim=s.claim(r, "Bo Roy", said, roy, stance=stance))
    assert backing(s, first, second).support().informants == informants


def test_who_is_quoted_in_one_sentence_of_two_reports_is_one():
    def informants(*names: str) -> int:
        s, events = StoryKit(), []
        for n, name in enumerate(names):
            r = s.report(f"News {n}\nA witness in {name} said that a fire broke out.", "2021-03-01")
            witness = s.named(r, "A witness", f"witness {n}", "person")
            events.append(s.event(r, "fire", "hazard", claim=s.claim(r, "A witness", "a fire broke out", witness)))
        return backing(s, *events).support().informants

    assert informants("Qasira", "Qasira") == 1
    assert informants("Qasira", "Tel Amar") == 2


def quoted(*told: tuple[str, str, str], name: str = "", outlets: tuple[str, ...] = ("Wire",), origin: str = "") -> int:
    """The informants of one fire, each told of as (who in the words of a report, their entity, its type). Reports are
    of the outlets in turn; `name`: what the second is called by name."""
    s, events = StoryKit(), []
    for n, (words, entity, kind) in enumerate(told):
        r = s.report(f"News {n}\n{words} said that a fire broke out at mill {n}.", "2021-03-01",
                     outlet=outlets[n % len(outlets)], origin=origin)  # fmt: skip
        calls = name if name and name in words else words
        who = s.named(r, calls, f"{entity} {n}", kind)
        form = "name" if calls == name else "nominal"
        mentions = tuple(msgspec.structs.replace(m, form=form) for m in s.entities[who].mentions)
        s.entities[who] = msgspec.structs.replace(s.entities[who], mentions=mentions, name=entity)
        events.append(s.event(r, "fire", "hazard", claim=s.claim(r, words, f"a fire broke out at mill {n}", who)))
    return backing(s, *events).support().informants


def test_one_description_in_two_reports_of_one_house_is_one_informant():
    guard, other = ("A guard at the mill", "guard at the mill (unnamed)", "person"), ("A guard", "guard", "person")
    same = (guard[0], "guard at the mill", "person")
    assert quoted(guard, same) == 1
    assert quoted(guard, same, outlets=("Wire", "Post")) == 2
    assert quoted(guard, same, outlets=("Wire", "Post"), origin="one") == 1
    assert quoted(guard, other) == 2


def test_a_body_called_by_words_of_its_name_is_one_informant():
    named = ("Qasira Flood Observatory", "Qasira Flood Observatory", "org")
    outlets = ("Wire", "Post")
    assert quoted(named, ("The observatory", "observatory", "org"), name=named[0], outlets=outlets) == 1
    assert quoted(named, ("The brigade", "brigade", "org"), name=named[0], outlets=outlets) == 2
    assert quoted(named, ("An observatory guard", "observatory guard (unnamed)", "person"), name=named[0],
                  outlets=outlets) == 2  # fmt: skip


def test_a_relative_with_and_without_his_name_is_one_informant_of_one_original():
    named, unnamed = ("Her father Bo Roy", "Bo Roy", "person"), ("Her father", "father (unnamed)", "person")
    outlets = ("Wire", "Post")
    assert quoted(named, unnamed, name="Bo Roy", outlets=outlets, origin="one") == 1
    assert quoted(named, unnamed, name="Bo Roy", outlets=outlets) == 2
    uncle = ("Her uncle", "uncle (unnamed)", "person")
    assert quoted(named, uncle, name="Bo Roy", outlets=outlets, origin="one") == 2


@pytest.mark.parametrize(("paper", "informants"), [("a bulletin", 1), ("its website", 1), ("a porter", 2)])
def test_what_a_body_says_something_in_is_no_second_informant(paper: str, informants: int):
    s = StoryKit()
    r = s.report(f"Fire\nThe Sand Office said a mill burned. According to {paper}, a fire broke out.", "2021-03-01")
    office = s.named(r, "Sand Office", "Sand Office")
    who = s.named(r, paper, f"{paper} (unnamed)", "person")
    described = tuple(msgspec.structs.replace(m, form="nominal") for m in s.entities[who].mentions)
    s.entities[who] = msgspec.structs.replace(s.entities[who], mentions=described)
    events = [
        s.event(r, "burned", "hazard", claim=s.claim(r, "Sand Office", "a mill burned", office)),
        s.event(r, "fire", "hazard", claim=s.claim(r, paper, "a fire broke out", who)),
    ]
    assert backing(s, *events).support().informants == informants
    assert backing(s, events[1]).support().informants == 1


@pytest.mark.parametrize(
    ("said", "informants"),
    [
        ("had no information on how a fire began", 1),
        ("declined to comment on reports that a fire began", 1),
        ("could not confirm that a fire began", 1),
        ("had no information yet; a fire began at nine", 2),
        ("watched flames and a fire", 2),
    ],
)
def test_who_has_nothing_to_say_of_it_is_no_informant(said: str, informants: int):
    s = StoryKit()
    r = s.report(f"Mill\nAnn Lee said flames were seen. The council {said}.", "2021-03-01")
    ann, council = s.named(r, "Ann Lee", "Ann Lee", "person"), s.named(r, "The council", "Qasira Council")
    first = s.event(r, "flames", "hazard", claim=s.claim(r, "Ann Lee", "flames were seen", ann))
    second = s.event(r, "fire", "hazard", claim=s.claim(r, "The council", said, council))
    assert backing(s, first, second).support().informants == informants


def test_who_denies_vouches_for_its_not_happening():
    s = StoryKit()
    r = s.report("Mill\nBo Roy denied a fire.", "2021-03-01")
    said = s.claim(r, "Bo Roy", "a fire", s.named(r, "Bo Roy", "Bo Roy", "person"), stance="denies")
    assert backing(s, s.event(r, "fire", "hazard", status="negated", claim=said)).grade() == "single_source"


def test_the_four_counts_are_kept_apart():
    s = three_reports()
    (bombing,) = [h for h in s.merged().happenings if h.kind == "bombing"]
    assert (bombing.support.reports, bombing.support.origins) == (3, 2)
    assert bombing.support.publishers == 3


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("www.examplepost.com", "Example Post"),
        ("The Example Post", "examplepost.co.uk"),
        ("Example Post Online", "example post"),
    ],
)
def test_one_outlet_under_two_names_is_one_publisher(one, two):
    s = StoryKit()
    a, b = s.report("A\nOne.", "2021-03-01", outlet=one), s.report("B\nTwo.", "2021-03-01", outlet=two)
    view = Situation(s.dossier(), s.readings(), s.resolution())
    assert publisher(view, a) == publisher(view, b)


def test_outlets_of_one_family_are_one_publisher():
    s = StoryKit()
    reports = [s.report(f"{n}\nOne.", "2021-03-01", outlet=n) for n in ("Orla Times", "Karsen Sun")]
    view = Situation(s.dossier(), s.readings(), s.resolution())
    assert len({publisher(view, r) for r in reports}) == 2
    owned = {r: msgspec.structs.replace(view.reports[r], family="Orla Media") for r in reports}
    view.reports.update(owned)
    assert len({publisher(view, r) for r in reports}) == 1


@pytest.mark.parametrize(("word", "grade"), [("captives", "unattributed"), ("kidnapping", "corroborated")])
def test_who_calls_people_captives_vouches_for_no_abduction(word: str, grade: str) -> None:
    s = StoryKit()
    a = s.report("Mill\nGunmen seized nine weavers at a mill.", "2021-03-01", outlet="a")
    b = s.report(f"Talks\nEnvoys spoke of the {word} and of the price of wool.", "2021-03-01", outlet="b")
    events = (s.event(a, "seized", "abduction"), s.event(b, word, "abduction"))
    assert backing(s, *events).grade() == grade


@pytest.mark.parametrize("alone", [False, True])
def test_the_title_of_a_page_without_a_story_supports_nothing(alone):
    s, events = told_by([("a", None), ("b", None), ("c", None)])
    page = s.reports[2]
    title = Block(start=0, end=len(page.text), kind="title")
    s.reports[2] = msgspec.structs.replace(page, blocks=(title,))
    del s.origins["c"]
    told = backing(s, *(events[2:] if alone else events))
    assert told.support().origins == (0 if alone else 2)
    assert told.support().reports == (1 if alone else 3)
    assert told.grade() == ("unattributed" if alone else "corroborated")
