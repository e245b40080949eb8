"""What is told of things of one kind."""

import pytest

from dateline.extract.told import told_of


@pytest.mark.parametrize(
    ("text", "words", "unit", "what"),
    [
        ("Belport sent 300 troops north.", "300 troops", "troops", "deployed"),
        ("Belport sent 300 letters north.", "300 letters", "other", None),
        ("Some 80 diggers have been sent to the pit.", "Some 80 diggers", "vehicles", "deployed"),
        ("Some 80 troops were sent home.", "Some 80 troops", "troops", None),
        ("The island agreed to resettle 900 people.", "900 people", "people", "arrived"),
        ("Some 900 people have crossed the border.", "900 people", "people", "arrived"),
        ("The storm led 900 people to flee.", "900 people", "people", "displaced"),
        ("Rebuilding would cost about $4 million.", "$4 million", "money", "cost"),
        ("Belport pledged to give $4 million.", "$4 million", "money", "aid"),
        ("It sent $4 million in emergency aid.", "$4 million", "money", "aid"),
        ("He holds $4 million.", "$4 million", "money", None),
        ("There were 90 people in the country before the flood.", "90 people", "people", "present"),
        ("They freed 21 people.", "21 people", "people", "other"),
        ("The 21 people were released.", "21 people", "people", "other"),
        ("The 21 people were set free.", "21 people", "people", "other"),
        ("Pirates agreed to the release of 21 people.", "21 people", "people", "other"),
        ("The mayor asked for the release of 21 people.", "21 people", "people", None),
        ("The guild released 21 letters.", "21 letters", "other", None),
        ("Nine bakers were sentenced to three years in prison.", "Nine bakers", "people", "other"),
        ("A judge convicted nine bakers.", "nine bakers", "people", "other"),
        ("Nine bakers charged with arson were hanged.", "Nine bakers", "people", "killed"),
        ("Nine bakers tried to leave.", "Nine bakers", "people", None),
        ("Nine bakers are being held in Kelo.", "Nine bakers", "people", "captured"),
        ("Nine bakers were held up by the snow.", "Nine bakers", "people", None),
        ("Nine bakers held a vigil.", "Nine bakers", "people", None),
        ("Nine talks were held in Kelo.", "Nine talks", "other", None),
        ("Police have identified 31 suspects.", "31 suspects", "people", "other"),
        ("Police have detained 31 suspects.", "31 suspects", "people", None),
        ("Thieves stole the personal data of 40 million people.", "40 million people", "people", "affected"),
        ("The bank holds data on 40 million people.", "40 million people", "people", None),
        ("It failed 40 million people whose letters were hacked.", "40 million people", "people", "affected"),
        ("Some 40 million people have been compromised.", "Some 40 million people", "people", "affected"),
        ("A file with 15 million records was hacked.", "15 million records", "other", "affected"),
        ("Two paintings were stolen.", "Two paintings", "other", None),
    ],
)
def test_words_that_tell_of_one_kind_of_thing(text: str, words: str, unit: str, what: str | None) -> None:
    start = text.index(words)
    assert told_of(text, start, start + len(words), unit) == what
