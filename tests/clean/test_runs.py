"""Words that ran into a sentence: tags, headlines and links end where the sentence begins."""

import pytest

from dateline.clean.runs import headline_end, links_end, tags_end
from tests.clean.captures import STORY, kinds, of_kind, read

HEAD = "Dyke breaks at Karsen mill\n\nexample\n2016-11-10\n\n"


@pytest.mark.parametrize(
    ("tags", "lead"),
    [
        ("Karsen Tolva De Lotan Brenn al-Orla", "Eleven people including a miller were hurt on Friday."),
        ("Karsen mill floods dyke", "A flood at the mill of Karsen has left two millers dead."),
        ("Orla flood camp river boats Tolva council", "Five women and a child have drowned in the Orla."),
        ("KRC flood relief convoy Brenn al-Orla Karsen", "Tolva and council boats were behind the rescue."),
        ("Karsen flood truce Tolva rebels", "Orla council and Tolva boats left the harbour on Friday."),
        ("Karsen Orla Network for Human Rights Friends of Orla Mill", "Floods on farms and roads hurt 23 millers."),
        ("Karsen Bosna Orla Bridge", "At least 29 Orla millers were hurt in the flood."),
        ("Karsen dyke Orla council", "72 people were taken to hospital on Friday."),
        ("Karsen Orla group", "A Tolva boat sank on Friday at the mill."),
        ("Karsen Orla council", "Council boats rescued Karsen millers in the night."),
        ("Orla Karsen", "Suspected Tolva thieves have broken into the mill."),
        ("Karsen flood", "Orla Water Board said the dyke was old. The Orla Water Board is new."),
    ],
)  # fmt: skip
def test_tags_end_before_the_lead_whole(tags: str, lead: str) -> None:
    text = f"{tags} {lead}"
    assert text[: tags_end(text, 0)] == tags


def test_tags_without_a_sentence_are_all_tags() -> None:
    assert tags_end("Karsen flood Orla Water Board", 0) == len("Karsen flood Orla Water Board")


@pytest.mark.parametrize("where", ["front", "within"])
def test_no_word_of_a_lead_behind_tags_is_lost(where: str) -> None:
    standfirst = "" if where == "front" else "The dyke at the mill broke in the night. "
    lead = "At least 43 people have been hurt in a flood at the mill northeast of Karsen after a dyke broke."
    report = read(f"{HEAD}10 November 2016 {standfirst}Tags Orla dyke flood mill Karsen al-Orla Front {lead}\n{STORY}")
    assert ("chrome", "Tags Orla dyke flood mill Karsen al-Orla Front") in kinds(report)
    assert lead in of_kind(report, "body")


@pytest.mark.parametrize(
    ("links", "told"),
    [
        ("Dam to be seen by the council of Tolva: mayor Orla Board urges calm",
         "Mayor Mira Lotan said the dyke was old and had been repaired in spring."),
        ("Miracle boat found in Karsen", "The millers left the town last week and took a boat to the hills."),
        ("Orla flood costliest for millers in 2017", "Karsen has waited for bread for days because of the road."),
        ("on the mill of Karsen", "“Roads like this one are known to all the millers of the town.”"),
    ],
)  # fmt: skip
def test_headlines_in_small_letters_give_way_to_a_sentence(links: str, told: str) -> None:
    text = f"{links} {told}"
    assert text[: links_end(text, 0)] == links
    report = read(f"{HEAD}{STORY.strip()} Read also {text} Nobody was hurt in the hills of Tolva on Friday.\n")
    assert of_kind(report, "recommended") == f"Read also {links}"
    assert told in of_kind(report, "body")


@pytest.mark.parametrize(
    "links", ["Mother says she saw the flood in Karsen", "Miller says he was right about Karsen and the dam"]
)
def test_a_name_inside_a_headline_begins_no_sentence(links: str) -> None:
    assert links_end(links, 0) == len(links)


def test_according_to_belongs_to_the_sentence() -> None:
    text = "Tolva Mayor Calls Flood Attempt to Divert Attention From Karsen According to the miller it was a dyke."
    assert text[headline_end(text, 0) :].startswith(" According to the miller")


def test_an_aside_in_brackets_takes_no_sentence_with_it() -> None:
    before = "The mill had three wheels and the council said that all of them were broken in the flood there."
    after = "Tolva was told of the flood in the night, but some millers were still asleep when the water came."
    report = read(f"{HEAD}{STORY.strip()} {before} [click to enlarge] {after}\n")
    assert ("chrome", "[click to enlarge]") in kinds(report)
    assert of_kind(report, "body").endswith(f"{before} {after}")


def test_counters_behind_a_button_are_page_and_the_lead_is_not() -> None:
    lead = "Flood water reached the town of Karsen on Thursday and hurt three millers."
    report = read(f"{HEAD}10.11.2016 A dyke broke at the mill. Get short URL 0 55 {lead} {STORY}")
    assert ("chrome", "Get short URL 0 55") in kinds(report)
    assert lead in of_kind(report, "body")


def test_a_sentence_that_begins_with_also_on_stays() -> None:
    told = "Also on Saturday the council said it had shut the road near the village of Umza."
    assert told in of_kind(read(f"{HEAD}{STORY.strip()} {told} Nobody was hurt.\n"), "body")
