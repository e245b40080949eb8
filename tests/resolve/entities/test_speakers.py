""" "he said" -> who that is."""

import pytest

from tests.resolve.written import Written, entity, named, resolve, together

SAID = "[Karim Dalle|person] said the bridge fell."
ODEH = "[Omar Odeh|person] runs the port."


@pytest.mark.parametrize(
    ("before", "words", "whose"),
    [
        ("[Karim Dalle|person], who backs [Omar Odeh|person]’s party, said it was bad.", "“Rain,”", "Karim Dalle"),
        ("[Karim Dalle|person] said [Omar Odeh|person] was late.", "“Rain,”", "Karim Dalle"),
        ("The bridge fell, said [Karim Dalle|person]. A man was with [Omar Odeh|person].", "“Rain,”", "Karim Dalle"),
        (f"{SAID}\n“[Omar Odeh|person] is no use. We wait.”\n“We all do.”", "“Rain,”", "Karim Dalle"),
        (f"[Omar Odeh|person] rose. {SAID}", "“[Odeh|person] is no use. Rain,”", "Karim Dalle"),
        (f"{SAID} {ODEH}", "“Rain,”", "Omar Odeh"),
        (f"{SAID}\n{ODEH}", "“Rain,”", "Omar Odeh"),
        (f"{ODEH} {SAID} [Odeh|person] left.", "“Rain,”", "Karim Dalle"),
        (f"{SAID} [Omar Odeh|person]/Sabha Press", "“Rain,”", "Karim Dalle"),
        (f"{SAID}\nThe port at noon. SABHA PRESS/[Omar Odeh|person]", "“Rain,”", "Karim Dalle"),
    ],
)
def test_who_said(before: str, words: str, whose: str) -> None:
    bare = words.replace("[", "").replace("|person]", "").strip("“”,")
    written = Written(f"{before}\n{words} he said.")
    told = next(
        t for t in ("the bridge fell", "The bridge fell", "Omar Odeh was late", "it was bad") if t in written.text
    )
    written.claim("Karim Dalle", "said", told)
    got = resolve(written.claim("he", "said", bare.rsplit(". ", 1)[-1], kind="direct", after=bare))
    (claim,) = (c for c in got.claims if c.source and c.source.text == "he")
    assert claim.source is not None
    assert named(got, claim.source.entity) == whose


@pytest.mark.parametrize(
    ("lead", "whose"),
    [("Asked about [Omar Odeh|person],", "Karim Dalle"), ("Comparing himself to [Omar Odeh|person],", "Karim Dalle")],
)
def test_whom_a_lead_speaks_of_does_not_say_it(lead: str, whose: str) -> None:
    written = Written(f"{SAID} {lead} he said: “Rain.”").claim("Karim Dalle", "said", "the bridge fell")
    got = resolve(written.claim("he", "said", "Rain", kind="direct"))
    assert got.claims[-1].source is not None
    assert named(got, got.claims[-1].source.entity) == whose


def test_everybody_is_nobody_who_could_speak_next() -> None:
    written = Written(f"{SAID}\nEveryone said so. “Rain,” he said.").claim("Karim Dalle", "said", "the bridge fell")
    got = resolve(written.claim("Everyone", "said", "so").claim("he", "said", "Rain", kind="direct"))
    assert got.claims[1].source is not None
    assert got.claims[1].source.entity is None
    assert got.claims[-1].source is not None
    assert named(got, got.claims[-1].source.entity) == "Karim Dalle"


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("At noon, an officer on the hill sounds the alarm.", "officer (unnamed)"),
        ("A police officer sounds the alarm.", "police officer (unnamed)"),
        ("A tree sounds the alarm.", "Karim Dalle"),
        ("Another officer, [Omar Odeh|person], sounds the alarm.", "Omar Odeh"),
    ],
)
def test_who_is_brought_on_without_a_name_speaks_next(sentence: str, speaker: str) -> None:
    written = Written(f"{SAID}\n{sentence} “Rain,” he says.").claim("Karim Dalle", "said", "the bridge fell")
    got = resolve(written.claim("he", "says", "Rain", kind="direct"))
    assert got.claims[-1].source is not None
    assert named(got, got.claims[-1].source.entity) == speaker


def test_a_caption_has_a_speaker_of_its_own() -> None:
    caption = "Tarvo Odeh watched from a tower. He said it fell."
    marked = caption.replace("Tarvo Odeh", "[Tarvo Odeh|person]")
    written = Written(f"{SAID}\nIt fell.\n{marked}").caption(caption).claim("Karim Dalle", "said", "the bridge fell")
    got = resolve(written.claim("He", "said", "it fell"))
    assert got.claims[-1].source is not None
    assert named(got, got.claims[-1].source.entity) == "Tarvo Odeh"


def test_a_caption_stands_beside_the_story() -> None:
    caption = "Omar Odeh speaks to the mayor in the port of Sabha. He is an engineer. The port is old. It is wet."
    marked = caption.replace("Omar Odeh", "[Omar Odeh|person]")
    written = Written(f"{SAID}\n{marked}\n“Rain,” he said.").caption(caption)
    written.claim("Karim Dalle", "said", "the bridge fell").claim("he", "said", "Rain", kind="direct")
    got = resolve(written)
    assert got.claims[-1].source is not None
    assert named(got, got.claims[-1].source.entity) == "Karim Dalle"
    assert together(got, "Omar Odeh", "He")


@pytest.mark.parametrize(
    "text",
    [
        "[Rana Odeh|person] is held. Her husband, [Tarvo Dalle|person], said police had called her a spy.",
        "[Rana Odeh|person]’s former husband, [Tarvo Dalle|person], said police had called her a spy.",
    ],
)
def test_a_husband_is_a_man(text: str) -> None:
    got = resolve(Written(text).claim("Tarvo Dalle", "said", "police had called her a spy"))
    assert "her" not in {m.text for m in entity(got, "Tarvo Dalle").mentions}
    assert together(got, "Rana Odeh", "her")


def test_whom_a_wife_stands_beside_is_no_wife() -> None:
    got = resolve(Written("Once with his wife, [Tarvo Dalle|person] sang. Then he left."))
    assert together(got, "Tarvo Dalle", "he")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("One of the few, a young teacher from Sabha, smiled as he told me.", "young teacher"),
        ("[Rana Odeh|person] bit a soldier’s hand as he held her brother.", "soldier"),
    ],
)
def test_who_is_spoken_of_in_the_sentence_comes_before_a_name_of_another(text: str, who: str) -> None:
    written = Written(f"{SAID}\nIt was late at the river.\n{text}").claim("Karim Dalle", "said", "the bridge fell")
    assert entity(resolve(written), "he").name == f"{who} (unnamed)"


def test_the_son_of_another_is_another() -> None:
    got = resolve(
        Written("[Karim Dalle|person], the eldest son of a king, fled. The son of [Tarvo Odeh|person] is named.")
    )
    assert not any(m.text == "The son" for m in entity(got, "Karim Dalle").mentions)


def test_a_man_who_is_named_is_who_he_says() -> None:
    got = resolve(Written("A man known as [Tarvo Dalle|person] smiled as he told me."))
    assert together(got, "Tarvo Dalle", "he")


def test_a_father_is_no_she() -> None:
    got = resolve(
        Written("Police came. Her father [Tarvo|person] has said she fled.").claim("Tarvo", "said", "she fled")
    )
    assert not any(m.text == "she" for m in entity(got, "Tarvo").mentions)


@pytest.mark.parametrize(
    ("speaker", "body"),
    [
        ("The [Sand Observatory|org], a [Malta|place]-based charity,", "Sand Observatory"),
        ("[Malta|place]’s [Sand Office|org]", "Sand Office"),
        ("The [Sand Office|org] in [Sabha|place]", "Sand Office"),
        ("A spokesman for the [Sand Office|org]", "Sand Office"),
    ],
)
def test_it_is_the_body_that_speaks_or_is_spoken_for_and_no_place_in_its_name(speaker: str, body: str) -> None:
    written = Written(f"{speaker} said the bridge fell. It said two ships sank.")
    source = written.text.split(" said")[0].rstrip(",")
    got = resolve(written.claim(source, "said", "the bridge fell").claim("It", "said", "two ships sank"))
    said = got.claims[1].source
    assert said is not None
    assert named(got, said.entity) == body


def test_a_town_is_no_it_that_speaks() -> None:
    got = resolve(
        Written("[Sabha|place] was full of rain. It said two ships sank.").claim("It", "said", "two ships sank")
    )
    assert got.claims[0].source is not None
    assert got.claims[0].source.entity is None


def test_the_label_of_a_turn_is_not_he_in_it() -> None:
    got = resolve(
        Written(
            "[DALLE|person]: How is it?\n[ODEH|person]: The mayor, [Omar Sahl|person], spoke of rain.\n"
            "[DALLE|person]: And then?\n[ODEH|person]: He told us that the bridge fell.\n[DALLE|person]: Thanks.\n"
        ).claim("He", "told", "the bridge fell")
    )
    assert got.claims[0].source is not None
    assert named(got, got.claims[0].source.entity) == "Omar Sahl"


def test_of_two_who_speak_together_each_is_one_who_speaks() -> None:
    written = Written("[Omar Odeh|person] and [Rana Dalle|person] said it rained. [Mary Sahl|person] slept, she said.")
    written.claim("Omar Odeh and Rana Dalle", "said", "it rained")
    got = resolve(written.claim("she", "said", "Mary Sahl slept"))
    assert got.claims[1].source is not None
    assert named(got, got.claims[1].source.entity) == "Rana Dalle"
