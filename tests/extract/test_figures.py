from collections.abc import Sequence

import msgspec
import pytest

from dateline.extract.fates import what_happened
from dateline.extract.figures import make_figure
from dateline.extract.passage import FoundFigure, Stretch
from dateline.model import EventMention, FigureMention, Range, Span
from dateline.model.mention import EventKind, What


def figure(text: str, words: str, qualifier: str = "exact", unit: str = "other") -> FigureMention:
    start = text.index(words)
    found = FoundFigure(Stretch(start, start + len(words), "figure", 0.9), qualifier, unit, "other")
    return make_figure(text, Range(start=0, end=len(text)), found, 0.9)


@pytest.mark.parametrize(
    ("words", "unit", "counted"),
    [
        ("at least 48 suspected rebels", "fighters", "suspected rebels"),
        ("700 of their wives", "women", "wives"),
        ("12 percent of the homes", "percent", "homes"),
        ("$40 million", "money", None),
        ("40 million euros", "money", "euros"),
        ("two F-16 jets", "aircraft", "F-16 jets"),
        ("300 families", "families", "families"),
        ("a policeman", "police", "policeman"),
        ("two U.S. citizens", "civilians", "U.S. citizens"),
        ("two female bombers", "women", "female bombers"),
        ("60 military personnel", "troops", "military personnel"),
        ("60 security personnel", "police", "security personnel"),
        ("six adults", "people", "adults"),
        ("six long-range bombers", "aircraft", "long-range bombers"),
        ("six K-12 bombers", "aircraft", "K-12 bombers"),
        ("six suicide bombers", "fighters", "suicide bombers"),
        ("several old and new churches", "buildings", "several old and new churches"),
        ("12 civilian casualties", "civilians", "civilian casualties"),
        ("12 road deaths", "people", "road deaths"),
        ("three women and children", "women", "women and children"),
    ],
)
def test_unit_and_what_is_counted(words: str, unit: str, counted: str | None) -> None:
    mention = figure(f"They counted {words} there.", words)
    assert mention.unit == unit
    assert (mention.counted.text if mention.counted else None) == counted


@pytest.mark.parametrize("words", ["all but three", "three"])
def test_all_but_three_are_not_three(words: str) -> None:
    mention = figure("The nurse said all but three were carrying babies.", words)
    assert (mention.low, mention.best, mention.high, mention.qualifier) == (None, None, None, "vague")


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("a policeman", 1),
        ("nobody", 0),
        ("no soldiers", 0),
        ("both bridges", 2),
        ("several villages", None),
        ("twin blasts", 2),
        ("his wife and small son", 2),
        ("his wife and cars", None),
    ],
)
def test_figures_without_a_number(words: str, value: int | None) -> None:
    mention = figure(f"They found {words} there.", words, qualifier="vague")
    assert (mention.low, mention.best, mention.high) == (value, value, value)


def test_a_hedge_left_out_of_the_span_is_taken_in() -> None:
    mention = figure("Officials counted at least 12 dead.", "12 dead")
    assert (mention.text, mention.low, mention.best) == ("at least 12 dead", 12, None)


@pytest.mark.parametrize(
    ("text", "words", "left"),
    [
        ("Blast kills 20 bakers Monitor", "20 bakers Monitor", "20 bakers"),
        ("It hurt dozens more Umza's clinic said.", "dozens more Umza's", "dozens more"),
        ("It hurt seven Umza Governor Ilse Torvan said.", "seven Umza Governor", "seven"),
        ("It hurt seven bakers from Umza.", "seven bakers from Umza", "seven bakers from Umza"),
        ("It hurt Seven Umza Bakers On Monday", "Seven Umza Bakers", "Seven Umza Bakers"),
        ("7 Japanese Confirmed Dead", "7 Japanese", "7 Japanese"),
    ],
)
def test_a_name_that_is_not_counted_is_left_out(text: str, words: str, left: str) -> None:
    assert figure(text, words).text == left


def test_what_befell_theirs_did_not_befall_them() -> None:
    text = "A woman whose sons were killed spoke."
    sentence = Range(start=0, end=len(text))
    events = [event(text, "killed", "death", "A woman whose sons")]
    assert what_happened(text, sentence, figure(text, "A woman"), events) == "other"
    text = "It killed a woman whose sons spoke."
    assert what_happened(text, Range(start=0, end=len(text)), figure(text, "a woman"), []) == "killed"


def event(text: str, trigger: str, kind: EventKind, target: str) -> EventMention:
    def quote(words: str) -> Span:
        start = text.index(words)
        return Span(start=start, end=start + len(words), text=words)

    sentence = Range(start=0, end=len(text))
    return EventMention(trigger=quote(trigger), kind=kind, status="happened", sentence=sentence, target=quote(target))


def test_the_event_that_a_figure_takes_part_in_says_what_it_counts() -> None:
    text = "Police held 30 men in Marrak after a raid on 12 activists."
    sentence = Range(start=0, end=len(text))
    events = [event(text, "held", "arrest", "30 men"), event(text, "raid", "destruction", "12 activists")]
    assert what_happened(text, sentence, figure(text, "30 men"), events) == "captured"
    assert what_happened(text, sentence, figure(text, "12 activists"), events) == "destroyed"
    assert what_happened(text, sentence, figure(text, "30 men"), []) == "other"


def test_the_words_beside_a_figure_come_first() -> None:
    text = "At least 12 people were wounded in Marrak."
    sentence = Range(start=0, end=len(text))
    events = [event(text, "wounded", "death", "12 people")]
    assert what_happened(text, sentence, figure(text, "At least 12 people"), events) == "injured"


def test_a_number_left_out_of_the_span_is_taken_in() -> None:
    mention = figure("The toll rose to at least six Friday.", "at least")
    assert (mention.text, mention.low) == ("at least six", 6)


def test_an_article_or_a_preposition_opens_another_phrase() -> None:
    mention = figure("It rose to at least 112 a monitor said.", "at least 112 a monitor")
    assert (mention.text, mention.counted) == ("at least 112", None)
    mention = figure("It killed 30 in areas of the south.", "30 in areas")
    assert (mention.text, mention.counted) == ("30", None)
    mention = figure("It kills five injures seven.", "five injures")
    assert (mention.text, mention.counted) == ("five", None)
    mention = figure("It injures seven - Umza Governor", "seven - Umza Governor")
    assert (mention.text, mention.counted) == ("seven", None)
    mention = figure("They paid $30 (£20) a day.", "$30 (£20)")
    assert (mention.text, mention.counted, mention.unit) == ("$30", None, "money")


@pytest.mark.parametrize(
    ("words", "span"),
    [
        ("a 42-year-old man from", "a 42-year-old man"),
        ("three members of the", "three members"),
        ("12 soldiers and", "12 soldiers"),
        ("40 of", "40"),
        ("a number of", "a number"),
        ("two offenders", "two offenders"),
        ("dozens of bakers started", "dozens of bakers"),
        ("two soldiers who had been", "two soldiers"),
        ("12,", "12"),
    ],
)
def test_words_that_begin_another_phrase_are_left_out(words: str, span: str) -> None:
    mention = figure(f"They found {words} Marrak.", words)
    assert mention.text == span
    assert mention.counted is None or span.endswith(mention.counted.text)


def test_things_are_not_trapped_and_nobody_is_hurt_where_no_word_says_so() -> None:
    text = "They left two besieged villages."
    sentence = Range(start=0, end=len(text))
    assert what_happened(text, sentence, figure(text, "two besieged villages"), []) == "other"
    text = "The convoy was carrying 5,000 people."
    learned = msgspec.structs.replace(figure(text, "5,000 people"), what="killed")
    assert what_happened(text, Range(start=0, end=len(text)), learned, []) == "present"


def test_a_toll_without_a_noun_counts_people() -> None:
    text = "The death toll from a truck bombing at the port rose to at least six on Friday."
    mention = figure(text, "at least six", "at_least", "attacks")
    assert mention.unit == "people"
    assert what_happened(text, Range(start=0, end=len(text)), mention, []) == "killed"
    assert figure("The city counted six in a day.", "six", unit="attacks").unit == "attacks"


def test_a_list_shares_its_verb() -> None:
    text = "The shelling killed nine soldiers and two nurses."
    sentence = Range(start=0, end=len(text))
    first = msgspec.structs.replace(figure(text, "nine soldiers"), what="killed")
    assert what_happened(text, sentence, figure(text, "two nurses"), [], first) == "killed"


def told(text: str, words: str, learned: What, events: Sequence[EventMention] = ()) -> What:
    sentence = Range(start=0, end=len(text))
    return what_happened(text, sentence, msgspec.structs.replace(figure(text, words), what=learned), events)


def test_several_without_a_number_are_not_one() -> None:
    assert figure("They tested new rockets.", "new rockets").best is None
    assert figure("They met former rebels and a bus driver.", "bus driver").best == 1


def test_one_person_is_a_victim_only_by_words_or_an_event() -> None:
    text = "A woman sits beside the dead."
    assert told(text, "A woman", "killed") == "other"
    assert told(text, "A woman", "killed", [event(text, "dead", "death", "A woman")]) == "killed"
    assert told("Nine women sit beside the dead.", "Nine women", "killed") == "killed"


def test_what_befell_kin_did_not_befall_them() -> None:
    text = "The mother of two boys was killed."
    killed = [event(text, "killed", "death", "The mother of two boys")]
    assert told(text, "two boys", "killed", killed) == "other"
    assert told("The mother of two boys who were killed left.", "two boys", "other") == "killed"


def test_who_jumps_aside_is_not_displaced() -> None:
    assert told("Nine people jumped into the sea.", "Nine people", "displaced") == "present"
    assert told("Nine people left for the hills.", "Nine people", "displaced") == "displaced"


@pytest.mark.parametrize(
    ("text", "words", "learned", "what"),
    [
        ("The court gave 19 other bakers three years in prison.", "19 other bakers", "captured", "other"),
        ("The raid on the quay brought 19 bakers into custody.", "19 bakers", "captured", "captured"),
        ("Some 430,000 settlers live beyond the river.", "Some 430,000 settlers", "displaced", "other"),
        ("Some 430,000 settlers had to give up their homes.", "Some 430,000 settlers", "displaced", "displaced"),
        ("More than 2,000 people signed the letter.", "More than 2,000 people", "protested", "other"),
        ("The square filled with 2,000 people on the second day of unrest.", "2,000 people", "protested", "protested"),
        ("Thousands of terns nest on the bar.", "Thousands of terns", "trapped", "other"),
        ("The flood holds 40 shepherds marooned on a hill.", "40 shepherds", "trapped", "trapped"),
        ("The council sent 32 barges to mop up the spill.", "32 barges", "destroyed", "other"),
        ("The gale left 32 barges in ruins.", "32 barges", "destroyed", "destroyed"),
        ("Four other sailors stood on the quay.", "Four other sailors", "evacuated", "other"),
        ("Four other sailors reached safety.", "Four other sailors", "evacuated", "evacuated"),
        ("A rescue team of 71 people flew to the coast.", "71 people", "evacuated", "other"),
        ("A rescue team flew 71 people to safety.", "71 people", "evacuated", "evacuated"),
        ("They try to rescue a boy.", "a boy", "evacuated", "other"),
        ("They managed to rescue nine boys.", "nine boys", "evacuated", "evacuated"),
        ("Dozens of rescuers dig for the boys trapped below.", "Dozens of rescuers", "trapped", "present"),
        ("Three rescuers were trapped below.", "Three rescuers", "trapped", "trapped"),
        ("Some 57 girls escaped soon after their capture.", "Some 57 girls", "displaced", "other"),
        ("Some 57 girls escaped the flood and left the town.", "Some 57 girls", "displaced", "displaced"),
        (
            "The film shows dozens of pilgrims, saying that some have been killed.",
            "dozens of pilgrims",
            "killed",
            "present",
        ),
        ("The film shows dozens of pilgrims who have been killed.", "dozens of pilgrims", "killed", "killed"),
    ],
)
def test_what_befell_them_needs_a_word_of_its_kind(text: str, words: str, learned: What, what: What) -> None:
    assert told(text, words, learned) == what


@pytest.mark.parametrize(
    ("text", "words", "what"),
    [
        ("The raid left the clinic 50 percent damaged.", "50 percent", "other"),
        ("It hurt 50 percent of the patients.", "50 percent of the patients", "injured"),
        ("It hurt 50 percent of the houses.", "50 percent of the houses", "other"),
        ("It hurt more than half of the old population.", "more than half", "injured"),
        ("The hurt were given $40.", "$40", "other"),
    ],
)
def test_nobody_is_hurt_of_shares_and_sums(text: str, words: str, what: What) -> None:
    assert told(text, words, "injured") == what


def test_who_is_only_looked_for_is_not_evacuated() -> None:
    text = "A search for nine climbers moved to the ridge."
    sought = [event(text, "search", "evacuation", "nine climbers")]
    assert told(text, "nine climbers", "other", sought) == "other"
    moved = [event(text, "moved", "evacuation", "nine climbers")]
    assert told(text, "nine climbers", "other", moved) == "evacuated"


def test_an_arrest_without_a_word_of_seizing_is_a_judgement() -> None:
    text = "A judge convicted 19 bakers of fraud."
    assert told(text, "19 bakers", "captured", [event(text, "convicted", "arrest", "19 bakers")]) == "other"


def test_a_role_that_runs_into_the_next_clause_hands_it_nothing() -> None:
    text = "The dam burst and a horse was killed after a boy fell in."
    whole = event(text, "killed", "death", "a horse was killed after a boy")
    assert told(text, "a boy", "other", [whole]) == "other"
    assert told(text, "a horse", "other", [whole]) == "killed"


@pytest.mark.parametrize(
    ("text", "words", "span", "per", "counted"),
    [
        ("It loses 800 casks of brine a day into a bay.", "800 casks of brine", "800 casks of brine a day", "day",
         "casks of brine a day"),
        ("It costs $4 million per week to run.", "$4 million", "$4 million per week", "week", None),
        ("It loses 800 casks (a day) of brine.", "800 casks", "800 casks (a day)", "day", "casks (a day)"),
        ("They feed 800 children daily, she said.", "800 children", "800 children daily", "day", "children"),
        ("Prices rise by 6.5 percent annually.", "6.5 percent", "6.5 percent annually", "year", None),
        ("It gets 40 huts a year.", "40 huts a year", "40 huts a year", "year", "huts a year"),
        ("It gets 40 million euros a year.", "40 million euros", "40 million euros a year", "year", "euros"),
        ("The bakers run 80 daily trains.", "80 daily trains", "80 daily trains", None, "daily trains"),
        ("The raid killed 12 people a day after the truce.", "12 people", "12 people", None, "people"),
        ("It had 12 members a year ago.", "12 members", "12 members", None, "members"),
        ("It had 12 members a year on.", "12 members", "12 members", None, "members"),
    ],
)  # fmt: skip
def test_a_rate_is_told_as_one(text: str, words: str, span: str, per: str | None, counted: str | None) -> None:
    mention = figure(text, words)
    assert (mention.text, mention.per) == (span, per)
    assert (mention.counted.text if mention.counted else None) == counted


def test_who_is_eliminated_is_killed_where_it_is_read_as_a_death() -> None:
    text = "The army eliminated 12 rebels near Marrak."
    dead = [event(text, "eliminated", "death", "12 rebels")]
    assert told(text, "12 rebels", "killed", dead) == "killed"
    assert told(text, "12 rebels", "killed") == "present"
    text = "Kelo was eliminated in front of 12 civilians."
    lost = [event(text, "eliminated", "death", "Kelo")]
    assert told(text, "12 civilians", "killed", lost) == "present"
    text = "Guards neutralised 12 bombs."
    assert told(text, "12 bombs", "other", [event(text, "neutralised", "death", "12 bombs")]) == "other"


def test_whom_an_event_hurts_is_none_of_a_toll_told_before() -> None:
    text = "The toll rose to five bakers and nine clerks with burns a nurse said."
    burnt = [event(text, "burns", "injury", "nine clerks")]
    assert told(text, "nine clerks", "other", burnt) == "injured"
    both = [event(text, "burns", "injury", "five bakers and nine clerks")]
    assert told(text, "five bakers", "other", both) == "killed"
    assert told(text, "nine clerks", "other", [*burnt, event(text, "toll", "death", "nine clerks")]) == "killed"


def test_what_others_do_is_not_told_of_those_counted() -> None:
    text = "A nurse kneels by a boy as others flee."
    flight = EventMention(
        trigger=Span(start=34, end=38, text="flee"), kind="displacement", status="happened",
        sentence=Range(start=0, end=len(text)), actor=Span(start=0, end=7, text="A nurse"),
    )  # fmt: skip
    assert told(text, "A nurse", "displaced", [flight]) == "other"
    text = "A nurse with a boy as frail must flee."
    assert (
        told(
            text, "A nurse", "displaced", [msgspec.structs.replace(flight, trigger=Span(start=33, end=37, text="flee"))]
        )
        == "displaced"
    )


def test_cases_and_liquids_do_not_die() -> None:
    text = "The flood claimed 11 lives, and thousands of gallons of brine ran out."
    assert told(text, "thousands of gallons of brine", "killed") == "other"
    text = "Fever brought nine deaths in Umza and 20 cases in Kelo."
    nine = msgspec.structs.replace(figure(text, "nine deaths"), what="killed")
    cases = figure(text, "20 cases", unit="cases")
    assert what_happened(text, Range(start=0, end=len(text)), cases, [], nine) == "other"
    assert told(text, "20 cases", "killed") == "affected"


def test_an_item_of_a_list_is_what_the_first_is() -> None:
    text = "Eight cases were found among Port Vell bakers, seven in Umza and two in Kelo."
    first = msgspec.structs.replace(figure(text, "Eight cases"), what="affected")
    assert what_happened(text, Range(start=0, end=len(text)), figure(text, "seven"), [], first) == "affected"
