"""Names, descriptions and pronouns of a story -> entities."""

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.model import Judgement, Ref
from dateline.resolve.entities.fold import fold, sounds
from tests.resolve.written import Written, entity, named, resolve, together


def test_acronym_and_expansion_are_one() -> None:
    got = resolve(Written("The [Northern River Front|group] ([NRF|group]) took the hill. The [NRF|group] stayed."))
    assert together(got, "Northern River Front", "NRF")
    assert entity(got, "NRF").name == "Northern River Front"


def test_acronym_of_another_report_finds_its_expansion() -> None:
    got = resolve(
        Written("The [Northern River Front|group] took the hill."), Written("The [NRF|group] said it would stay.")
    )
    assert together(got, "Northern River Front", "NRF")


def test_acronym_with_two_expansions_stays_apart() -> None:
    got = resolve(
        Written("The [Northern River Front|group] met the [National Relief Fund|org]."),
        Written("The [NRF|group] said it would stay."),
    )
    assert not together(got, "Northern River Front", "NRF")
    assert not together(got, "National Relief Fund", "NRF")


@pytest.mark.parametrize("name", ["IS", "ISIS", "ISIL", "Daesh", "Da’esh", "Islamic State group"])
def test_islamic_state_has_many_names(name: str) -> None:
    got = resolve(Written(f"Fighters of [Islamic State|group] fled. [{name}|group] said nothing."))
    assert together(got, "Islamic State", name)


def test_the_verb_is_no_group() -> None:
    got = resolve(Written("The road is closed, and [Islamic State|group] is gone."))
    assert [m.text for m in entity(got, "Islamic State").mentions] == ["Islamic State"]


def test_surname_and_title_follow_the_full_name() -> None:
    got = resolve(Written("[Karim Dalle|person] came on Monday. Mr [Dalle|person] spoke. [Dalle|person] left."))
    assert together(got, "Karim Dalle", "Dalle")
    assert entity(got, "Dalle").name == "Karim Dalle"


def test_surname_before_the_full_name() -> None:
    got = resolve(Written("[Dalle|person] resigns\n\nThe minister, [Karim Dalle|person], left on Monday."))
    assert together(got, "Karim Dalle", "Dalle")


def test_surname_of_two_people_stays_apart_and_is_a_candidate() -> None:
    got = resolve(Written("[Karim Dalle|person] met [Rana Dalle|person]. [Dalle|person] said no."))
    lone = entity(got, "Dalle")
    assert lone.id not in (entity(got, "Karim Dalle").id, entity(got, "Rana Dalle").id)
    pairs = {frozenset((c.a, c.b)) for c in got.candidates}
    assert frozenset((lone.id, entity(got, "Karim Dalle").id)) in pairs


def test_surname_is_whose_full_name_came_before() -> None:
    got = resolve(
        Written("[Rana Dalle|person] came. [Dalle|person] spoke. Her father [Karim Dalle|person] did not speak.")
    )
    assert together(got, "Rana Dalle", "Dalle")


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("Mohammed Hassan Ali", "Muhammad Hasan Ali", "person"),
        ("Abdul-Karim Fayez", "Abdul Karim Faiz", "person"),
        ("Baghouz", "Baghuz", "place"),
        ("Rashidin", "Rashideen", "place"),
        ("al-Foua", "Fuaa", "place"),
        ("Deir Ezzor", "Deir el-Zour", "place"),
        ("Kefraya", "Kafraya", "place"),
    ],
)
def test_spellings_across_reports(one: str, other: str, kind: str) -> None:
    got = resolve(Written(f"They saw [{one}|{kind}] there."), Written(f"They saw [{other}|{kind}] too."))
    assert together(got, one, other)


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("Hassan Darwish", "Hussein Darwish", "person"),
        ("Iran", "Iraq", "place"),
        ("Niger", "Nigeria", "place"),
        ("Syrian Army", "Free Syrian Army", "group"),
        ("Turkish Red Crescent", "Iraqi Red Crescent", "org"),
    ],
)
def test_alike_is_not_the_same(one: str, other: str, kind: str) -> None:
    got = resolve(Written(f"They saw [{one}|{kind}] there."), Written(f"They saw [{other}|{kind}] too."))
    assert not together(got, one, other)


def test_demonym_is_its_country() -> None:
    got = resolve(Written("[Syrian|group] troops left [Syria|place]. The [Syrians|group] went home."))
    country = entity(got, "Syria")
    assert country.type == "place"
    assert {m.text: m.form for m in country.mentions} == {"Syrian": "demonym", "Syria": "name", "Syrians": "demonym"}


def test_a_number_with_a_comma_is_one_word_and_no_part_of_who_they_are() -> None:
    got = resolve(
        Written("Roughly 1,500 rebel fighters fled.").event(
            "fled", "displacement", actor="Roughly 1,500 rebel fighters"
        )
    )
    actor = got.events[0].actor
    assert actor is not None
    assert {e.id: e.name for e in got.entities}[actor.entity or ""] == "rebel fighters"


def test_people_of_many_kinds_have_a_place_in_the_account() -> None:
    for people in ("regional powers", "the smugglers’ agents", "rival hackers"):
        got = resolve(Written(f"Many urged {people} to act.").event("urged", "demand", target=people))
        assert got.events[0].target is not None
        assert got.events[0].target.entity is not None


def test_capital_that_acts_is_the_government() -> None:
    got = resolve(
        Written(
            "[Damascus|org] rejected the plan. Shells fell on [Damascus|place]. "
            "The [Syrian|group] government denied it."
        ).claim("The Syrian government", "denied", "it", after="government denied")
    )
    acting = next(e for e in got.entities if e.name == "government of Syria")
    assert acting.type == "org"
    assert [m.text for m in acting.mentions] == ["Damascus", "The Syrian government"]
    assert any(e.name == "Damascus" and e.type == "place" for e in got.entities)


def test_person_named_like_a_country_is_a_person() -> None:
    got = resolve(Written("[Michael Jordan|person] flew to [Jordan|place]. [Jordan|person] smiled."))
    assert entity(got, "Michael Jordan").type == "person"


def test_named_building_is_a_facility() -> None:
    got = resolve(Written("Shells hit [Sabha Airport|place] and [Camp Nour|place] near [Sabha|place]."))
    assert entity(got, "Sabha Airport").type == entity(got, "Camp Nour").type == "facility"
    assert entity(got, "Sabha").type == "place"


def test_province_and_town_of_one_name() -> None:
    got = resolve(
        Written("Fighting reached the city of [Kunar|place]."),
        Written("Shells fell in [Kunar province|place]. In [Kunar|place], schools closed early."),
    )
    province = next(e for e in got.entities if any(m.text == "Kunar province" for m in e.mentions))
    assert [m.text for m in province.mentions] == ["Kunar province", "Kunar"]
    assert len(got.entities) == 2


def test_towns_of_one_name_in_two_states_are_two() -> None:
    """The bare name is the one that its report tells first, in another report the one told most."""
    first = "Two men left [Salem|place], Ore., for [Salem|place], Mass., by train. Friends in [Salem|place] wept."
    got = resolve(Written(first), Written("Police in [Salem|place] opened a file. [Salem|place], Ore., is calm."))
    salems = sorted((e for e in got.entities if e.name == "Salem"), key=lambda e: len(e.mentions))
    regions = {p.entity: p.admin1 for p in got.places}
    assert [(len(e.mentions), regions[e.id]) for e in salems] == [(1, "Massachusetts"), (4, "Oregon")]


def test_province_alone_lends_its_name() -> None:
    got = resolve(Written("Shells fell in [Kunar province|place]."), Written("In [Kunar|place], schools closed."))
    assert len(got.entities) == 1


def test_lost_apostrophe() -> None:
    got = resolve(Written("[Dalle|person] spoke in [Sabha|place]. [Dalles|person] men left [Sabhas|place] outskirts."))
    assert together(got, "Dalle", "Dalles")
    assert together(got, "Sabha", "Sabhas")


def judgement(verdict: str, a: Written, first: str, b: Written | None = None, second: str = "") -> Judgement:
    """A judgement on the words of one report, with another's where it needs two."""

    def ref(written: Written, words: str) -> Ref:
        span = written.span(words)
        return Ref(type="entity", id="gone", report=written.report.id, start=span.start, end=span.end, text=words)

    return Judgement(
        id=f"j{verdict}", at="2021-06-11T00:00:00Z", by="ana", why="known to me", verdict=verdict, target=ref(a, first),
        other=ref(b, second) if b else None,
    )  # fmt: skip


def test_judgements_come_before_every_rule() -> None:
    a = Written("They met [Karim Dalle|person].")
    b = Written("They saw [Abu Nour|person] and [Karim Dalle|person].")
    assert together(
        resolve(a, b, judgements=(judgement("same", a, "Karim Dalle", b, "Abu Nour"),)), "Abu Nour", "Karim Dalle"
    )
    apart = resolve(a, b, judgements=(judgement("not_same", a, "Karim Dalle", b, "Karim Dalle"),))
    assert len([e for e in apart.entities if e.name == "Karim Dalle"]) == 2
    gone = resolve(a, judgements=(judgement("reject", a, "Karim Dalle"),))
    assert not gone.entities


def test_correction_sets_a_field_and_survives_a_new_reading() -> None:
    def written() -> Written:
        return Written("Shells fell in [Sabha|place] and 12 people died.").figure("12 people", 12, "killed")

    span = written().span("12 people")
    fix = Judgement(
        id="j", at="2021-06-11T00:00:00Z", by="ana", why="misread", verdict="correct", field="what", value='"injured"',
        target=Ref(type="figure", id="gone", report=written().report.id, start=span.start, end=span.end),
    )  # fmt: skip
    assert resolve(written(), judgements=(fix,)).figures[0].what == "injured"
    broken = msgspec.structs.replace(fix, value='"no such measure"')
    assert resolve(written(), judgements=(broken,)).figures[0].what == "killed"


def test_undone_judgement_leaves_no_trace() -> None:
    a = Written("They met [Karim Dalle|person].")
    reject = judgement("reject", a, "Karim Dalle")
    undo = msgspec.structs.replace(reject, id="j2", at="2021-06-12T00:00:00Z", verdict="undo", value=reject.id)
    assert resolve(a, judgements=(reject, undo)) == resolve(a)


@pytest.mark.parametrize(
    ("written", "name", "others"),
    [
        (("Karim Dalle", "Dr Dalle", "Dr Dalle"), "Karim Dalle", ("Dalle",)),
        (("Karim Dalle", "Dalle", "Colonel Dalle", "Mr. Dalle"), "Karim Dalle", ("Dalle",)),
        (("President Karim Dalle", "Karim Dalle"), "Karim Dalle", ()),
        (("Judge Haddad", "Haddad"), "Haddad", ()),
        (("Pope Francis", "Francis"), "Francis", ("Pope Francis",)),
        (("King of Kelo", "Karim Dalle"), "King of Kelo", ()),
        (("Captain Haddad",), "Captain Haddad", ()),
    ],
)
def test_a_title_is_part_of_no_spelling_where_the_name_stands_without_it(
    written: tuple[str, ...], name: str, others: tuple[str, ...]
) -> None:
    got = resolve(Written(" ".join(f"They saw [{words}|person]." for words in written)))
    assert (one := next(e for e in got.entities if e.name == name)).aliases == others
    assert {m.text for m in one.mentions} <= set(written), "the mentions stay as they are written"


NAMES = [
    "Karim Dalle",
    "Dalle",
    "K. Dalle",
    "Omar Haddad",
    "Northern River Front",
    "NRF",
    "Sabha",
    "Sabha province",
    "Syria",
    "Syrian",
]
TYPES = {
    "Northern River Front": "group",
    "NRF": "group",
    "Sabha": "place",
    "Sabha province": "place",
    "Syria": "place",
    "Syrian": "group",
}


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(st.sampled_from(NAMES), min_size=1, max_size=5), min_size=1, max_size=4, unique_by=tuple))
def test_order_never_matters_and_mentions_quote(rows: list[list[str]]) -> None:
    written = [Written(" ".join(f"They saw [{n}|{TYPES.get(n, 'person')}]." for n in row)) for row in rows]
    texts = {w.report.id: w.text for w in written}
    got = resolve(*written)
    assert got == resolve(*reversed(written))
    assert len({e.id for e in got.entities}) == len(got.entities)
    for e in got.entities:
        for m in e.mentions:
            assert texts[m.report][m.start : m.end] == m.text
    spans = [(m.report, m.start, m.end) for e in got.entities for m in e.mentions]
    assert len(spans) == len(set(spans)) == sum(len(row) for row in rows)


@given(st.text(max_size=40))
def test_folding_is_stable(name: str) -> None:
    once = fold(name)
    assert fold(once) == once or once == ""
    assert all(sounds(once))


def test_the_nation_of_a_mission_is_named_with_it() -> None:
    """Capitals make the mission a name; the nation in it is the same as where another report writes it small."""
    got = resolve(
        Written("Crowds burned the [German Embassy|org] on Monday."),
        Written("Crowds burned a [German|place] embassy on Monday."),
    )
    germany = entity(got, "German")
    assert len({m.report for m in germany.mentions}) == 2
    assert entity(got, "German Embassy").id != germany.id


def test_a_consulate_general_is_no_general() -> None:
    got = resolve(
        Written("The [German|place] consulate general was attacked by gunmen.").event(
            "attacked", "attack", target="The German consulate general"
        )
    )
    assert entity(got, "The German consulate general").type == "facility"


def test_a_name_is_not_cut_out_of_a_word_with_a_hyphen() -> None:
    got = resolve(Written("Driver [Omar Odeh zig|person]-zagged home."))
    assert entity(got, "Omar Odeh").name == "Omar Odeh"


def test_a_surname_goes_to_the_one_spelled_like_it_and_not_to_who_sounds_like_it() -> None:
    got = resolve(
        Written("[Omar Touhlel|person] fled. [Touhel|person] was seen. A witness, [Rana Tohel|person], wept for hours.")
    )
    assert together(got, "Omar Touhlel", "Touhel")
    assert not together(got, "Rana Tohel", "Touhel")


@pytest.mark.parametrize(("who", "same"), [("The police", False), ("The [Thai|group] police", True)])
def test_a_group_without_a_name_is_another_in_another_story(who: str, same: bool) -> None:
    one = Written(f"{who} left at noon.").event("left", "withdrawal", actor=who.replace("[Thai|group]", "Thai"))
    two = Written(f"{who} left at dusk.").event("left", "withdrawal", actor=who.replace("[Thai|group]", "Thai"))
    roles = [resolve(written).events[0].actor for written in (one, two)]
    assert all(role is not None and role.entity is not None for role in roles)
    assert (len({role.entity for role in roles if role is not None}) == 1) is same


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Troops began Operation [Amber Shield|place]. Ten guards in [Amber Shield|place] were killed.", False),
        ("An offensive dubbed “[Amber Shield|place]” began. Ten guards in [Amber Shield|place] were killed.", False),
        ("The siege of [Amber Shield|place] began. Ten guards in [Amber Shield|place] were killed.", True),
        ("A camp called [Amber Shield|place] stood. Ten guards in [Amber Shield|place] were killed.", True),
    ],
)
def test_an_operation_is_no_place(text: str, place: bool) -> None:
    got = resolve(Written(text).event("killed", "death"))
    assert ({e.type for e in got.entities if e.name == "Amber Shield"} == {"place"}) is place
    assert (named(got, got.events[0].place) == "Amber Shield") is place
