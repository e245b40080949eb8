"""What counts as one source: taken-over text, credited agencies, one publisher; and what does not."""

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline import tables
from dateline.dedupe import compare, group_origins, sign
from dateline.model import Block, CopyLink, Origin, Published, Report, Story, make_id

WIRE = (
    "EXERCISE. The river Umza burst its banks above the town of Kelo on Tuesday and carried away the only road bridge. "
    "Rescue workers in two boats brought forty people from the roofs of a school before the light failed. "
    "The district engineer said the embankment had been patched in spring but never rebuilt. "
    "Families slept in the market hall, where the baker handed out everything he had left. "
    "By morning the water stood at the second step of the town hall and was rising slowly."
)
REWRITTEN = (
    "EXERCISE. A provincial town lost its bridge this week. "
    "Rescue workers in two boats brought forty people from the roofs of a school before the light failed. "
    "Officials promised an inquiry. The mayor asked for sandbags and for patience, and got neither by evening. "
    "Families slept in the market hall, where the baker handed out everything he had left. "
    "The minister will visit on Friday, her office announced without giving an hour."
)
OTHER = (
    "EXERCISE. Forecasters had warned for a week that the Umza would rise. Our reporter reached Kelo on foot, over the "
    "railway line, and counted nine houses without walls. Nobody there had heard of an evacuation order. "
    'The engineer told a meeting: "We patched the embankment in spring, and everybody knew that it would not hold."'
)
TRIAL = (
    "EXERCISE. A court in Marn sent two brothers to prison for nine years over the theft of a church bell. The younger "
    "one laughed when the sentence was read. Their lawyer said the bell had been bought from a dealer with papers."
)
SAME_QUOTE = (
    "EXERCISE. Anger grew in the valley. At the town hall people shouted at the council for an hour before anyone "
    'spoke of money. "We patched the embankment in spring, and everybody knew that it would not hold," the engineer '
    "said. "
    "A farmer had lost eleven cows and the hay of two summers."
)


def report(text: str, *, outlet: str | None = None, agencies: tuple[str, ...] = (), day: str | None = None) -> Report:
    return Report(
        id=make_id("r", text, outlet or ""), path=None, url=None, text=text, language="en", outlet=outlet,
        agencies=agencies, published=Published(value=day), blocks=(Block(start=0, end=len(text), kind="body"),),
    )  # fmt: skip


def link(a: Report, b: Report) -> CopyLink:
    found = compare(a, b)
    assert found is not None
    return found


def story(*reports: Report) -> Story:
    ids = tuple(sorted(r.id for r in reports))
    return Story(id=make_id("s", *ids), title="", reports=ids)


def one_story(reports: list[Report], links: list[CopyLink]) -> tuple[Origin, ...]:
    return group_origins(reports, links, [story(*reports)])


def test_a_copy_is_one_origin_and_shows_the_shared_words() -> None:
    a, b = report(WIRE, outlet="Kelo Post", day="2031-05-06T08:00"), report(WIRE, outlet="Umza Mail", day="2031-05-07")
    (origin,) = one_story([a, b], [link(a, b)])
    assert origin.basis == "near_copy"
    assert origin.first == a.id
    first, second = sorted((a, b), key=lambda r: r.id)
    for shared in link(a, b).shared:
        quoted = first.text[shared.a.start : shared.a.end], second.text[shared.b.start : shared.b.end]
        assert quoted[0].lower() == quoted[1].lower()


def test_a_link_for_two_passages_can_be_stored() -> None:
    rest = " ".join(f"farmer{n} lost cow{n} and hay{n}." for n in range(40))
    found = link(report(f"{OTHER} {rest}"), report(f"{OTHER[:90]} {rest.replace('r', 's')} {OTHER[-120:]}"))
    assert found.partial
    assert len(found.shared) == 2
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(found), type=CopyLink) == found


def test_a_half_copied_story_counts() -> None:
    assert link(report(WIRE), report(REWRITTEN)).basis == "near_copy"
    assert not link(report(WIRE), report(REWRITTEN)).partial


def test_one_block_of_background_below_two_stories_is_no_copy() -> None:
    background = (
        " The valley has been under water every spring since the dam broke in 2011, when the province opened all gates "
        "at once to save the capital from the river. About nine hundred farms were lost according to the land office, "
        "which has paid no owner so far, and three courts have sent the matter back to the council without a ruling. "
        "Engineers still argue whether the wall could have held until the following morning."
    )
    flood, storm = ("Boats came to Kelo. " * 11, "Hail fell on Umza. " * 11)
    assert link(report(flood + background, day="2031-05-06"), report(storm + background, day="2031-05-06")).partial
    assert not link(report(background + flood, day="2031-05-06"), report(background + storm, day="2031-05-06")).partial


def test_one_spokesman_in_two_papers_is_not_a_copy() -> None:
    a, b = report(OTHER), report(SAME_QUOTE)
    assert compare(a, b) is None
    assert len(one_story([a, b], [])) == 2


MESSAGE = "We counted nine houses without walls and nobody has told us when the boats will come back for my mother."


@pytest.mark.parametrize("mark", ['"', ""])
def test_a_shared_message_is_no_copy_even_where_it_lost_its_marks(mark: str) -> None:
    message = f"{mark}{MESSAGE}{mark}"
    a = report(f"EXERCISE. A baker of Kelo wrote to the radio at noon. {message} The line went dead after that.")
    b = report(f"EXERCISE. Among the letters from the valley was this one. {message} No boat had left by evening.")
    assert (found := compare(a, b)) is None or found.partial


def test_an_interview_printed_again_is_a_copy() -> None:
    talk = "EXERCISE. I was asleep when we heard it. We ran to our boat. Nobody had told us anything. I lost my shoes. "
    assert not link(report(talk, outlet="Kelo Post"), report(talk + "Two ran.", outlet="Umza Mail")).partial


QUOTE = '"The embankment was patched in spring and every one of the engineers knew that it would not hold."'


@pytest.mark.parametrize(
    ("told", "basis"),
    [
        (f"{QUOTE[:-2]}," + '" the engineer told AFP. ', "wire_credit"),
        (f"{QUOTE} The mayor told AFP that he would resign. ", None),
        (f"The firm issued a statement. {QUOTE[:-2]}," + '" AFP quoted it as saying. ', None),
    ],
    ids=["told to one agency", "another was told something else", "given to everybody"],
)
def test_a_quotation_is_an_agencys_where_the_agency_alone_was_told(told: str, basis: str | None) -> None:
    a = report("EXERCISE. The river took the bridge at Kelo on Tuesday. " + told + "The inquiry begins next week.")
    b = report("EXERCISE. Anger grew along the Umza. " + QUOTE + " A farmer had lost eleven cows and all his hay.")
    found = compare(a, b)
    assert (found.basis if found and not found.partial else None) == basis


@pytest.mark.parametrize(
    ("named", "caption", "basis"),
    [
        ("With AFP.", False, "wire_credit"),
        ("Photo: AFP", False, "near_copy"),
        ("(AFP Photo/A. Doe)", False, "near_copy"),
        ("A boat at Kelo. AFP", False, "wire_credit"),
        ("A boat at Kelo. AFP", True, "near_copy"),
    ],
)
def test_an_agency_named_for_a_picture_is_not_rested_on(named: str, caption: bool, basis: str) -> None:
    text = f"{REWRITTEN} {named}"
    body, kind = len(REWRITTEN), "caption" if caption else "body"
    blocks = (Block(start=0, end=body, kind="body"), Block(start=body, end=len(text), kind=kind))
    naming = msgspec.structs.replace(report(text), blocks=blocks)
    assert link(report(WIRE, agencies=("AFP",)), naming).basis == basis


@pytest.mark.parametrize("alias", [alias for agency in tables.agencies() for alias in agency.aliases])
def test_an_agency_is_known_under_every_name_that_credits_it(alias: str) -> None:
    credited = next(a.name for a in tables.agencies() if alias in a.aliases)
    assert link(report(WIRE, agencies=(credited,)), report(f"{REWRITTEN} {alias} sent this.")).basis == "wire_credit"


def test_lost_commas_and_apostrophes_hide_nothing() -> None:
    stripped = WIRE.replace(",", "").replace("'", "")
    assert link(report(WIRE), report(stripped)).share_a == 1.0


def test_same_agency_same_days_is_one_origin() -> None:
    a = report(OTHER, agencies=("Reuters",), day="2031-05-06")
    b = report(WIRE, agencies=("Reuters",), day="2031-05-07")
    late = report(REWRITTEN.replace("Rescue", "Then rescue"), agencies=("Reuters",), day="2031-06-20")
    origins = one_story([a, b, late], [])
    assert sorted((o.basis, len(o.reports)) for o in origins) == [("single", 1), ("wire_credit", 2)]


@pytest.mark.parametrize(
    ("agencies", "basis"), [((), "same_publisher"), (("Reuters",), "wire_credit")], ids=["publisher", "agency"]
)
def test_what_a_publisher_or_an_agency_tells_of_another_story_is_no_second_take(
    agencies: tuple[str, ...], basis: str
) -> None:
    flood, later, trial = (
        report(text, outlet="Kelo Post", agencies=agencies, day="2031-05-06") for text in (WIRE, OTHER, TRIAL)
    )
    origins = group_origins([flood, later, trial], [], [story(flood, later), story(trial)])
    assert sorted((o.basis, len(o.reports)) for o in origins) == sorted([(basis, 2), ("single", 1)])


def test_text_taken_over_is_one_source_across_stories() -> None:
    a, b = report(WIRE, outlet="Kelo Post"), report(REWRITTEN, outlet="Umza Mail")
    (origin,) = group_origins([a, b], [link(a, b)], [story(a), story(b)])
    assert origin.basis == "near_copy"


def test_a_page_without_a_story_goes_with_no_report_of_another_story() -> None:
    told = report(WIRE, outlet="Kelo Post")
    page = report("The trial at Kelo. All rights reserved.", outlet="Kelo Post")
    page = msgspec.structs.replace(page, blocks=(Block(start=0, end=len(page.text), kind="chrome"),))
    assert [len(o.reports) for o in group_origins([told, page], [], [story(told, page)])] == [2]
    assert [len(o.reports) for o in group_origins([told, page], [], [story(told), story(page)])] == [1]


def test_takes_of_one_agency_do_not_chain_over_a_week() -> None:
    days = ("2031-05-01", "2031-05-03", "2031-05-05", "2031-05-06")
    takes = [
        report(f"{OTHER} {day}", outlet=f"Paper {n}", agencies=("Reuters",), day=day) for n, day in enumerate(days)
    ]
    origins = one_story(takes, [])
    assert {frozenset(r.published.value for r in takes if r.id in o.reports) for o in origins} == {
        frozenset(days[:2]), frozenset(days[2:])
    }  # fmt: skip


def test_the_copies_that_one_publisher_has_alone_go_with_its_other_reports() -> None:
    a, b = (report(text, outlet="Kelo Post") for text in (WIRE, WIRE + " The count stood at two."))
    other = report(OTHER, outlet="The Kelo Post")
    (origin,) = one_story([a, b, other], [link(a, b)])
    assert (origin.basis, len(origin.reports)) == ("same_publisher", 3)
    agency = msgspec.structs.replace(a, agencies=("AFP",))
    assert sorted(len(o.reports) for o in one_story([agency, b, other], [link(agency, b)])) == [1, 2]
    elsewhere = msgspec.structs.replace(b, outlet="Umza Mail")
    assert sorted(len(o.reports) for o in one_story([a, elsewhere, other], [link(a, elsewhere)])) == [1, 2]


def test_outlets_of_one_family_are_one_publisher() -> None:
    a, b = (msgspec.structs.replace(report(t, outlet=o), family="Orla Media") for t, o in ((OTHER, "A"), (WIRE, "B")))
    assert [o.basis for o in one_story([a, b], [])] == ["same_publisher"]


def test_one_publisher_is_one_origin_unless_agencies_differ() -> None:
    a, b = report(OTHER, outlet="Kelo Post"), report(WIRE, outlet="Kelo Post")
    assert [o.basis for o in one_story([a, b], [])] == ["same_publisher"]
    credited = msgspec.structs.replace(b, agencies=("AFP",))
    assert len(one_story([a, credited], [])) == 2


def test_a_page_without_a_story_is_no_voice_of_its_own() -> None:
    day = "2031-05-06"
    told = [report(x, outlet="Kelo Post", agencies=(y,), day=day) for x, y in ((OTHER, "AP"), (WIRE, "AFP"))]
    notice = report("Flood at Kelo. All rights reserved.", outlet="Kelo Post", day=day)
    page = msgspec.structs.replace(notice, blocks=(Block(start=0, end=len(notice.text), kind="chrome"),))
    assert sorted(len(o.reports) for o in one_story([*told, page], [])) == [1, 2]
    stranger = msgspec.structs.replace(page, outlet="Umza Mail")
    assert [o.reports for o in one_story([*told, stranger], [])] == [o.reports for o in one_story(told, [])]
    assert one_story([stranger], []) == ()


def test_pages_of_one_publisher_with_the_same_captions_are_one_origin() -> None:
    caption = " A boat lies on the market square of Kelo, beside the town hall."
    pages = []
    for text, agencies in ((OTHER, ()), (WIRE, ("AFP",))):
        plain = report(text + caption, outlet="Kelo Post", agencies=agencies)
        blocks = (
            Block(start=0, end=len(text), kind="body"),
            Block(start=len(text), end=len(plain.text), kind="caption"),
        )
        pages.append(msgspec.structs.replace(plain, blocks=blocks))
    (origin,) = one_story(pages, [])
    assert "captions" in origin.why
    others = [pages[0], msgspec.structs.replace(pages[1], outlet="Umza Mail")]
    assert len(one_story(others, [])) == 2


def test_an_undated_report_is_near_those_of_the_day_it_can_first_be_of() -> None:
    early, late = (report(x, agencies=("AFP",), day=d) for x, d in ((OTHER, "2031-05-06"), (WIRE, "2031-06-20")))
    undated = msgspec.structs.replace(
        report(REWRITTEN, agencies=("AFP",)), published=Published(bounds="2031-05-07/2031-07-01")
    )
    assert sorted(len(o.reports) for o in one_story([early, late, undated], [])) == [1, 2]


def test_versions_of_one_outlet_are_marked() -> None:
    a, b = report(WIRE, outlet="Kelo Post"), report(WIRE + " The count stood at two.", outlet="Kelo Post")
    assert link(a, b).version
    assert not link(a, report(WIRE, outlet="Umza Mail")).version


def test_two_days_of_a_live_page_are_no_versions_of_each_other() -> None:
    entries = [
        "EXERCISE. " + " ".join(f"At {n} the {x} of street {n} was empty." for n in range(60)) for x in ("hall", "inn")
    ]
    a, b = (report(f"{WIRE} {entry}", outlet="Kelo Post", day="2031-05-06") for entry in (entries[0], entries[1][:300]))
    assert not link(a, b).partial
    assert not link(a, b).version
    grown = report(f"{WIRE} {entries[0]}", outlet="Kelo Post", day="2031-05-06")
    assert link(report(WIRE, outlet="Kelo Post", day="2031-05-06"), grown).version


def test_copies_share_a_key() -> None:
    assert set(sign(report(WIRE)).keys) & set(sign(report("Before. " * 30 + WIRE + " After." * 30)).keys)


@settings(max_examples=30)
@given(st.permutations([report(WIRE), report(REWRITTEN), report(OTHER), report(SAME_QUOTE)]))
def test_order_never_matters(reports: list[Report]) -> None:
    links = [k for i, a in enumerate(reports) for b in reports[i + 1 :] if (k := compare(a, b))]
    origins = one_story(reports, links)
    again = sorted(reports, key=lambda r: r.id)
    backwards = [k for i, a in enumerate(again) for b in again[i + 1 :] if (k := compare(b, a))]
    assert origins == one_story(again, backwards)
    assert sorted(r for o in origins for r in o.reports) == sorted(r.id for r in reports)


SPOKEN = st.lists(st.sampled_from(["I", "we", "d'I", "éI", "you", "“", '"', "'", ". ", "\n", " ", "said"]), max_size=40)


@given(st.text(max_size=200) | SPOKEN.map("".join), st.text(max_size=200) | SPOKEN.map(" ".join))
def test_any_text_can_be_compared(a: str, b: str) -> None:
    one, two = report(a), report(b + " ")
    found = compare(one, two)
    assert found is None or 0 <= found.share_a <= 1
