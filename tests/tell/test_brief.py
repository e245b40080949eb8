"""Brief: which differences it shows first, what it takes for a reason, and that none is given twice."""

import msgspec
import pytest

from dateline.model import Agreement, EntityMention, Side, SourceSpan, Span
from dateline.tell.brief import Brief, is_settled, tell_brief, tell_who
from dateline.tell.check import unsupported
from dateline.tell.near import Nearness, is_old
from dateline.tell.reactions import BLAME
from dateline.tell.reasons import CAUSE, FINDING, REASON, TO_RISE, VIEW, gives_another, is_answer, is_vain
from dateline.tell.still import is_habit
from dateline.tell.taken import grade_of, tell_span, with_speaker, without_toll
from dateline.tell.told import Told
from dateline.tell.unsettled import is_open, tell_differences
from dateline.tell.voices import NOBODY, credit
from dateline.tell.weigh import Weights
from dateline.tell.wording import as_sentence, listed_voices
from tests.kit.story import StoryKit


def told_of(s: StoryKit) -> Told:
    return Told(s.dossier(), s.readings(), s.resolution(), s.merged())


def blast() -> StoryKit:
    """A blast of which two reports tell another vehicle, and two voices another reason for what held the convoy up."""
    s = StoryKit()
    for vehicle, more in (
        ("van", "The council said the delay was caused by missing permits. The rebels said the ministry blamed the "
                "delay on a lack of buses."),
        ("truck", "The market closed."),
    ):  # fmt: skip
        r = s.report(f"Blast in Qasira\nA {vehicle} packed with explosives was blown up, a blast in Qasira on Monday. "
                     f"{more}", "2021-03-02", outlet=vehicle)  # fmt: skip
        place = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
        s.timed(r, "Monday", "2021-03-01")
        s.event(r, "Blast", "bombing", place=place, time="2021-03-01")
        s.event(r, "blast", "bombing", place=place, time="2021-03-01")
        if vehicle == "van":
            council, rebels = s.named(r, "The council", "council"), s.named(r, "The rebels", "rebels", "group")
            s.claim(r, "The council", "the delay was caused by missing permits", council)
            s.claim(r, "The rebels", "the ministry blamed the delay on a lack of buses", rebels)
    return s


def test_a_difference_of_reasons_is_shown_before_one_of_a_detail():
    s = blast()
    assert any("vehicle differs" in c.why for c in s.merged().contradictions)
    told = told_of(s)
    main = max(told.agreement.happenings, key=lambda h: len(h.events))
    first, second = tell_differences(main, told)
    assert "missing permits" in first.text
    assert "packed with explosives" in second.text


def test_a_reason_told_before_is_no_other_reason():
    s = StoryKit()
    r = s.report(
        "Blast\nGuards said it was in retaliation for shelling of Tavo. A blast hit in retaliation for the shelling of "
        "Tavo. A blast hit because the council had closed the only bridge.", "2021-03-02",
    )  # fmt: skip
    told = told_of(s)
    said, same, other = told.body[r][-3:]
    brief = Brief(told, Weights(told))
    assert brief.take("who", [said])
    assert not gives_another(same, brief.said, told)
    assert gives_another(other, brief.said, told)


def news(titles, text="Officials gave no more on Monday."):
    """Reports of news that no happening of the codebook leads, each with a title and a first sentence."""
    s = StoryKit()
    for n, (title, first) in enumerate(titles):
        r = s.report(f"{title}\n{first} {text}", "2021-03-02", outlet=f"paper {n}")
        if "dead" in text:
            s.event(r, "dead", "death", time="2021-03-02")
    return s


def test_news_of_other_fields_is_led_by_its_headlines():
    s = news(
        [
            ("Norland frees the price of salt", "The government of Norland freed the price of salt from the old cap."),
            (
                "Salt price is freed in Norland",
                "The price of salt in Norland may move with the market, its bank ruled.",
            ),
            (
                "Norland lets salt prices move",
                "Norland has let go of the price of salt, which had stood for ninety years.",
            ),
        ],
        "A fire in a mine in the year before had left two dead and many without work there.",
    )
    brief = s.told().brief
    assert "salt" in brief[0].text
    assert all(sentence.topic != "how_many" for sentence in brief)


def test_a_cause_that_is_the_happening_itself_is_no_reason_for_it():
    s = blast()
    r = s.report("Drill\nThe army held a drill in response to the blast in Qasira on Monday.", "2021-03-02")
    s.event(r, "blast", "bombing", time="2021-03-01")
    told = told_of(s)
    near = Nearness(max(told.agreement.happenings, key=lambda h: len(h.events)), told)
    assert is_answer(told.body[r][-1], near)


@pytest.mark.parametrize(("origin", "grade"), [("o1", "single_source"), ("", "corroborated")])
def test_the_same_words_of_one_original_bear_nothing_out(origin, grade):
    s = StoryKit()
    for speaker in ("Guards", "Porters"):
        r = s.report(
            f"Blast\n{speaker} said a blast tore the roof off the old market of Qasira.", "2021-03-02", origin=origin
        )
        s.claim(r, speaker, "a blast tore the roof off the old market of Qasira", s.named(r, speaker, speaker, "group"))
    told = Told(s.dossier(), s.readings(), s.resolution(), Agreement(story="s1"))
    one, other = (spans[0] for spans in told.body.values())
    assert grade_of(one, [other], told) == grade


@pytest.mark.parametrize(("outlets", "grade"), [(("Post", "Post"), "unattributed"), (("Post", "Wire"), "corroborated")])
def test_what_one_outlet_writes_twice_bears_nothing_out(outlets, grade):
    s = StoryKit()
    for outlet, text in zip(
        outlets, ("A gale broke the pier of Tavo.", "The pier of Tavo fell in a gale."), strict=True
    ):
        s.report(f"Gale\n{text}", "2021-03-02", outlet=outlet)
    told = Told(s.dossier(), s.readings(), s.resolution(), Agreement(story="s1"))
    one, other = (spans[0] for spans in told.body.values())
    assert grade_of(one, [other], told) == grade


def test_a_deal_is_no_cause_of_a_blow_and_a_caution_no_cause_at_all():
    assert REASON[0].search("The girls were freed under a deal brokered by the guild.")
    assert not CAUSE.search("The blast ended a truce brokered by the guild.")
    assert CAUSE.search("The blast came in retaliation for the raid.")
    assert not CAUSE.search("Nobody should be blamed just because he came from there.")


def test_what_something_else_is_due_to_is_no_reason_for_a_blow():
    s = blast()
    r = s.report(
        "Council\nThe council of Qasira met after the blast. An expert said none was near due to the time it needs.",
        "2021-03-02",
    )
    s.claim(r, "An expert", "none was near due to the time it needs", s.named(r, "An expert", "expert"))
    topics = [sentence.topic for sentence in s.told().brief]
    assert "what" in topics
    assert "why" not in topics


def test_who_blames_somebody_for_another_thing_blames_nobody_for_this():
    s = blast()
    r = s.report(
        "Blame\nThe council blamed the delay on the rebels. The council blamed the rebels for the blast.", "2021-03-02"
    )
    told = told_of(s)
    near = Nearness(max(told.agreement.happenings, key=lambda h: len(h.events)), told)
    assert [near.blames_else(span) for span in told.body[r][-2:]] == [True, False]


def test_a_report_of_weeks_later_tells_the_later_turn():
    s = blast()
    r = s.report("Trial opens\nA court in Port Ada opened the trial of two drivers over the van.", "2021-05-20")
    s.event(r, "trial", "arrest", time="2021-05-20")
    assert any("opened the trial" in x.text for x in s.told().brief if x.topic == "since")


def test_a_sentence_that_leans_on_an_old_one_is_old():
    s = StoryKit()
    r = s.report(
        "Bomb\nA bomb hit Qasira on Monday. Dana Vey fled Tavo in 2014. She crossed the sea and found a trade.",
        "2021-03-02",
    )
    s.timed(r, "2014", "2014")
    told = told_of(s)
    assert [is_old(span, told) for span in told.body[r][-3:]] == [False, True, True]


def test_who_tells_how_it_was_counts_nobody():
    s = StoryKit()
    r = s.report(
        "Fire\nA survivor described the fire that left 7 people dead. A nurse said 9 people were dead.", "2021-03-02"
    )
    for source, cue, words, number in (
        ("A survivor", "described", "the fire that left 7 people dead", 7),
        ("A nurse", "said", "9 people were dead", 9),
    ):
        claim = s.claim(r, source, words, s.named(r, source, source, "person"))
        s.claims[-1] = msgspec.structs.replace(s.claims[-1], cue=s.span(r, cue))
        s.figure(r, f"{number} people", best=number, claim=claim)
    told = told_of(s)
    said = {f.best: credit(f, told)[0] for f in told.figures.values()}
    assert said[7] == NOBODY
    assert said[9] != NOBODY


def test_a_count_and_its_history_are_one_sentence_that_names_three_counters():
    s = StoryKit()
    for n, (who, number) in enumerate((("Ann Lee", 3), ("Bo Mar", 5), ("Cy Dow", 8), ("Di Fay", 9), ("Ed Gil", 14))):
        r = s.report(
            f"Bomb hits Qasira\nA bomb hit Qasira. {who} said {number} people were killed.", f"2021-03-0{n + 1}"
        )
        place = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
        s.event(r, "bomb", "bombing", place=place, time="2021-03-01")
        said = s.claim(r, who, f"{number} people were killed", s.named(r, who, who, "person"))
        killed = s.event(r, "killed", "death", place=place, time="2021-03-01", claim=said)
        s.figure(r, f"{number} people", best=number, event=killed, claim=said)
    (count,) = [x.text for x in s.told().brief if x.topic == "how_many"]
    now, _, moved = count.partition("; ")
    assert now == "14 people were killed, according to Ed Gil"
    assert moved.startswith("the reported death toll rose from three to 14 between 1 and 5 March 2021: ")
    assert moved.endswith(", among others.")
    assert moved.count(" according to ") == 3
    assert "Ed Gil" not in moved


def test_the_count_in_front_of_what_happened_is_told_apart():
    s = StoryKit()
    r = s.report(
        "Ferry sinks\nAt least 9 people were killed and 4 hurt on Monday when a ferry sank off Port Ada. "
        "At least 9 people were killed by the storm.", "2021-03-02",
    )  # fmt: skip
    told = told_of(s)
    sunk, storm = told.body[r][-2:]
    assert told.text(without_toll(sunk, told)) == "a ferry sank off Port Ada."
    assert without_toll(storm, told) == storm
    assert told.lead(without_toll(sunk, told)) == told.lead(sunk) > 0


def test_who_said_it_stays_with_a_sentence_whose_count_was_cut():
    s = StoryKit()
    sentence = (
        "A ferry sank off Port Ada as its crew were taking in the nets killing nine people a doctor and guards said."
    )
    r = s.report(f"Ferry\n{sentence}", "2021-03-02")
    s.claim(r, "guards", sentence.split(" a doctor")[0])
    said = s.span(r, "said")
    s.claims[-1] = msgspec.structs.replace(s.claims[-1], cue=said)
    told = told_of(s)
    cut = without_toll(told.body[r][0], told)
    assert with_speaker(f"{told.text(cut)}.", cut, told) == (
        "A ferry sank off Port Ada as its crew were taking in the nets, a doctor and guards said."
    )


def test_a_counter_with_a_name_is_named_before_one_without():
    s = StoryKit()
    for n, (who, number) in enumerate(
        (("A nurse", 3), ("A guard", 5), ("A baker", 6), ("Ann Lee", 8), ("Bo Mar", 9), ("Cy Dow", 14))
    ):
        r = s.report(f"Bomb hits Qasira\nA bomb hit Qasira. {who} said {number} people died.", f"2021-03-0{n + 1}")
        place = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
        s.event(r, "bomb", "bombing", place=place, time="2021-03-01")
        known = None if who.startswith("A ") else s.named(r, who, who, "person")
        said = s.claim(r, who, f"{number} people died", known)
        died = s.event(r, "died", "death", place=place, time="2021-03-01", claim=said)
        s.figure(r, f"{number} people", best=number, event=died, claim=said)
    (count,) = [x.text for x in s.told().brief if x.topic == "how_many"]
    assert "Ann Lee" in count
    assert "Bo Mar" in count


def derailment(*more: str) -> StoryKit:
    """A train that left the rails, and what two papers say of the cause."""
    s = StoryKit()
    for n, rest in enumerate(more):
        r = s.report(f"Train derails\nA train derailed at Tavo on Monday. {rest}", "2021-03-02", outlet=f"paper {n}")
        place = s.named(r, "Tavo", "Tavo", "place", (35.0, 36.0))
        s.timed(r, "Monday", "2021-03-01")
        s.event(r, "derailed", "accident", place=place, time="2021-03-01")
    return s


def test_what_investigators_found_is_the_reason_and_an_unknown_cause_is_none():
    s = derailment(
        "The cause of the accident was not yet clear, the police said after the train derailed.",
        "Early findings of the Rail Inquiry Board show that the train passed Tavo at twice the speed allowed.",
    )
    unclear = s.reports[0].id
    s.claim(unclear, "the police", "The cause of the accident was not yet clear", s.named(unclear, "police", "police"))
    brief = s.told().brief
    assert [x.text[:14] for x in brief if x.topic == "why"] == ["Early findings"]
    assert any("not yet clear" in x.text for x in brief if x.topic == "unsettled")


@pytest.mark.parametrize(
    "text",
    [
        "Investigators said the brakes had failed.",
        "The Rail Accident Inquiry Board (RAIB) found that a signal was out.",
        "Initial indications suggest that the driver was ill.",
        "The inquiry later concluded that the rail was worn.",
    ],
)
def test_words_of_a_finding(text):
    assert FINDING.search(text)


@pytest.mark.parametrize(
    "text", ["An investigation was opened.", "Investigators arrived.", "Initial reports spoke of two."]
)
def test_words_of_no_finding(text):
    assert not FINDING.search(text)


def test_what_was_expected_and_did_not_come_is_told_beside_what_was_told_before():
    s = StoryKit()
    a = s.report(
        "Fighting for Qasira\nTroops fought the guards. The minister said that the guards would be beaten by 2 March.",
        "2021-02-26",
    )
    b = s.report("Fighting in Qasira goes on\nTroops fought the guards for their last houses on Friday.", "2021-03-05")
    guards = s.named((a, b), "the guards", "guards", "group")
    s.timed(a, "2 March", "2021-03-02")
    s.timed(b, "Friday", "2021-03-05")
    s.event(a, "fought", "armed_clash", target=guards, status="ongoing", time="2021-02-26")
    s.event(b, "fought", "armed_clash", target=guards, status="ongoing", time="2021-03-05")
    hoped = s.claim(a, "The minister", "the guards would be beaten by 2 March", s.named(a, "The minister", "minister"))
    s.event(a, "beaten", "capture_territory", target=guards, status="planned", time="2021-03-02", claim=hoped)
    assert any(x.why.startswith("expected by") for x in s.merged().contradictions)
    told = s.told().brief
    assert [x.text for x in told if x.text.startswith("What was expected had not come about: ")]
    assert sum("beaten by 2 March" in x.text for x in told) == 1


def test_what_a_difference_was_said_to_be_about_is_not_told_again():
    s = blast()
    told = told_of(s)
    brief = Brief(told, Weights(told))
    main = max(told.agreement.happenings, key=lambda h: len(h.events))
    difference = next(x for x in tell_differences(main, told) if "missing permits" in x.text)
    sides = [span for spans in told.body.values() for span in spans if "the delay" in told.text(span)]
    assert not any(is_settled(span, brief) for span in sides)
    assert brief.add(difference)
    assert all(is_settled(span, brief) for span in sides)


def test_the_same_told_in_other_words_is_not_what_came_since():
    s = blast()
    r = s.report(
        "Port hears an explosion\nAn explosion shook windows of the fish market on Monday evening. "
        "A crane fell on the quay of the old harbour.",
        "2021-03-02",
    )
    s.timed(r, "Monday evening", "2021-03-01")
    port = s.named(r, "fish market", "Port Ada", "place", (39.0, 36.0))
    s.event(r, "explosion shook", "bombing", place=port, time="2021-03-01")
    s.event(r, "fell", "accident", place=port)
    since = [x.text for x in s.told().brief if x.topic in ("what", "since")]
    assert any("crane" in text for text in since)
    assert not any("explosion" in text for text in since)


@pytest.mark.parametrize(
    "text",
    [
        "The release has not been independently verified.",
        "It was not yet known how many had died.",
        "It is too early to speculate, the mayor said.",
        "No group has claimed the attack.",
        "They are probing whether the driver slept.",
    ],
)
def test_what_is_not_known(text):
    s = StoryKit()
    r = s.report(f"Blast\n{text}", "2021-03-02")
    told = told_of(s)
    assert is_open(told.body[r][-1], told)


def test_a_line_that_no_stop_closes_counts_less():
    s = StoryKit()
    r = s.report(
        "Blast\nBomb hits fish market in Qasira at noon\nBomb hits fish market in Qasira at noon.", "2021-03-02"
    )
    told = told_of(s)
    line, sentence = told.body[r]
    weights = Weights(told)
    assert 0 < weights.worth(line) < 0.5 * weights.worth(sentence)


def test_the_reason_of_a_later_turn_is_told_with_it():
    s = blast()
    quiet = "No shop was open. Nobody was seen. No bus ran. No boat came. "
    r = s.report(
        f"Siege of Qasira ends\n{quiet}Guards left Qasira on Tuesday in exchange for a safe passage to the coast.",
        "2021-03-03",
    )
    s.timed(r, "Tuesday", "2021-03-02")
    s.event(r, "left", "withdrawal", time="2021-03-02")
    assert "since" in {x.topic for x in s.told().brief if "safe passage" in x.text}


def test_the_day_and_the_backing_of_a_landmark_are_not_those_of_the_sentence():
    s = blast()
    for outlet in ("c", "d"):
        r = s.report(
            "Qasira shuts\nShops of the old town of Qasira were shut after the blast. A blast shut Qasira on Monday.",
            "2021-03-03", outlet=outlet,
        )  # fmt: skip
        s.timed(r, "Monday", "2021-03-01")
        first, again = s.text(r).index("blast."), s.text(r).index("blast shut")
        assert first < again
        s.event(r, "blast.", "bombing", time="2021-03-01")
        s.event(r, "blast shut", "bombing", time="2021-03-01")
    told = told_of(s)
    shut, blown = told.body[r][-2:]
    assert {told.happening_of[e.id].id for e in told.events_in(shut)} == {
        told.happening_of[e.id].id for e in told.events_in(blown)
    }
    sentence = tell_span(shut, "what", told)
    assert "2021" not in sentence.text
    assert len(sentence.support) == 1
    cut = SourceSpan(report=r, start=shut.end - len("the blast."), end=shut.end)
    assert "1 March 2021" in tell_span(cut, "what", told).text


def test_no_day_is_put_behind_the_landmark_of_another():
    s = blast()
    for words in ("", " after the blast", " at once"):
        r = s.report(
            f"Guards shut Qasira\nGuards of the council shut the port of Qasira{words or ' on Tuesday'}.", "2021-03-03"
        )
        port = s.named(r, "the port of Qasira", "Port", "facility")
        s.event(r, "shut the", "coercion", target=port, time="2021-03-02")
        if not words:
            s.timed(r, "Tuesday", "2021-03-02")
        if "blast" in words:
            s.event(r, "blast", "bombing", time="2021-03-01")
    t = s.report("Port\nGuards of the council shut the port of Qasira on Tuesday, it said.", "2021-03-04")
    s.event(t, "shut the", "coercion", target=s.named(t, "the port of Qasira", "Port", "facility"), time="2021-03-02")
    s.timed(t, "Tuesday", "2021-03-02")
    told = told_of(s)
    after, alone = (next(x for xs in told.body.values() for x in xs if w in told.text(x)) for w in ("after", "at once"))
    assert "(2 March 2021)" in tell_span(alone, "what", told).text
    assert "2021" not in tell_span(after, "what", told).text


def test_voices_that_are_two_in_one_stand_last():
    assert listed_voices(["A", "B and C", "D"]) == "A, D, and B and C"
    assert listed_voices(["A", "D"]) == "A and D"
    assert listed_voices(["B and C"]) == "B and C"
    assert listed_voices(["B and C", "D and E"]) == "B and C, and D and E"


def test_a_report_of_weeks_later_gives_its_news_and_not_the_dead_again():
    s = StoryKit()
    for day, more in (("2021-03-02", "The market was closed."), ("2021-05-09", "")):
        if more:
            r = s.report(f"Blast in Qasira\nA blast hit the market of Qasira on Monday. {more}", day)
            place = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
            s.timed(r, "Monday", "2021-03-01")
            s.event(r, "Blast", "bombing", place=place, time="2021-03-01")
            s.event(r, "blast", "bombing", place=place, time="2021-03-01")
        else:
            r = s.report("Qasira in May\nSome 40 people died that winter day, the town remembers in its square.", day)
            s.figure(r, "40 people", "died", best=40)
    brief = s.told().brief
    assert any("A blast hit the market" in sentence.text for sentence in brief)
    assert all("40 people" not in sentence.text for sentence in brief if sentence.topic == "since")


def test_a_detail_of_what_would_be_differs_from_no_deed():
    s = blast()
    told = told_of(s)
    main = max(told.agreement.happenings, key=lambda h: len(h.events))
    detail = next(c for c in told.agreement.contradictions if "vehicle differs" in c.why)
    council = next(c for c in told.claims.values() if "missing permits" in c.content[0].text)

    def differences(words):
        content = (Span(start=council.content[0].start, end=council.content[0].end, text=words),)
        side = Side(type="claim", id=council.id)
        told.claims[council.id] = msgspec.structs.replace(council, content=content)
        changed = (msgspec.structs.replace(detail, a=side),)
        told.agreement = msgspec.structs.replace(told.agreement, contradictions=changed)
        return list(tell_differences(main, told))

    assert differences("a cart was packed with explosives")
    assert not differences("a cart would be packed with explosives")


def test_who_tells_only_what_went_before_backs_no_news():
    s = StoryKit()
    for day, more in (("2021-03-02", "The Red Dawn freed 30 sailors seized off Qasira in May 2014."),
                      ("2021-03-03", "The council remembers the sailors seized off Qasira in May 2014.")):  # fmt: skip
        r = s.report(f"Sailors\n{more}", day)
        s.timed(r, "May 2014", "2014-05")
        s.event(r, "seized", "abduction", time="2014-05")
        if "freed" in more:
            s.event(r, "freed", "concession", time="2021-03-01")
            news = s.span(r, more)
            span = SourceSpan(report=r, start=news.start, end=news.end)
    told = told_of(s)
    assert any(h.background and len(h.events) == 2 for h in told.agreement.happenings)
    assert {one.report for one in tell_span(span, "what", told).support} == {span.report}


@pytest.mark.parametrize(("last", "worth"), [("2021-03-05", True), ("2021-04-05", False)])
def test_a_weekday_of_any_week_is_not_told_where_reports_run_on(last, worth):
    s = StoryKit()
    r = s.report("Blast\nA bomb hit the fish market in Qasira early on Friday.", "2021-03-04")
    s.timed(r, "Friday", "2021-02-26")
    s.report("Qasira\nThe fish market of Qasira is open.", last)
    told = told_of(s)
    assert (Weights(told).worth(told.body[r][-1]) > 0) is worth


def test_news_goes_on_from_the_day_of_what_it_leads_with():
    s = news(
        [
            ("Salt freed in Norland", "The salt of Norland may move with the market, its bank ruled after a vote."),
            ("Norland frees salt", "Norland has freed its salt, which for ninety years had one price for all buyers."),
            (
                "Norland: salt set free",
                "A cap that the old government of Norland put on salt in the war has been lifted.",
            ),
        ]
    )
    s.report("Other news\nNo shop was open. The boats of Port Ada carried more rice than ever.", "2021-01-02")
    s.report("Other news\nNo shop was open. The rice was sold on in the ports of the north.", "2021-03-20")
    told = {sentence.text: sentence.topic for sentence in s.told().brief}
    assert [topic for topic in told.values() if topic == "what"] == ["what"] * 3
    assert any("sold on" in text for text in told)
    assert not any("carried" in text for text in told)


def test_to_look_into_it_is_no_reason():
    s = derailment("The inquiry into why the train derailed at Tavo will be led and investigated by a board.")
    assert not [x for x in s.told().brief if x.topic == "why"]
    s = derailment("The board is investigating the case as an act of some rival of the train at Tavo.")
    assert [x for x in s.told().brief if x.topic == "why"]


def test_the_month_behind_a_relative_time_is_the_calendars():
    assert not unsupported("It was shut last month (May 2019).", "It was shut last month.")
    assert unsupported("It was shut in May 2019.", "It was shut last month.")


def test_who_says_it_behind_a_joint_has_a_name():
    s = StoryKit()
    r = s.report("Blast\nAnn Lee saw the blast. But she ran to the pier and called for the boats.", "2021-03-02")
    lee = s.named(r, "Ann Lee", "Ann Lee", "person")
    at = s.text(r).index("she ran")
    pronoun = EntityMention(report=r, start=at, end=at + 3, text="she", form="pronoun")
    known = s.entities[lee]
    s.entities[lee] = msgspec.structs.replace(known, mentions=(*known.mentions, pronoun))
    told = told_of(s)
    assert as_sentence(told.body[r][-1], told)[0] == "Ann Lee ran to the pier and called for the boats."


def test_two_voices_in_one_sentence_do_not_bear_each_other_out():
    s = StoryKit()
    r = s.report("Salt\nA paper in Tavo alleged on Monday that Norland hid its salt, as a guild told the court.",
                 "2021-03-02")  # fmt: skip
    s.claim(r, "A paper in Tavo", "Norland hid its salt", s.named(r, "A paper in Tavo", "paper"))
    s.claim(r, "a guild", "told the court", s.named(r, "a guild", "guild"))
    told = told_of(s)
    assert tell_span(told.body[r][0], "what", told).grade == "single_source"


def test_news_tells_what_its_reports_differ_on(monkeypatch):
    s = blast()
    told = told_of(s)
    monkeypatch.setattr("dateline.tell.brief.is_led_with", lambda *_: False)
    told_news = tell_brief(max(told.agreement.happenings, key=lambda h: len(h.events)), told)
    assert [x.text[:19] for x in told_news if x.topic == "unsettled"] == ["The reports differ:"]


def indictment(*more, day="2021-03-02"):
    """A court charges a clerk in Tavo: papers of that day, and what they say besides."""
    s = StoryKit()
    for n, text in enumerate(more):
        r = s.report(f"Court charges clerk, {n}\nA court in Tavo charged a clerk on Monday. {text}", day, outlet=str(n))
        place = s.named(r, "Tavo", "Tavo", "place", (35.0, 36.0))
        s.timed(r, "Monday", "2021-03-01")
        s.event(r, "charges", "arrest", place=place, time="2021-03-01")
        s.event(r, "charged", "arrest", place=place, time="2021-03-01")
    return s


def near_main(s):
    told = told_of(s)
    return Nearness(max(told.agreement.happenings, key=lambda h: len(h.events)), told)


def test_a_reason_that_somebody_is_only_sure_of_is_none():
    assert VIEW.search("“I am sure that they charged him because they fear him,” Ann Lee said.")
    assert not VIEW.search("“It was shut because of the storm,” Ann Lee said.")


def test_why_a_count_is_not_the_last_is_no_reason():
    assert TO_RISE.search("The toll is expected to rise because many were badly burned.")
    assert not TO_RISE.search("The mill burned because a number of pumps had failed.")


@pytest.mark.parametrize(
    ("sentence", "habit"),
    [
        ("The raiders have been the main force in the hills of Qasira.", True),
        ("Several markets have been raided by gangs or burned since the war began.", True),
        ("The raiders took the hills over the past two years.", True),
        ("The raiders have been driven from the market of Qasira.", False),
        ("For nine years, porters have marched against the port.", True),
        ("Every afternoon a guard walks through the port.", True),
        ("Porters have marched weekly against the port.", True),
        ("Porters marched against the court for nine hours.", False),
        ("The weekly paper of the port called it a bad day.", False),
        ("Norland has been locked in a bitter war since early 2009 when a clerk was hanged.", True),
        ("The war has killed hundreds over the past five years and driven many out.", True),
        ("The war for the hills has raged on for more than five years.", True),
        ("The clerk has been jailed for five years.", False),
        ("Porters have been beaten at the gate before.", True),
        ("When a card is lost in the port, the bank pays.", True),
        ("When a ferry sank in the port, the bank paid.", False),
    ],
)
def test_what_goes_on_for_years_came_not_since(sentence, habit):
    near = near_main(indictment(sentence))
    assert is_habit(next(iter(near.told.body.values()))[-1], near.told) is habit


def test_who_was_held_is_not_told_twice():
    s = indictment("A clerk of the port in Tavo was arrested by harbour guards.")
    held = s.event(s.reports[0].id, "arrested", "arrest", time="2021-03-01")
    near = near_main(s)
    for known in (False, True):
        brief = Brief(near.told, Weights(near.told))
        if known:
            brief.take("what", [next(iter(near.told.body.values()))[-2]])
            ref = near.told.happening_of[held].id
            brief.sentences[0] = msgspec.structs.replace(brief.sentences[0], refs=(ref,))
        tell_who(brief, next(iter(near.told.body.values()))[-1:], near)
        assert brief.count("who") == (not known)


@pytest.mark.parametrize("status", ["happened", "hypothetical"])
def test_an_arrest_that_somebody_only_thinks_of_is_none(status):
    s = indictment("Witnesses would not know them again even if gunmen from Tavo were arrested.")
    s.event(s.reports[0].id, "arrested", "arrest", status=status)
    near = near_main(s)
    brief = Brief(near.told, Weights(near.told))
    tell_who(brief, next(iter(near.told.body.values()))[-1:], near)
    assert brief.count("who") == (status == "happened")


@pytest.mark.parametrize(
    ("sentence", "kind", "told"),
    [
        ("The council spoke with arrested porters of the mill in Tavo.", "arrest", False),
        ("Harbour guards arrested porters of the mill in Tavo.", "arrest", True),
        ("A spokesman for the guild denied that the pumps of the mill were old.", None, False),
        ("A spokesman for the guild denied that the clerk had been charged at all.", None, True),
        ("The guild denied any involvement and opened the mill.", None, True),
        ("A page on the charges (the guild denies the charges) had 900 readers.", None, False),
    ],
)
def test_who_is_told_by_an_arrest_that_took_place_or_a_denial_of_it(sentence, kind, told):
    s = indictment(sentence)
    if kind:
        s.event(s.reports[0].id, "arrested", kind, time="2021-03-01")
    near = near_main(s)
    brief = Brief(near.told, Weights(near.told))
    tell_who(brief, next(iter(near.told.body.values()))[-1:], near)
    assert bool(brief.count("who")) is told


@pytest.mark.parametrize(
    ("text", "vain"),
    [
        ("Salt flu is a disease caused by a virus of birds.", True),
        ("The fire was caused by a virus in the pumps of the mill.", False),
        ("The blast was caused when porters capped the well badly.", False),
        ("The minister denied that guards were freed in exchange for the girls.", True),
        ("The girls were freed in exchange for guards, the minister said.", False),
        ("No guard was freed in exchange for the girls.", True),
        ("It was not known where the raid was led from, but it came in retaliation for a strike.", False),
    ],
)
def test_a_definition_and_what_somebody_denies_are_no_reasons(text, vain):
    assert REASON[0].search(text)
    assert is_vain(text) is vain


def test_nothing_is_done_by_a_mishap_in_answer_to_anything():
    answer, cause = (
        "Guards went to the train at Tavo in response to calls.",
        "The train left the rails due to ice at Tavo.",
    )
    aim = "Ministers held talks at Tavo on Monday on a train law aimed at calming the port."
    for sentence, reasons in ((answer, []), (aim, []), (cause, [cause])):
        s = derailment(sentence)
        if reasons:
            s.event(s.reports[0].id, "left the rails", "accident", time="2021-03-01")
        assert [x.text for x in s.told().brief if x.topic == "why"] == reasons


def test_the_latest_report_tells_something_else():
    s = indictment("Guards stood at the gate.")
    latest = s.report("Wages up\nThe port raised wages. A court in Tavo charged a clerk on Monday.", "2021-03-09")
    s.timed(latest, "Monday", "2021-03-01")
    s.event(latest, "charged", "arrest", place=s.named(latest, "Tavo", "Tavo", "place"), time="2021-03-01")
    near = near_main(s)
    assert [near.is_latest(span) for span in near.told.body[latest]][-2:] == [True, False]
    assert not any(map(near.is_latest, near.told.body[s.reports[0].id]))


@pytest.mark.parametrize(
    ("words", "blame"),
    [("denied a part in it", True), ("denied four boats port access", False), ("denied him bail", False)],
)
def test_who_denies_somebody_a_thing_denies_nothing(words, blame):
    assert bool(BLAME[0].search(f"The council {words}.")) is blame


@pytest.mark.parametrize(
    ("words", "since"), [("is a former clerk of the port", False), ("sent a clerk to the port", True)]
)
def test_what_somebody_is_came_not_since(words, since):
    s = blast()
    r = s.report(f"Trial opens\nA court in Port Ada opened a trial. Judge Bo Mar {words} of Tavo.", "2021-05-20")
    s.event(r, "trial", "arrest", time="2021-05-20")
    s.event(r, "clerk", "politics", time="2021-05-20")
    assert any("Bo Mar" in x.text for x in s.told().brief if x.topic == "since") is since
