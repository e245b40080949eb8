"""Title, byline, outlet, agencies and dateline."""

import textwrap
from pathlib import Path

import pytest

from dateline import settings
from dateline.clean import tables
from dateline.errors import SettingsError
from tests.clean.captures import STORY, clean, read

HEAD = "Dyke breaks at Karsen mill\n\nwww.example.org\n2016-11-10\n\n"


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Dyke breaks at Karsen mill - BBC News", "Dyke breaks at Karsen mill"),
        ("Dyke breaks at Karsen mill | World | The Guardian", "Dyke breaks at Karsen mill"),
        ("Dyke breaks at Karsen mill - Region - World - Ahram Online", "Dyke breaks at Karsen mill"),
        ("Karsen mill: dyke breaks - nine hurt", "Karsen mill: dyke breaks - nine hurt"),
    ],
)
def test_site_names_are_no_part_of_the_title(line: str, title: str) -> None:
    report = read(f"{line}\n\n2016-11-10\n\n{STORY}")
    assert report.title == title
    assert report.title_span is not None
    assert report.text[report.title_span.start : report.title_span.end] == title


def test_title_below_the_date() -> None:
    report = read(f"10 November 2016\nDyke breaks at Karsen mill\n\n{STORY}")
    assert (report.title, report.published.value) == ("Dyke breaks at Karsen mill", "2016-11-10")


def test_title_cut_short_is_completed_from_the_page() -> None:
    report = read(f"Dyke breaks at Karsen ...\n\n2016-11-10\n\nDyke breaks at Karsen mill after rain\n{STORY}")
    assert report.title == "Dyke breaks at Karsen mill after rain"


def test_declared_title_needs_no_span() -> None:
    report = read(STORY, "json", title="Dyke breaks at Karsen mill", published="2016-11-10T15:50:00Z")
    assert (report.title, report.title_span) == ("Dyke breaks at Karsen mill", None)
    assert (report.published.value, report.published.how) == ("2016-11-10T15:50Z", "metadata")


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("Minnie Murray", ("Minnie Murray",)),
        ("By Ada Brown and José Ruiz", ("Ada Brown", "José Ruiz")),
        ("By Associated Press", ()),
        ("By ADA BROWN, Staff Reporter", ("Ada Brown",)),
    ],
)
def test_byline_holds_persons_only(byline: str, names: tuple[str, ...]) -> None:
    report = read(f"Dyke breaks at Karsen mill\n\n{byline}\nNovember 10, 2016\n\n{STORY}")
    assert report.byline == names


def test_outlet_as_in_the_page_else_from_the_address() -> None:
    assert read(HEAD + STORY).outlet == "www.example.org"
    assert read(STORY, url="https://www.theguardian.com/world/2014/mar/03/dyke").outlet == "The Guardian"
    assert read(STORY, url="https://news.nowhere.example/1").outlet == "nowhere.example"
    assert read(STORY).outlet is None


@pytest.mark.parametrize(
    ("host", "outlet"),
    [
        ("asia.courier.co.uk", "courier.co.uk"),
        ("m.courier.example", "courier.example"),
        ("flood.wordpress.com", "flood.wordpress.com"),
        ("192.0.2.7", "192.0.2.7"),
        ("edition.cnn.com", "CNN"),
    ],
)
def test_subdomains_of_one_domain_are_one_outlet(host: str, outlet: str) -> None:
    assert read(STORY, url=f"https://{host}/dyke").outlet == outlet
    assert read(STORY, outlet=host).outlet == outlet


def test_a_saved_page_is_of_the_outlet_at_the_address_it_gives() -> None:
    story = "".join(f"<p>{line}</p>" for line in STORY.strip().split("\n"))
    head = '<link rel="canonical" href="https://www.theguardian.com/world/dyke">'
    assert read(f"<html><head>{head}</head><body>{story}</body></html>", "html").outlet == "The Guardian"


def test_outlet_in_a_masthead_or_a_copyright_line() -> None:
    masthead = read(f"Dyke breaks at Karsen mill\n\nKarsen Courier, Thursday, November 10, 2016\n\n{STORY}")
    assert (masthead.outlet, masthead.published.value) == ("Karsen Courier", "2016-11-10")
    rights = read(f"{HEAD.replace('www.example.org', '')}{STORY}© Karsen Courier 2016. All rights reserved.\n")
    assert rights.outlet == "Karsen Courier"


def test_outlet_and_family_from_the_users_own_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "publishers.csv").write_text(
        "name,family,domain,aliases\nKarsen Courier,Orla Media,courier.example,kc\n"
    )
    (tmp_path / "settings.toml").write_text(f'tables = "{tmp_path}"\n')
    monkeypatch.setenv("DATELINE_SETTINGS", str(tmp_path / "settings.toml"))
    _forget()
    try:
        report = read(STORY, url="https://www.courier.example/2016/dyke")
        assert (report.outlet, report.family) == ("Karsen Courier", "Orla Media")
        (tmp_path / "publishers.csv").write_text("title\nKarsen Courier\n")
        _forget()
        with pytest.raises(SettingsError, match="no column name"):
            read(STORY, url="https://www.courier.example/2016/dyke")
    finally:
        monkeypatch.undo()
        _forget()


def _forget() -> None:
    settings.current.cache_clear()
    tables.known_outlets.cache_clear()


def test_title_is_looked_for_above_the_story() -> None:
    menu = "\n".join(["Home", "News", "Sport", "Weather", "Subscribe", "Video", "Opinion", "Culture", "Travel", "Food"])
    report = read(f"{menu}\nDyke breaks at Karsen mill on the Orla\n{STORY}")
    assert report.title == "Dyke breaks at Karsen mill on the Orla"


def test_paragraphs_wrapped_at_a_column_are_joined() -> None:
    wrapped = "\n\n".join(textwrap.fill(line, 72) for line in STORY.strip().split("\n"))
    report = read(f"Dyke breaks at Karsen mill\n\n2016-11-10\n\n{wrapped}\n")
    assert [b.kind for b in report.blocks] == ["title", "date", "body", "body", "body", "body", "body"]


@pytest.mark.parametrize(
    ("change", "agencies"),
    [
        ("KARSEN (AP) _ {}", ("AP",)),
        ("(Reuters) - {}", ("Reuters",)),
        ("Afp - {}", ("AFP",)),
        ("{}\nAdditional reporting by AFP", ("AFP",)),
        ("{}\n--Reuters", ("Reuters",)),
        ("{}\nAccording to Reuters, two more dykes are weak.", ("Reuters",)),
        ("{}\n“It was loud,” a miller told AFP by telephone.", ()),
        ("{}\nA boat in Karsen (Photo: AP)", ()),
        ("AP Photo\n{}", ()),
        ("By Jane Doe | Photo: Reuters\n{}", ()),
        ("Photo source: Reuters\n{}", ()),
        ("{}\nWith photos from AP", ()),
        ("{}\nThe mill (courtesy of Reuters) was shown.", ("Reuters",)),
        ("{}\nThe mill (photo courtesy of Reuters) was shown.", ()),
        ("{}\nThe state news agency SANA said nothing of it on Friday.", ()),
    ],
)
def test_agencies_are_credited_and_not_merely_named(change: str, agencies: tuple[str, ...]) -> None:
    assert read(HEAD + change.format(STORY.strip()) + "\n").agencies == agencies


LONG = "".join(f"In street {n} of the lower town the council counted {n} houses with water.\n" for n in range(2, 32))


@pytest.mark.parametrize(
    ("text", "agencies"),
    [
        (f"Nine were hurt when a dyke broke, Reuters reported.\n{LONG}", ("Reuters",)),
        (f"{STORY}{LONG}Two more dykes are weak, according to Reuters.\n", ()),
        (f"{STORY}{LONG}Two more dykes are weak, Reuters reported.\nThe sea is calm, according to AFP.\n", ()),
        (f"{STORY}Two more dykes are weak, Reuters reported.\n", ("Reuters",)),
        (f"KARSEN (AP) _ {STORY}{LONG}According to Reuters, two more dykes are weak.\n", ("AP", "Reuters")),
        (f"KARSEN (AP) _ {STORY}{LONG}Two more dykes are weak, the news agency dpa reported.\n", ("AP",)),
        (f"{STORY}{LONG}“Nobody came,” an AFP correspondent in the lower town heard a miller say.\n", ("AFP",)),
        (f"{STORY}{LONG}A Reuters witness saw boats in the market.\n", ("Reuters",)),
        (f"{STORY}{LONG}The two Reuters journalists said in court that they had only asked for the list.\n", ()),
        (f"{STORY}{LONG}Nobody was charged when Reuters reporters were beaten.\n", ()),
        (f"{STORY}{LONG}Additional reporting by Reuters\n", ("Reuters",)),
    ],
    ids="opening mid-text two-agencies short compiled through there witness on-trial beaten foot".split(),
)
def test_who_is_cited_for_one_statement_is_not_credited_with_the_report(text: str, agencies: tuple[str, ...]) -> None:
    assert read(HEAD + text).agencies == agencies


def test_an_agency_in_brackets_behind_a_sentence_credits_its_picture() -> None:
    caption = "Boats are tied to the town hall of Karsen on Friday.\n"
    assert read(f"{HEAD}{caption}(Reuters) {STORY}").agencies == ()
    assert read(f"{HEAD}{caption}(Reuters) - {STORY}").agencies == ("Reuters",)
    assert read(f"{HEAD}(Reuters) {STORY}").agencies == ("Reuters",)
    assert read(f"{HEAD}{STORY}{caption}(Reuters)\n").agencies == ("Reuters",)


@pytest.mark.parametrize(
    ("url", "agencies"),
    [
        ("https://paper.example/wires/afp/2031/05/a.html", ("AFP",)),
        ("https://paper.example/aponline/2031/05/a.html", ("AP",)),
        ("https://paper.example/2031/05/reuters", ()),
        ("https://paper.example/2031/05/a.html", ()),
    ],
)
def test_the_wire_section_of_an_address_is_a_credit(url: str, agencies: tuple[str, ...]) -> None:
    assert read(HEAD + STORY, url=url).agencies == agencies


def test_dateline_in_the_middle_of_the_text() -> None:
    lines = STORY.strip().split("\n")
    report = read(HEAD + "\n".join([lines[0], f"KARSEN, Orlaland (AP) — {lines[1]}", *lines[2:]]) + "\n")
    assert report.dateline is not None
    assert report.dateline.text == "KARSEN, Orlaland (AP) —"
    assert report.text[report.dateline.start : report.dateline.end] == report.dateline.text


def test_language_is_found_and_short_texts_have_none() -> None:
    assert read(HEAD + STORY).language == "en"
    assert (
        read(
            "Die Feuerwehr hat am Donnerstagabend neun Menschen aus den Häusern am Fluss gerettet, sagte die Stadt."
        ).language
        == "de"
    )
    assert read("Karsen 9").language is None


GERMAN = (
    "Das Hochwasser der Orla hat in der Nacht zum Freitag die Unterstadt von Karsen erreicht und mindestens neun "
    "Menschen verletzt, wie der Rat der Stadt am Morgen mitteilte. Der Deich an der alten Mühle war nach drei Tagen "
    "Regen gebrochen, obwohl Ingenieure schon im Frühjahr vor dem schlechten Zustand der Mauer gewarnt hatten. Zwei "
    "Schulen nehmen die Familien auf, die nicht in ihre Häuser zurückkehren können, und die Straße zur Mühle bleibt "
    "gesperrt.\n"
)


@pytest.mark.parametrize(
    ("declared", "text", "language"),
    [
        ("en", GERMAN, "de"),
        ("de-DE", STORY, "en"),
        ("en-GB", STORY, "en"),
        ("en", GERMAN[:90], "en"),
        ("nl", GERMAN, "nl"),
    ],
)
def test_a_declared_language_is_not_believed_where_the_text_is_certainly_another(
    declared: str, text: str, language: str
) -> None:
    cleaned = clean(text, language=declared)
    assert cleaned.report.language == language
    assert ("language-conflict" in {i.code for i in cleaned.issues}) == (language != declared[:2])


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("Karsen Courier", False),
        ("World news - Karsen Courier Online", False),
        ("Karsen Courier | Home", False),
        ("Reuters", False),
        ("Karsen Courier closes after ninety years", True),
        ("Flood at the mill - Karsen Courier", True),
        ("World Cup - Karsen Courier", True),
    ],
)
def test_the_name_of_a_site_is_no_title(title: str, kept: bool) -> None:
    assert (read(STORY, title=title, outlet="Karsen Courier").title is not None) == kept


def test_a_page_that_only_disowns_its_links_tells_no_story() -> None:
    text = (
        "External links are provided for reference purposes. Karsen TV is not responsible for the content of external "
        "Internet sites."
    )
    cleaned = clean(text, title="Karsen TV", outlet="Karsen TV")
    said = [issue.message for issue in cleaned.issues if issue.code == "no-story"]
    assert [s.endswith("nothing is read but what its metadata says") for s in said] == [True]
    assert cleaned.report.title is None
