"""Claim mentions -> claims with source, stance and medium."""

import pytest

from dateline.resolve.claims.cues import medium_in, stance_of
from tests.resolve.written import Written, named, resolve


@pytest.mark.parametrize(
    ("cue", "stance"),
    [
        ("said", "asserts"),
        ("according to", "asserts"),
        ("denied", "denies"),
        ("rejected", "denies"),
        ("cast doubt on", "doubts"),
        ("could not independently verify", "doubts"),
        ("called for", "asks"),
        ("urged", "asks"),
        ("vowed", "promises"),
        ("threatened", "threatens"),
        ("vowed revenge", "threatens"),
        ("recalled", "asserts"),
    ],
)
def test_stance(cue: str, stance: str) -> None:
    assert stance_of(cue) == stance


@pytest.mark.parametrize(
    ("words", "medium"),
    [
        ("Dalle told Reuters by telephone", "told Reuters"),
        ("Dalle said in a statement on Monday", "in a statement"),
        ("Dalle said by telephone", "by telephone"),
        ("the minister tweeted", "on Twitter"),
        ("Dalle told reporters", "told reporters"),
        ("Dalle said", None),
    ],
)
def test_medium(words: str, medium: str | None) -> None:
    assert medium_in(words) == medium


def test_words_of_the_content_are_no_medium() -> None:
    got = resolve(
        Written("[Dalle|person] said a statement was coming.").claim("Dalle", "said", "a statement was coming")
    )
    assert got.claims[0].medium is None


def test_running_quotation_keeps_its_speaker() -> None:
    got = resolve(
        Written("“The bridge fell,” said [Karim Dalle|person]. “Nobody was on it.”")
        .claim("Karim Dalle", "said", "The bridge fell", kind="direct")
        .claim(None, None, "Nobody was on it", kind="direct")
    )
    running = got.claims[1].source
    assert running is not None
    assert (running.text, running.start, running.end) == (None, None, None)
    assert named(got, running.entity) == "Karim Dalle"


def test_quotation_of_another_paragraph_is_nobodys() -> None:
    got = resolve(
        Written(
            "“The bridge fell,” said [Dalle|person].\nRain had fallen for days in all the hills.\n“Nobody was on it.”"
        )
        .claim("Dalle", "said", "The bridge fell", kind="direct")
        .claim(None, None, "Nobody was on it", kind="direct")
    )
    assert got.claims[1].source is None
    assert got.claims[1].source_why


def test_passive_saying_names_nobody() -> None:
    got = resolve(Written("The bridge was reportedly hit.").claim(None, "reportedly", "The bridge was"))
    assert got.claims[0].source is None
    assert "names nobody" in got.claims[0].source_why


def test_apposition_behind_an_office() -> None:
    got = resolve(
        Written("A militia spokesman, [Karim Dalle|person], said the bridge fell.").claim(
            "A militia spokesman, Karim Dalle", "said", "the bridge fell"
        )
    )
    assert named(got, got.claims[0].source.entity) == "Karim Dalle"


def test_claim_ids_are_stable_and_apart() -> None:
    def written() -> Written:
        text = "[AFP|media] reported [Dalle|person] said the bridge fell."
        return (
            Written(text)
            .claim("AFP", "reported", "Dalle said the bridge fell")
            .claim("Dalle", "said", "the bridge fell")
        )

    got = resolve(written())
    assert [c.id for c in got.claims] == [c.id for c in resolve(written()).claims]
    assert len({c.id for c in got.claims}) == 2


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("Mayor of [Sabha|place] [Karim Dalle|person]", "Karim Dalle"),
        ("a spokeswoman for the festival [Rana Odeh|person]", "Rana Odeh"),
        ("a spokesman for President [Karim Dalle|person]", "spokesman for President Karim Dalle (unnamed)"),
        ("a brother of [Karim Dalle|person]", "brother of Karim Dalle (unnamed)"),
        ("a report by the [Relief Office|org]", "Relief Office"),
        ("a [Relief Office|org] statement", "Relief Office"),
        ("a police statement", "police"),
        ("a statement released by the [Relief Office|org]", "Relief Office"),
        ("a translation provided by the [Relief Office|org]", "Relief Office"),
        ("a later transmission", None),
        ("her account of it", None),
    ],
)
def test_who_speaks(source: str, speaker: str | None) -> None:
    written = Written(f"It was {source} that said the bridge fell.")
    got = resolve(written.claim(written.text[7:-26], "said", "the bridge fell"))
    assert named(got, got.claims[0].source.entity) == speaker


def test_echo_without_a_source_is_dropped() -> None:
    got = resolve(
        Written("“The bridge fell,” said [Karim Dalle|person].")
        .claim("Karim Dalle", "said", "The bridge fell", kind="direct")
        .claim(None, None, "The bridge fell", kind="direct")
    )
    assert len(got.claims) == 1


def test_first_person_is_who_speaks() -> None:
    got = resolve(
        Written("“I think the bridge fell,” said [Karim Dalle|person].")
        .claim("Karim Dalle", "said", "I think the bridge fell", kind="direct")
        .claim("I", "think", "the bridge fell")
    )
    assert [named(got, c.source.entity) for c in got.claims] == ["Karim Dalle", "Karim Dalle"]


def test_nearer_cue_of_two_tells_the_claim() -> None:
    got = resolve(
        Written("The [Relief Office|org] issued a statement, saying that nobody was hurt.")
        .claim("Relief Office", "issued a statement", "nobody was hurt")
        .claim("Relief Office", "saying", "nobody was hurt")
    )
    (claim,) = got.claims
    assert claim.cue is not None
    assert claim.cue.text == "saying"


def test_what_somebody_calls_a_thing_is_his_claim() -> None:
    got = resolve(
        Written("The truce, hailed by the [Relief Office|org] as the surest road to peace, began.\nIt held as planned.")
    )
    (claim,) = got.claims
    assert claim.source is not None
    assert named(got, claim.source.entity) == "Relief Office"
    assert [c.text for c in claim.content] == ["the surest road to peace"]


@pytest.mark.parametrize(
    "text",
    [
        "The truce was described by noon as holding, hailed as a step by many.",
        "The mayor served as head of the council, praised by his town and as rich as ever.",
    ],
)
def test_no_claim_without_somebody_who_calls_it_so(text: str) -> None:
    found = [c.content[0].text for c in resolve(Written(text)).claims]
    assert "a step by many" not in found
    assert "rich as ever" not in found


SAID = "[Dalle|person] said the army held 800 men."


@pytest.mark.parametrize(
    ("said", "next_", "goes_on"),
    [
        (SAID, "Some 90 of their wives were in tents.", True),
        (SAID, "Some 90 wives of traders were in tents.", False),
        (SAID, "The tents of their wives were full.", False),
        (SAID[:-1] + ", but few believed a word of it.", "Some 90 of their wives were in tents.", False),
    ],
)
def test_a_part_of_what_was_counted_runs_on(said: str, next_: str, goes_on: bool) -> None:
    written = (
        Written(f"{said}\n{next_}").claim("Dalle", "said", "the army held 800 men").figure("800 men", 800, "captured")
    )
    if "90" in next_:
        written = written.figure("Some 90", 90, "present")
    got = resolve(written)
    dalle = got.claims[0].source
    assert dalle is not None
    assert [f.source for f in got.figures if f.best == 90] == [dalle.entity if goes_on else None] * ("90" in next_)
    assert len(got.claims) == 1 + goes_on


def test_what_is_a_claim_already_does_not_run_on() -> None:
    written = Written(f"{SAID}\nSome 90 of their wives were in tents, a source said.")
    written.claim("Dalle", "said", "the army held 800 men").figure("800 men", 800, "captured")
    written.claim("a source", "said", "Some 90 of their wives were in tents")
    written.figure("Some 90", 90, "present")
    assert len(resolve(written).claims) == 2


@pytest.mark.parametrize(
    ("speaker", "heard"), [("Marrak ferry", False), ("Marrak police", True), ("[Karim Dalle|person]", True)]
)
def test_what_a_headline_is_about_says_nothing(speaker: str, heard: bool) -> None:
    name = speaker.strip("[]").split("|")[0]
    got = resolve(Written(f"{speaker}: Seven dead in storm").claim(name, ":", "Seven dead in storm"))
    (claim,) = got.claims
    assert (claim.source is not None) is heard
