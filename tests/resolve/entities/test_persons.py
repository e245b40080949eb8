"""Names of persons -> people: relatives with one surname are two."""

import pytest

from tests.resolve.written import Written, entity, resolve, together


def test_middle_names_tell_two_people() -> None:
    got = resolve(Written("[Karim Omar Dalle|person] ruled. Also named is [Karim Aziz Dalle|person]."))
    assert not together(got, "Karim Omar Dalle", "Karim Aziz Dalle")


@pytest.mark.parametrize("other", ["Karim O. Dalle", "Karim Umar Dalle", "Karim Dalle", "Omar Dalle"])
def test_a_middle_name_written_otherwise_tells_one_person(other: str) -> None:
    got = resolve(Written(f"[Karim Omar Dalle|person] ruled. Also named is [{other}|person]."))
    assert together(got, "Karim Omar Dalle", other)


def test_middle_names_of_two_reports_tell_two_people() -> None:
    got = resolve(
        Written("[Karim Omar Dalle|person] ruled."),
        Written("Also named is [Karim Aziz Dalle|person]."),
        Written("The palace is that of [Karim Dalle|person]."),
    )
    assert not together(got, "Karim Omar Dalle", "Karim Aziz Dalle")


@pytest.mark.parametrize(
    "text",
    [
        "[Omar Karim Dalle|person], the eldest son of Ghor's ex-president [Karim Dalle|person], is named.",
        "[Karim Dalle|person]'s nephew, [Omar Karim Dalle|person], is named.",
        "The daughter of president [Karim Dalle|person], [Omar Karim Dalle|person], is named.",
        "The son of President [Karim Dalle|person] is named too. [Omar Karim Dalle|person] is said to own a bank.",
    ],
)
def test_a_relative_is_somebody_else(text: str) -> None:
    assert not together(resolve(Written(text)), "Karim Dalle", "Omar Karim Dalle")


def test_a_surname_before_a_relative_is_not_the_relative() -> None:
    got = resolve(Written("[Dalle|person]'s daughter [Rana Dalle|person] came."))
    assert not together(got, "Dalle", "Rana Dalle")


def test_a_shared_surname_is_whom_the_report_last_spoke_of() -> None:
    report = Written(
        "A nephew of President [Karim Dalle|person] was named.\n[Dalle|person]'s nephew, [Omar Dalle|person], is rich."
        " [Dalle|person] and the firms have rejected this."
    ).claim("Dalle and the firms", "have rejected", "this")
    got = resolve(report)
    nephew = entity(got, "Omar Dalle")
    assert got.claims[0].source is not None
    assert got.claims[0].source.entity == nephew.id
    assert [m.start for m in nephew.mentions if m.text == "Dalle"] == [report.text.rindex("Dalle")]
    assert "Dalle" in {m.text for m in entity(got, "Karim Dalle").mentions}


def test_a_relative_brought_on_by_the_way_leaves_the_surname() -> None:
    got = resolve(
        Written("[Rana Dalle|person] came. Her father [Karim Dalle|person] did not. [Dalle|person] spoke at noon.")
    )
    assert together(got, "Rana Dalle", "Dalle")


def test_the_son_of_somebody_is_not_he() -> None:
    who = "The eldest son of former president of Marrak Karim Dalle"
    got = resolve(
        Written("The eldest son of former president of [Marrak|place] [Karim Dalle|person] said he had fled.").claim(
            who, "said", "he had fled"
        )
    )
    assert got.claims[0].source is not None
    assert got.claims[0].source.entity not in (None, entity(got, "Karim Dalle").id)


def test_a_surname_that_only_sounds_alike_is_not_whom_the_report_spoke_of() -> None:
    got = resolve(Written("[Omar Dalle|person] ran. [Rana Dallee|person] fled. [Dalle|person] left."))
    assert together(got, "Omar Dalle", "Dalle")


@pytest.mark.parametrize(
    "texts",
    [
        ["[Odeh Karim Dalle|person] was jailed. [Karim Dalle|person] sings. [Karim Dalle Mansur|person] rules."],
        ["[Karim Dalle Mansur|person] rules.", "[Karim Dalle|person] sings.", "[Odeh Karim Dalle|person] was jailed."],
    ],
)
def test_a_short_form_inside_two_full_names_is_his_whose_name_it_ends(texts: list[str]) -> None:
    got = resolve(*map(Written, texts))
    assert together(got, "Karim Dalle", "Odeh Karim Dalle")
    assert not together(got, "Karim Dalle", "Karim Dalle Mansur")


@pytest.mark.parametrize("parted", [True, False])
def test_two_given_names_of_two_people_are_nobody_alone(parted: bool) -> None:
    texts = ["[Karim Dalle Mansur|person] rules. [Karim Dalle Odeh|person] sings.", "[Karim Dalle|person] came."]
    got = resolve(*map(Written, texts if parted else [" ".join(texts)]))
    assert len({entity(got, name).id for name in ("Karim Dalle Mansur", "Karim Dalle Odeh", "Karim Dalle")}) == 3


def test_a_full_name_in_two_spellings_keeps_its_short_form() -> None:
    got = resolve(
        Written("[Karim Dalle al-Mansur|person] rules. [Karim Dalle Almansur|person] spoke. [Karim Dalle|person] left.")
    )
    assert together(got, "Karim Dalle al-Mansur", "Karim Dalle Almansur", "Karim Dalle")
