"""A body with the noun for what it is, its seat or its chief beside it -> one voice."""

import pytest

from tests.resolve.written import Written, named, resolve

TOLD = "It was %s that said the bridge fell."


def voice(marked: str, more: str = "") -> str | None:
    """Who is heard where these words are the source."""
    written = Written(TOLD % marked + more)
    got = resolve(written.claim(written.text[7 : written.text.index(" that said")], "said", "the bridge fell"))
    source = got.claims[0].source
    assert source is not None
    return named(got, source.entity)


@pytest.mark.parametrize(
    ("marked", "body"),
    [
        ("the [Sabha Press|media] news agency", "Sabha Press"),
        ("the [NRF|group] terror group", "NRF"),
        ("the [Malta|place]-based [Sand Observatory|org] monitoring group", "Sand Observatory"),
        ("the [Malta-based Sand Observatory monitor|org]", "Sand Observatory"),
        ("monitors at the [Malta|place]-based [Sand Observatory|org]", "Sand Observatory"),
        ("doctors at the [Sand Clinic|org]", "doctors at the Sand Clinic"),
        ("the [Relief Office|org] agency", "Relief Office agency"),
    ],
)
def test_what_a_body_is_adds_nothing_to_its_name(marked: str, body: str) -> None:
    got = voice(marked, " The [Sand Observatory|org] counts the dead.")
    assert (got or "").removesuffix(" (unnamed)") == body


@pytest.mark.parametrize(
    ("marked", "speaker"),
    [
        ("the [Relief Office|org] a charity", "Relief Office"),
        ("the [Relief Office|org] also known as a charity", "Relief Office"),
        ("[Malta|place] a friend of [Karim Dalle|person]", "Malta"),
        ("[Rana Odeh|person] deputy head of the port", "Rana Odeh"),
        ("[Rana Odeh|person] 24", "Rana Odeh"),
        ("[Malta|place] rejected a text of the [Relief Office|org]", "Malta"),
        ("[Rana Odeh|person]’s spokesman for the port", "Rana Odeh’s spokesman for the port (unnamed)"),
        ("[Odeh|person] supporters in the port", "Odeh supporters in the port"),
    ],
)
def test_what_follows_a_name_without_its_comma_is_not_the_speaker(marked: str, speaker: str) -> None:
    assert voice(marked) == speaker


def test_a_monitor_is_the_only_one_named_be_it_far_down() -> None:
    far = " It rained." * 9 + " The [Sand Observatory|org] counts the dead."
    assert voice("a [Malta|place]-based war monitor", far) == "Sand Observatory"


def test_state_media_of_a_country_are_one_voice() -> None:
    got = resolve(
        Written(
            "[Maltese|group] state TV said it rained. [Malta|place]'s state television said it snowed. "
            "[Maltese state|group] media said it froze. [Maltese state radio|media] said it cleared."
        )
        .claim("Maltese state TV", "said", "it rained")
        .claim("Malta's state television", "said", "it snowed")
        .claim("Maltese state media", "said", "it froze")
        .claim("Maltese state radio", "said", "it cleared")
    )
    assert len({c.source.entity for c in got.claims if c.source}) == 1


def test_observatory_of_a_nation_is_that_of_its_full_name() -> None:
    got = resolve(
        Written(
            "The [Maltese Observatory for Rivers|org] said it rained. The [Maltese Observatory|org] said it snowed. "
            "The [Maltese Army|org] and the [Free Maltese Army|group] met."
        )
        .claim("The Maltese Observatory for Rivers", "said", "it rained")
        .claim("The Maltese Observatory", "said", "it snowed")
    )
    assert len({c.source.entity for c in got.claims if c.source}) == 1
    assert {"Maltese Army", "Free Maltese Army"} <= {e.name for e in got.entities}
