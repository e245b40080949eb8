"""What a length of time in its sentence says of a deed; and what only says which people are meant."""

from tests.resolve.times.told import Told

LEAD = "A boat sank on Sunday.\n"


def test_what_came_after_a_search_of_days_was_not_on_the_first_day() -> None:
    told = Told(LEAD + "A rider of the boat is dead, after a huge three-day search.").event("sank", "accident")
    assert told.event("dead", "death").event("search", "evacuation").when("dead")[0] == "2018-03-14/2018-03-16"
    told = Told(LEAD + "After three days of digging, guards released a rider, who was hurt.").event("sank", "accident")
    told.event("released", "concession").event("hurt", "injury")
    assert told.when("released")[0] == "2018-03-14/2018-03-16"
    assert told.when("hurt")[0] == "2018-03-11"
    told = Told(LEAD + "Nine riders were killed, even after three days of calm.").event("sank", "accident")
    assert told.event("killed", "death").when("killed")[0] == "2018-03-11"
    told = Told(LEAD + "Nine riders died after a ninety-day strike.").event("sank", "accident").event("died", "death")
    assert told.when("died")[0] == "2018-03-11/2018-03-16"


def test_the_state_in_which_one_was_found_may_be_of_any_day_since() -> None:
    told = Told(LEAD + "Nine riders were found dead.").event("sank", "accident").event("dead", "death")
    assert told.when("dead")[0] == "2018-03-11/2018-03-16"
    told = Told("Nine riders were found dead on Sunday.").event("dead", "death")
    assert told.when("dead")[0] == "2018-03-11"


def test_what_lasts_longer_than_the_story_is_of_no_day_of_it() -> None:
    untold = (None, "told of longer than the days of the story, and no time is told for it")
    told = Told(LEAD + "For a year riders were held on the boat.").event("sank", "accident").event("held", "abduction")
    assert told.when("held") == untold
    told = Told(LEAD + "They raged through the valley for years, burning mills and robbing farms.")
    assert told.event("sank", "accident").event("burning").event("robbing").when("robbing") == untold
    told = Told(LEAD + "A rider was seized by guards and fled after two years.").event("sank", "accident")
    assert told.event("seized", "abduction").event("fled", "displacement").when("seized") == untold
    told = Told(LEAD + "For two hours guards robbed the boat. A rider was jailed for two years.")
    told.event("sank", "accident").event("robbed").event("jailed", "arrest")
    assert told.when("robbed")[0] == told.when("jailed")[0] == "2018-03-11"


FREED = "Guards freed nine pupils on Thursday.\nThe pupils were kidnapped by riders in April 2015.\n"


def test_who_is_meant_was_taken_when_the_report_says_so() -> None:
    told = Told(FREED + "The mayor met the abducted pupils. He spoke of the kidnapping.").event("freed", "concession")
    told.event("kidnapped", "abduction").event("abducted", "abduction").event("kidnapping", "abduction")
    assert told.when("abducted")[0] == told.when("kidnapping")[0] == "2015-04"
    told = Told(FREED + "Guards said on Friday that riders abducted a guard.").event("freed", "concession")
    told.event("kidnapped", "abduction").event("abducted", "abduction")
    assert told.when("abducted")[0] != "2015-04"


def test_two_old_deeds_leave_it_open_which_is_meant() -> None:
    told = Told(FREED + "Others were kidnapped in 2012. The mayor met the abducted pupils.")
    told.event("freed", "concession")
    told.event("kidnapped", "abduction").event("kidnapped", "abduction", nth=1).event("abducted", "abduction")
    assert told.when("abducted")[0] is None
    assert [told.when("kidnapped", nth)[0] for nth in (0, 1)] == ["2015-04", "2012"]


def test_the_wounded_of_the_news_keep_its_day() -> None:
    told = Told("Guards shot nine riders on Thursday.\nThe mayor was shot in 2015.\nThe wounded riders slept.")
    told.event("shot", "injury").event("shot", "injury", nth=1).event("wounded", "injury")
    assert told.when("wounded")[0] == "2018-03-15"


def test_what_was_counted_since_a_day_is_of_all_days_since() -> None:
    told = Told("There were ninety raids since riders came to power in 2011.").event("raids")
    assert told.when("raids")[0] == told.when("ninety raids")[0] == "2011/2018-03-16"
    told = Told("The feud since riders came to Orm in 2011 is over.").event("feud", "armed_clash")
    assert told.when("feud")[0] == "2011"


def test_what_was_said_in_an_earlier_month_was_not_done_on_the_day_of_the_story() -> None:
    told = Told(LEAD + "Riders sent a note in January claiming that nine guards were killed.").event("sank", "accident")
    told.event("killed", "death").claim("claiming", "nine guards were killed")
    assert told.when("killed") == (None, "said before the day of the story, and no time of its own is told")
    told = Told(LEAD + "The mayor, who came in January, said that nine guards were killed.").event("sank", "accident")
    told.event("killed", "death").claim("said", "nine guards were killed")
    assert told.when("killed")[0] == "2018-03-11"
