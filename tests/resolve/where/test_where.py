"""Where an event was: scope, descriptions, the same event told again, other reports, and what has no place."""

import pytest

from dateline.model import TimeMention
from tests.resolve.written import Written, named, resolve


@pytest.mark.parametrize(
    "link", [", a village near ", ", another town in ", " on the outskirts of ", " a small town near ", ", "]
)
def test_a_name_that_only_locates_another_is_no_event_place(link: str) -> None:
    """Reports that lost their commas run the two together."""
    got = resolve(Written(f"Shells hit [Rashidin|place]{link}[Aleppo|place] on Monday.").event("hit", "shelling"))
    assert named(got, got.events[0].place) == "Rashidin"


@pytest.mark.parametrize("far", ["20 kilometres (12 miles) from", "some 20km south-east of rebel-held"])
def test_a_city_that_a_town_is_so_far_from_is_no_event_place(far: str) -> None:
    got = resolve(
        Written(f"Shells hit [Rashidin|place] {far} [Aleppo|place] where guards killed a man.").event("killed", "death")
    )
    assert named(got, got.events[0].place) == "Rashidin"


def test_a_town_under_siege_stands_before_its_siege() -> None:
    got = resolve(
        Written("People came out of [Madaya|place], a town near [Damascus|place] besieged by troops.").event(
            "besieged", "coercion"
        )
    )
    assert named(got, got.events[0].place) == "Madaya"


def test_where_takes_up_the_place_before_it() -> None:
    got = resolve(
        Written("Guards left the road to [Aleppo|place], where the post was attacked by men from [Idlib|place].").event(
            "attacked", "attack"
        )
    )
    assert named(got, got.events[0].place) == "Aleppo"


def test_who_flees_did_not_flee_from_where_they_go() -> None:
    got = resolve(
        Written("Families fled two hamlets towards [Aleppo|place]. Earlier many left [Madaya|place].")
        .event("fled", "displacement")
        .event("left", "displacement")
    )
    assert [(named(got, e.place), e.place_why) for e in got.events] == [
        ("Madaya", "named where the report tells it again"),
        ("Madaya", "named in its sentence"),
    ]


def test_two_villages_are_those_that_the_text_calls_so() -> None:
    got = resolve(
        Written(
            "Trucks took people out of two mountain villages on Friday. "
            "Nobody stayed in the villages of [Foua|place] and [Kefraya|place]."
        ).event("took", "evacuation", place="two mountain villages")
    )
    assert named(got, got.events[0].place) == "Foua"


def test_a_title_tells_roughly_what_the_text_tells_closer() -> None:
    written = Written(
        "Ten dead in [Aleppo|place] blast\nA bomb went off in [Rashidin|place]. [Aleppo|place] mourns.",
        title="Ten dead in Aleppo blast",
    )
    got = resolve(written.event("blast", "bombing").event("bomb", "bombing", place="Rashidin"))
    assert [named(got, e.place) for e in got.events] == ["Rashidin", "Rashidin"]


def test_other_reports_tell_closer_where_they_agree() -> None:
    rough = Written("A bomb killed ten near [Aleppo|place].").event("bomb", "bombing")
    close = [
        Written(f"A bomb exploded in [Rashidin|place] near [Aleppo|place], said witness {i}.").event("bomb", "bombing")
        for i in (1, 2)
    ]
    alone = resolve(rough, close[0])
    assert {named(alone, e.place) for e in alone.events if e.report == rough.report.id} == {"Aleppo"}
    got = resolve(rough, *close)
    of_rough = [e for e in got.events if e.report == rough.report.id]
    assert [(named(got, e.place), e.place_why) for e in of_rough] == [
        ("Rashidin", "where other reports of the story tell it")
    ]


def test_what_lies_between_two_towns_is_right_at_neither() -> None:
    rough = Written("A bomb killed ten near [Aleppo|place].").event("bomb", "bombing")
    between = [
        Written(f"A bomb exploded on the road between [Rashidin|place] and [Aleppo|place], said witness {i}.").event(
            "bomb", "bombing"
        )
        for i in (1, 2)
    ]
    got = resolve(rough, *between)
    assert {named(got, e.place) for e in got.events if e.report == rough.report.id} == {"Aleppo"}


def test_an_attack_across_a_country_is_not_put_into_one_town() -> None:
    got = resolve(
        Written("Bombs killed 40 across [Iraq|place]. A bomb exploded in [Baghdad|place].")
        .event("Bombs", "bombing")
        .event("bomb", "bombing")
    )
    assert [named(got, e.place) for e in got.events] == ["Iraq", "Baghdad"]


def test_words_have_no_place_of_their_own() -> None:
    got = resolve(
        Written("Shells fell in [Aleppo|place]. The minister condemned it. Police are investigating.")
        .event("fell", "shelling")
        .event("condemned", "accusation")
        .event("investigating", "accusation")
    )
    assert [named(got, e.place) for e in got.events] == ["Aleppo", None, "Aleppo"]
    assert got.events[1].place_why


def test_what_is_told_of_another_time_has_only_the_country() -> None:
    written = Written(
        "Shells fell in [Aleppo|place], [Syria|place]. The rebels lost much ground in 2015. Troops fired back."
    )
    written.event("fell", "shelling").event("lost", "capture_territory").event("fired", "armed_clash")
    year = written.span("2015")
    written.times = [TimeMention(start=year.start, end=year.end, text="2015", type="year")]
    got = resolve(written)
    assert [named(got, e.place) for e in got.events] == ["Aleppo", "Syria", "Aleppo"]


def test_a_revenge_is_not_where_the_first_blow_was() -> None:
    got = resolve(
        Written("A bomb exploded in [Herat|place]. The bomb, a revenge for air strikes in [Kunduz|place], killed ten.")
        .event("exploded", "bombing")
        .event("revenge", "attack")
        .event("air strikes", "air_strike", place="Kunduz")
    )
    assert [named(got, e.place) for e in got.events] == ["Herat", "Herat", "Kunduz"]


def test_where_in_an_argument_takes_up_its_last_place() -> None:
    words = "a tower near the [Savin Mosque|place] in the centre of [Aleppo|place]"
    got = resolve(
        Written(f"The office lies in {words}, where a shop was also attacked last year.").event(
            "attacked", "attack", place="a tower near the Savin Mosque in the centre of Aleppo"
        )
    )
    assert named(got, got.events[0].place) == "Aleppo"


def test_a_deal_has_no_place_but_the_one_it_is_told_with() -> None:
    got = resolve(
        Written("Shells fell in [Aleppo|place]. The sides struck a deal. They met in [Astana|place].")
        .event("fell", "shelling")
        .event("deal", "agreement")
        .event("met", "talks")
    )
    assert [named(got, e.place) for e in got.events] == ["Aleppo", None, "Astana"]


def test_a_blow_is_not_put_where_nobody_tells_of_any() -> None:
    """The report is about the town, its blows are somewhere in the country."""
    got = resolve(
        Written("Teachers in [Chibok|place], [Nigeria|place] met parents. Air strikes killed some of the gunmen.")
        .event("met", "talks")
        .event("strikes", "air_strike")
    )
    assert [named(got, e.place) for e in got.events] == ["Chibok", "Nigeria"]


def test_who_is_evacuated_from_a_town_left_that_town_and_no_other() -> None:
    """What a sentence says that others left, or that people were besieged, is not told of it."""
    got = resolve(
        Written("People under siege left [Sabha|place] along with forty evacuated from rebel-held [Madaya|place].")
        .event("siege", "coercion")
        .event("left", "displacement", place="Sabha")
        .event("evacuated", "evacuation", place="Sabha")
    )
    assert [named(got, e.place) for e in got.events] == ["Sabha", "Sabha", "Madaya"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Forty people were granted safe passage out of [Madaya|place] by the army.", "Madaya"),
        ("Rebels from [Madaya|place] near [Damascus|place] were granted safe passage out.", "Madaya"),
        ("Rebels from [Madaya|place] near [Sabha|place] in the deal were not granted safe passage out.", "Madaya"),
        ("Rebels from [Madaya|place] were granted a hearing.", None),
    ],
)
def test_who_is_let_out_is_told_where_from(text: str, place: str | None) -> None:
    for trigger in ("granted", "granted safe passage", "granted safe passage out"):
        if trigger in text:
            got = resolve(Written(text).event(trigger, "concession"))
            assert named(got, got.events[0].place) == place


def test_a_capital_is_named_and_not_its_country() -> None:
    text = "The generals met in the [Niger|place] capital [Niamey|place] on Thursday."
    got = resolve(Written(text).event("met", "talks", place="the Niger capital Niamey"))
    assert named(got, got.events[0].place) == "Niamey"
    assert got.events[0].place_why == "its own words"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The rebels threatened to overrun [Sabha|place], a clerk in [Madaya|place] said.", "Sabha"),
        ("The rebels threatened the army after guards overrun [Sabha|place].", None),
    ],
)
def test_a_threat_is_made_to_the_place_where_it_would_be_done(text: str, place: str | None) -> None:
    got = resolve(
        Written(text)
        .event("threatened", "threat")
        .event("overrun", "capture_territory", status="hypothetical", target="Sabha")
    )
    assert named(got, got.events[0].place) == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("As in the war for [Sabha|place], the guards in [Madaya|place] sheltered there.", "Madaya"),
        ("In [Sabha|place], guards sheltered in [Madaya|place] road.", "Sabha"),
        ("The guards of the war for [Sabha|place] sheltered under trees in [Madaya|place].", "Sabha"),
    ],
)
def test_a_place_beyond_a_comma_gives_way_to_one_in_the_clause(text: str, place: str) -> None:
    got = resolve(Written(text).event("sheltered", "displacement", place="Sabha"))
    assert named(got, got.events[0].place) == place


def test_a_town_beside_a_city_is_not_in_it() -> None:
    """A bridge fell near Dondo, 28 km from Beira: the dead of Beira were not there."""
    first = Written("The storm killed four in the port of [Beira|place]. It wrecked a mill in [Dondo|place].")
    second = Written("A mill in [Dondo|place] was wrecked, the mayor said. Roads are closed.")
    third = Written("In [Dondo|place] the storm wrecked a mill. No help has come.")
    for written in (first, second, third):
        written.event("wrecked", "destruction", place="Dondo")
    got = resolve(first.event("killed", "death", place="Beira"), second, third)
    assert {named(got, e.place) for e in got.events if e.trigger.text == "killed"} == {"Beira"}


def test_a_blow_is_not_where_its_victims_come_from() -> None:
    """Neither the villages they left nor the country whose people they are."""
    got = resolve(
        Written(
            "A bomb exploded in [Aleppo|place]. The bombing tore through buses with people from besieged villages in "
            "[Idlib|place]."
        )
        .event("exploded", "bombing")
        .event("bombing", "bombing")
    )
    assert [named(got, e.place) for e in got.events] == ["Aleppo", "Aleppo"]


def test_people_are_no_place() -> None:
    got = resolve(
        Written("Guards besieged buses carrying [Syrians|group] near [Aleppo|place]. [Syria|place] protested.").event(
            "besieged", "coercion", target="Syrians"
        )
    )
    assert named(got, got.events[0].place) == "Aleppo"


def test_whose_deed_a_revenge_answers_is_not_where_it_was_taken() -> None:
    got = resolve(
        Written(
            "A bomb exploded in [Herat|place]. The bombing was a revenge attack for [US|place] air strikes in "
            "[Kunduz|place]."
        )
        .event("exploded", "bombing")
        .event("bombing", "bombing")
        .event("revenge attack", "attack", target="US")
    )
    assert [named(got, e.place) for e in got.events] == ["Herat"] * 3


@pytest.mark.parametrize(
    "words",
    [
        "[Rana Odeh|person] in [Lima|place]: A storehouse is burning.",
        "A [Lima|place]-based storehouse is burning.",
        "[Lima|place], [Peru|place] (CNN) A storehouse is burning.",
    ],
)
def test_a_reporters_town_and_half_an_adjective_are_no_place_of_an_event(words: str) -> None:
    got = resolve(Written(words).event("burning", "destruction"))
    assert got.events[0].place is None


def test_a_village_in_no_list_holds_no_town_that_others_tell_of() -> None:
    """Where the map only knows that both lie near one city, neither lies in the other."""
    own = Written("A bomb went off in [Tal Amber|place] near [Aleppo|place]. The blast killed ten.")
    others = [
        Written(f"A bomb exploded in [Rashidin|place] near [Aleppo|place], said witness {i}.").event("bomb", "bombing")
        for i in (1, 2)
    ]
    got = resolve(own.event("bomb", "bombing").event("blast", "bombing"), *others)
    assert {named(got, e.place) for e in got.events if e.report == own.report.id} == {"Tal Amber"}


def test_one_suburb_told_once_is_not_where_all_of_it_was() -> None:
    raids = (
        Written(
            "A raid killed ten in [Aleppo|place]. Shells hit homes in [Aleppo|place]. Rockets fell in [Aleppo|place]."
            " A bomb went off in [Rashidin|place]. Later the blows killed more."
        )
        .event("raid", "air_strike")
        .event("Shells hit", "shelling")
        .event("Rockets fell", "shelling")
        .event("bomb", "bombing")
        .event("blows", "attack")
    )
    got = resolve(raids)
    assert [named(got, e.place) for e in got.events] == ["Aleppo", "Aleppo", "Aleppo", "Rashidin", "Aleppo"]


@pytest.mark.parametrize(
    ("seen", "trigger", "kind"),
    [("Ten bodies lay in a room in [Rashidin|place].", "bodies", "death"),
     ("Ten wounded were treated in a hospital in [Rashidin|place].", "wounded", "injury")],
)  # fmt: skip
def test_where_the_dead_and_hurt_are_seen_is_not_where_the_blow_was(seen: str, trigger: str, kind: str) -> None:
    got = resolve(
        Written(f"Families fled [Aleppo|place]. {seen} Crowds wept in [Aleppo|place]. The blast killed many.")
        .event(trigger, kind)
        .event("blast", "bombing")
    )
    assert [named(got, e.place) for e in got.events] == ["Rashidin", "Aleppo"]


def test_a_blow_far_off_is_not_where_the_reports_own_was() -> None:
    got = resolve(
        Written(
            "Crowds wept in [Aleppo|place] and in [Idlib|place], and left [Aleppo|place]. Ten died in an assault."
            " A like attack was seen in [Lima|place]."
        )
        .event("assault", "attack")
        .event("attack", "attack", place="Lima")
        .event("left", "displacement")
    )
    assault = next(e for e in got.events if e.trigger.text == "assault")
    assert (named(got, assault.place), assault.place_why) == ("Aleppo", "the place the report is about")
