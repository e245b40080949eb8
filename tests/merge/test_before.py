"""Nobody reports a happening before it begins."""

from tests.kit.story import StoryKit, grouped


def blasts(*told: tuple[str, str, str | None]) -> StoryKit:
    """Reports of a blast in Qasira, each as its day, its sentence and the day that the sentence gives."""
    s = StoryKit()
    for n, (day, sentence, time) in enumerate(told):
        r = s.report(f"Blast in Qasira\n{sentence}", day, outlet=str(n))
        place = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
        if time:
            s.timed(r, "Friday", time)
        s.event(r, "Blast", "bombing", place=place)
        s.event(r, "blast", "bombing", place=place, time=time)
    return s


def test_a_report_does_not_tell_of_what_comes_after_it():
    early = ("2021-03-08", "A blast shook the market of Qasira.", None)
    later = "A blast shook the market of Qasira on Friday."
    assert len(grouped(blasts(early, ("2021-03-12", later, "2021-03-12")))) == 2
    assert len(grouped(blasts(early, ("2021-03-12", later, "2021-03-09")))) == 1


def test_a_third_report_does_not_bring_the_two_together():
    """The middle one may be of either blast; the first and the last are not of one, whatever the average says."""
    s = blasts(
        ("2021-03-08", "A blast shook the market of Qasira.", None),
        ("2021-03-12", "A blast shook the market of Qasira.", None),
        ("2021-03-13", "A blast shook the market of Qasira.", None),
        ("2021-03-13", "A blast shook the market of Qasira on Friday.", "2021-03-12"),
    )
    first, last = s.events[1].id, s.events[-1].id
    told = [{first, last} & set(h.events) for h in s.merged().happenings]
    assert sorted(map(sorted, filter(None, told))) == sorted([[first], [last]])


def test_a_plan_may_be_told_before_it_is_carried_out():
    s = StoryKit()
    for day, words, status in (
        ("2021-03-08", "The march through Qasira is planned for Friday.", "planned"),
        ("2021-03-12", "The march through Qasira began on Friday.", "happened"),
    ):
        r = s.report(f"March in Qasira\n{words}", day)
        place = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
        s.event(r, "march", "protest", status=status, place=place, time=s.timed(r, "Friday", "2021-03-12"))
    assert len(s.merged().happenings) == 1


def test_a_fact_has_no_day_that_was_still_to_come_when_another_told_it():
    """What points back has no day of its own; that which was carried over to it is another's."""

    def start(day: str) -> str | None:
        s = StoryKit()
        for published, time in (("2021-03-01", None), ("2021-03-02", day)):
            r = s.report("Port of Qasira shut\nThe closure of the Qasira port angered crews.", published)
            place = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
            s.event(r, "closure", "coercion", place=place, time=time)
        (happening,) = s.merged().happenings
        return happening.start

    assert start("2021-03-02") == "2021-03-02"
    assert start("2021-07-26") is None


def test_what_goes_on_is_told_again_of_later_days():
    s = StoryKit()
    for published, time in (("2021-03-01", "2021-03-01"), ("2021-03-09", "2021-03-09")):
        r = s.report("Fighting goes on\nTroops are fighting for the Qasira mill on this day.", published)
        place = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
        s.timed(r, "this day", time)
        s.event(r, "fighting", "armed_clash", status="ongoing", place=place, time=time)
    assert len(s.merged().happenings) == 1


def test_a_single_day_carried_over_says_when_it_began_and_a_stretch_of_days_does_not():
    def together(carried: str) -> bool:
        s = StoryKit()
        for day, time in (("2021-03-08", None), ("2021-03-12", carried)):
            r = s.report("Blast in Qasira\nA blast shook the market of Qasira.", day)
            place = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
            s.event(r, "blast", "bombing", place=place, time=time)
        return len(s.merged().happenings) == 1

    assert together("2021-03-11/2021-03-12")
    assert not together("2021-03-12")
