"""Quotations that name nobody -> who speaks them."""

import pytest

from tests.resolve.written import Written, named, resolve

SAID = "“The bridge fell,” said [Karim Dalle|person]."


def speaker_of_last(written: Written) -> str | None:
    """Who is taken to say the last words of a report."""
    got = resolve(written)
    last = got.claims[-1]
    return named(got, last.source.entity) if last.source is not None else None


@pytest.mark.parametrize(
    ("before", "whose"),
    [
        (f"{SAID} “", "Karim Dalle"),
        (f"{SAID} The crowd wept. “", "Karim Dalle"),
        (f"{SAID} [Omar Odeh|person] wept. “", "Omar Odeh"),
        (f"{SAID} The crowd wept with [Omar Odeh|person]. “", None),
        (f"{SAID} [Omar Odeh|person]’s town wept. “", None),
        (f"{SAID}\n“", "Karim Dalle"),
        (f"{SAID}\n• “", "Karim Dalle"),
        (f"{SAID}\n• ", None),
        (f"{SAID}\n", None),
        (f"{SAID}\nThe crowd wept. “", None),
        (f"{SAID}\n[Omar Odeh|person] wept. “", "Omar Odeh"),
        (f"{SAID}\n[Omar Odeh|person] and [Rana Sabri|person] wept. “", None),
    ],
)
def test_who_goes_on(before: str, whose: str | None) -> None:
    written = Written(f"{before}Nobody was on it.")
    written.claim("Karim Dalle", "said", "The bridge fell", kind="direct")
    assert speaker_of_last(written.claim(None, None, "Nobody was on it", kind="direct")) == whose


def test_who_is_quoted_inside_a_quotation_does_not_go_on() -> None:
    written = Written("“The police said it was safe. [Omar Odeh|person] wept. Nobody was,” said [Karim Dalle|person].")
    written.claim("Karim Dalle", "said", "Nobody was", kind="direct").claim("The police", "said", "it was safe")
    written.claim(None, None, "The police said it was safe", kind="direct")
    assert speaker_of_last(written) == "Karim Dalle"
    on = Written("“The police said it was safe,” said [Karim Dalle|person]. “Nobody was.”")
    on.claim("Karim Dalle", "said", "The police said it was safe", kind="direct").claim("police", "said", "it was safe")
    assert speaker_of_last(on.claim(None, None, "Nobody was", kind="direct")) == "Karim Dalle"


def test_the_same_quotation_is_the_same_speaker_whoever_is_named_in_it() -> None:
    written = Written("[Karim Dalle|person] said: “The bridge fell. [Omar Odeh|person] saw it. Nobody was on it.”")
    written.claim("Karim Dalle", "said", "The bridge fell", kind="direct")
    assert speaker_of_last(written.claim(None, None, "Nobody was on it", kind="direct")) == "Karim Dalle"


def test_a_quotation_that_no_mark_closes_goes_on_in_the_next_lines() -> None:
    written = Written(
        "[Karim Dalle|person] said: “The bridge fell.\nIt was old.\nNobody was on it.”\nThe toll is free."
    )
    written.claim("Karim Dalle", "said", "The bridge fell", kind="direct")
    written.claim(None, None, "It was old", kind="direct").claim(None, None, "Nobody was on it", kind="direct")
    got = resolve(written.claim(None, None, "The toll is free", kind="direct"))
    assert [c.source is not None for c in got.claims] == [True, True, True, False]


def test_a_quotation_runs_into_the_one_that_names_its_speaker() -> None:
    written = Written(f"{SAID}\n“It shook. Nobody was on it,” said [Omar Odeh|person].")
    written.claim("Karim Dalle", "said", "The bridge fell", kind="direct")
    written.claim(None, None, "It shook", kind="direct").claim("Omar Odeh", "said", "Nobody was on it", kind="direct")
    got = resolve(written)
    assert [named(got, c.source.entity) for c in got.claims if c.source] == ["Karim Dalle", "Omar Odeh", "Omar Odeh"]


TALK = """[RANA ODEH|person], HOST: And now to [Karim Dalle|person] in the hills.
[KARIM DALLE|person], BYLINE: Good evening.
[ODEH|media]: How is the road?
[DALLE|person]: It is open. The army says it will close. Many have left.
[ODEH|media]: Thank you."""


@pytest.mark.parametrize(("words", "whose"), [("How is the road?", "Rana Odeh"), ("Many have left", "Karim Dalle")])
def test_a_turn_of_a_talk_is_spoken_by_whom_its_label_names(words: str, whose: str) -> None:
    written = Written(TALK).claim("The army", "says", "it will close").claim(None, None, words, kind="direct")
    got = resolve(written)
    (claim,) = (c for c in got.claims if c.cue is None)
    assert claim.source is not None
    assert str(named(got, claim.source.entity)).title() == whose


@pytest.mark.parametrize(
    ("text", "words", "kept"),
    [
        ("They met under the old “Welcome to Sabha” sign.", "Welcome to Sabha", False),
        ("They met under the old sign. “Welcome to Sabha,” he said.", "Welcome to Sabha", True),
        ("They met under the old “welcome to our town” sign.", "welcome to our town", True),
    ],
)
def test_a_name_in_quotation_marks_is_no_claim(text: str, words: str, kept: bool) -> None:
    got = resolve(Written(text).claim(None, None, words, kind="direct"))
    assert bool(got.claims) is kept


def test_a_quotation_whose_speaker_follows_inside_it_is_all_his() -> None:
    written = Written(
        "[Malta|place] voted. “The bridge fell. It was old. Nobody was on it,” said [Karim Dalle|person]."
    )
    written.claim("Karim Dalle", "said", "Nobody was on it", kind="direct")
    got = resolve(written.claim(None, None, "The bridge fell", kind="direct"))
    assert [named(got, c.source.entity) for c in got.claims if c.source] == ["Karim Dalle", "Karim Dalle"]


def test_a_quotation_goes_on_behind_a_picture_whose_caption_quotes_another() -> None:
    written = Written(
        "[Karim Dalle|person] said: “The bridge fell.\nThe [Sand Office|org] claimed that it knew nothing of the rain\n"
        "“Nobody was on it.”"
    ).caption("The Sand Office claimed that it knew nothing of the rain")
    written.claim("Karim Dalle", "said", "The bridge fell", kind="direct")
    written.claim("The Sand Office", "claimed", "it knew nothing of the rain")
    assert speaker_of_last(written.claim(None, None, "Nobody was on it", kind="direct")) == "Karim Dalle"


def test_who_is_quoted_inside_a_quotation_does_not_speak_all_of_it() -> None:
    written = Written(
        "[Karim Dalle|person] wept. “The bridge fell. It was old. The [Sand Office|org] says it was safe.”"
    )
    written.claim("The Sand Office", "says", "it was safe", kind="mixed")
    got = resolve(written.claim(None, None, "The bridge fell", kind="direct"))
    first = got.claims[0].source
    assert first is None or named(got, first.entity) != "Sand Office"


def test_a_quotation_of_paragraphs_run_together_is_all_its_speakers() -> None:
    """Each opens with a mark, and only the last closes; who is named inside speaks for himself alone."""
    written = Written(
        '[Karim Dalle|person] said: "The bridge fell. "The [Sand Office|org] has condemned its makers. "It was old. '
        '"Nobody was on it."'
    )
    written.claim("Karim Dalle", "said", "The bridge fell", kind="direct")
    written.claim("The Sand Office", "condemned", "its makers")
    written.claim(None, None, "It was old", kind="direct")
    assert speaker_of_last(written.claim(None, None, "Nobody was on it", kind="direct")) == "Karim Dalle"


def test_a_quotation_behind_another_of_its_line_is_a_new_one() -> None:
    written = Written(
        '"It fell," [Karim Dalle|person] said. "It was old," [Omar Odeh|person] said. "Nobody was on it."'
    )
    written.claim("Karim Dalle", "said", "It fell", kind="direct").claim(
        "Omar Odeh", "said", "It was old", kind="direct"
    )
    assert speaker_of_last(written.claim(None, None, "Nobody was on it", kind="direct")) == "Omar Odeh"
