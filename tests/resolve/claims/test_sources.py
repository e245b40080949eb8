"""Who could not speak is nobody's source."""

import pytest

from tests.resolve.written import Written, named, resolve


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        ("[Rana Odeh|person] is ill The Office said nobody died.", "Rana Odeh is ill The Office", "said"),
        ("One man who was ill told [Rana Odeh|person] said nobody died.", "One man who was ill told Rana Odeh", "said"),
        ("All know of the [Marrak|place] appeal that nobody died.", "the Marrak", "appeal"),
        ("Added: Monday, 7 June. Nobody died.", "Added", "Added"),
        ("The [NRF|group] held it. It has since emerged that nobody died.", "It", "emerged"),
        ("The [NRF|group] held it. It’s likely that nobody died.", "It", "likely"),
        ("The [NRF|group] held it. It shows that nobody died.", "It", "shows"),
        ("Raiders feared to have come, nobody died.", "Raiders", "feared"),
        ("The first raid on [Sabha|place] reported nobody died.", "The first raid on Sabha", "reported"),
        ("Women by the church in the square told that nobody died.", "the church in the square", "told"),
        ("A thing to say when nobody died.", "to", "say"),
    ],
)
def test_what_could_not_speak_is_no_source(text: str, source: str, cue: str) -> None:
    got = resolve(Written(text).claim(source, cue, "obody died"))
    assert got.claims[0].source is None
    assert got.claims[0].source_why == f"“{cue}” names nobody"


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("[Karim Dalle|person], who was at sea, said nobody was hurt.", "Karim Dalle, who was at sea"),
        ("[Will Dalle|person] said nobody was hurt.", "Will Dalle"),
        ("The [Marrak|place] government said nobody was hurt.", "The Marrak government"),
        ("The [Halders|group] claim nobody was hurt.", "The Halders"),
        ("[Karim Dalle|person] feared nobody was hurt.", "Karim Dalle"),
        ("The raid commander said nobody was hurt.", "The raid commander"),
        ("The [NRF|group] met. It is also warning nobody was hurt.", "It"),
    ],
)
def test_who_could_speak_stays(text: str, source: str) -> None:
    cue = next(word for word in ("claim", "feared", "warning", "said") if word in text)
    got = resolve(Written(text).claim(source, cue, "nobody was hurt"))
    assert got.claims[0].source is not None
    assert named(got, got.claims[0].source.entity) is not None


def test_a_clause_leaves_who_speaks_behind_it() -> None:
    got = resolve(
        Written("[Karim Dalle|person] said at noon he announced nobody was hurt.").claim(
            "Karim Dalle said at noon he", "announced", "nobody was hurt"
        )
    )
    assert got.claims[0].source is not None
    assert got.claims[0].source.text == "he"
    assert named(got, got.claims[0].source.entity) == "Karim Dalle"


def test_who_speaks_behind_a_clause_says_it_once() -> None:
    written = Written("It was late, [Karim Dalle|person] felt. “Nobody was hurt,” he said.")
    written.claim("It was late, Karim Dalle felt. “Nobody was hurt,” he", "said", "Nobody was hurt", kind="direct")
    got = resolve(written.claim("he", "said", "Nobody was hurt", kind="direct"))
    assert [c.source.text for c in got.claims if c.source] == ["he"]
    assert len(got.claims) == 1


def test_a_name_with_a_capital_is_no_second_saying() -> None:
    written = Written("Rain fell in a suburb of Port Said, it said, and the [Sand Office|org] met.")
    written.claim("it", "Said", "Rain fell in a suburb").claim("it", "said", "Rain fell in a suburb")
    (claim,) = resolve(written).claims
    assert claim.cue is not None
    assert claim.cue.text == "said"


@pytest.mark.parametrize(
    ("before", "text", "author"),
    [
        ("The [Sand Office|org] said in a report that it rained. [Malta|place] slept.", "The report", "Sand Office"),
        ("The [Sand Office|org] said in a statement that it rained. [Malta|place] slept.", "The claim", None),
        ("The [Sand Office|org] said that it rained.", "The statement", "Sand Office"),
        ("The [Sand Office|org] said that it rained.", "The report", None),
        ("The [Sand Office|org] said that it rained. It snowed. It froze.", "The statement", None),
    ],
)
def test_the_statement_is_of_who_spoke_before(before: str, text: str, author: str | None) -> None:
    written = Written(f"{before} {text} said two ships sank.")
    got = resolve(written.claim("The Sand Office", "said", "it rained").claim(text, "said", "two ships sank"))
    source = got.claims[1].source
    assert source is not None
    heard = named(got, source.entity)
    assert heard == author or (author is None and heard != "Sand Office")


@pytest.mark.parametrize(
    ("text", "cue", "speaks"),
    [
        ("The [NRF|group] has been blamed for the deaths of ten.", "has been blamed", False),
        ("The [NRF|group] is widely accused of the deaths of ten.", "accused", False),
        ("The [NRF|group] blamed for the deaths of ten.", "blamed", False),
        ("The [NRF|group] has blamed guards for the deaths of ten.", "has blamed", True),
        ("The [NRF|group] accused guards of the deaths of ten.", "accused", True),
    ],
)
def test_who_is_blamed_blames_nobody(text: str, cue: str, speaks: bool) -> None:
    got = resolve(Written(text).claim("The NRF", cue, "the deaths of ten"))
    assert (got.claims[0].source is not None) is speaks


@pytest.mark.parametrize(
    ("words", "author"),
    [
        ("a new biography of [Karim Dalle|person] by the writer [Rana Odeh|person]", "Rana Odeh"),
        ("a biography of [Karim Dalle|person]", None),
        ("a report by [Rana Odeh|person]", "Rana Odeh"),
        ("a report of the [Relief Office|org]", "Relief Office"),
        ("a report of the [Relief Office|org] on raids by [Karim Dalle|person]", "Relief Office"),
    ],
)
def test_who_writes_of_somebody_speaks_and_not_he(words: str, author: str | None) -> None:
    written = Written(f"Nobody died, according to {words}.")
    source = written.text.split("according to ")[1].rstrip(".")
    got = resolve(written.claim(source, "according to", "Nobody died"))
    assert got.claims[0].source is not None
    assert named(got, got.claims[0].source.entity) == author


def test_what_is_noted_is_noted_by_whose_sentence_it_is() -> None:
    written = Written("Two clerks came. Noting that the raids had burned mills, they said nobody slept.")
    written.claim("Two clerks", "came", "Two clerks came")
    written.claim("the raids", "Noting", "the raids had burned mills")
    got = resolve(written.claim("they", "said", "nobody slept"))
    noted = next(c for c in got.claims if c.content[0].text.startswith("the raids"))
    assert noted.source is not None
    assert noted.source.text == "they"


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The [NRF|group] hit out at [Rana Odeh|person] for claiming nobody slept.", "Rana Odeh"),
        ("The [NRF|group] met [Rana Odeh|person] claiming nobody slept.", "The NRF"),
    ],
)
def test_who_is_rebuked_for_words_said_them(text: str, source: str) -> None:
    got = resolve(Written(text).claim("The NRF", "claiming", "nobody slept"))
    assert got.claims[0].source is not None
    assert got.claims[0].source.text == source


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Nobody slept, a hospital nurse and two guards said.", "a hospital nurse and two guards"),
        ("Nobody slept activists and two guards said.", "activists and two guards"),
        ("A nurse and two guards said nobody slept.", "A nurse and two guards"),
        ("The fire hurt a nurse and two guards said nobody slept.", "two guards"),
        ("Nobody slept. It rained on activists and two guards said so.", "two guards"),
        ("Nobody slept, on Monday and Tuesday, and two guards said so.", "two guards"),
    ],
)
def test_both_who_say_it_together_are_its_source(text: str, source: str) -> None:
    content = "obody slept"
    got = resolve(Written(text).claim("two guards", "said", content))
    assert got.claims[0].source is not None
    assert got.claims[0].source.text == source
