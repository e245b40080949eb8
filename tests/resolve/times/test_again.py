"""The same event told twice: which telling lends the other its time."""

from tests.resolve.times.told import Told


def test_it_takes_up_what_was_told_before_it() -> None:
    text = (
        "Raiders left a barn on Tuesday.\nA raid on Orm on Monday killed nine.\nFarmers wept.\nWardens met.\n"
        "Crews went.\nThe raid was short.\nA raid on Ulm on Wednesday failed."
    )
    told = Told(text).event("left", "withdrawal").event("raid").event("raid", nth=1).event("raid", nth=2)
    assert told.when("raid", nth=1)[0] == "2018-03-12"


def test_an_aside_on_a_raid_of_old_lends_its_time_right_behind_it_alone() -> None:
    aside = "Raiders came on Tuesday.\nA raid of May 2016 killed nine.\n"
    told = Told(aside + "The raid was short.").event("came", "arrival").event("raid").event("raid", nth=1)
    near = told.when("raid", nth=1)[0]
    told = Told(aside + "Farmers wept.\nWardens met.\nCrews went.\nThe raid was short.\nThe raid on Tuesday failed.")
    told.event("came", "arrival").event("raid").event("raid", nth=1).event("raid", nth=2)
    assert told.when("raid", nth=1)[0] == "2018-03-13"
    assert near != "2018-03-13"
