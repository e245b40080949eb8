"""Brief: what it tells, of whom, and what came since; that nothing is told twice."""

import msgspec
import pytest

from dateline.model import Side, Span
from dateline.tell.brief import LED, Brief, is_settled, tell_brief, tell_who
from dateline.tell.near import Nearness, is_old
from dateline.tell.reactions import BLAME
from dateline.tell.still import is_comment, is_habit
from dateline.tell.unsettled import is_open, tell_differences
from dateline.tell.weigh import Weights
from tests.kit.story import StoryKit
from tests.tell.stories import blast, news, told_of


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


def test_what_was_on_the_day_of_the_blow_is_told_with_it_and_not_as_since():
    s = blast()
    r = s.report(
        "Day of fear\nNothing else was known. No one slept. It rained. Guards shut the port of Tavo on Monday. "
        "A ferry of the guild sank off Orla on Tuesday.", "2021-03-02"
    )  # fmt: skip
    s.timed(r, "Monday", "2021-03-01")
    s.timed(r, "Tuesday", "2021-03-02")
    s.event(r, "shut the", "coercion", time="2021-03-01")
    s.event(r, "sank", "accident", time="2021-03-02")
    topics = {x.text.split(" of ")[0]: x.topic for x in s.told().brief}
    assert topics["Guards shut the port"] == "what"
    assert topics["A ferry"] == "since"


def test_a_brief_opens_with_what_tells_the_blow_and_not_with_what_it_came_amid():
    s = StoryKit()
    r = s.report(
        "Boats of Norland sunk off Tavo\nTwo boats of Norland were shelled off Tavo and sank at once. "
        "The shelling came on Monday as guards of Norland sunk in mud off Tavo closed in on the port of the guild.",
        "2021-03-02",
    )
    place = s.named(r, "Tavo", "Tavo", "place", (35.0, 36.0))
    s.timed(r, "Monday", "2021-03-01")
    s.event(r, "shelled", "shelling", place=place, time="2021-03-01")
    s.event(r, "shelling", "shelling", place=place, time="2021-03-01")
    assert s.told().brief[0].text.startswith("Two boats")


def test_news_goes_on_from_the_day_that_it_leads_with():
    s = news(
        [
            ("Salt freed in Norland", "Salt was freed in Norland on Tuesday, its bank ruled after a vote."),
            (
                "Norland frees salt",
                "The salt of Norland, which for ninety years had one price, is freed for all buyers.",
            ),
            ("Norland: salt freed", "A cap that the old government of Norland put on salt in the war is no more."),
        ],
        "Officials gave no more.",
    )
    s.timed(s.reports[0].id, "Tuesday", "2021-03-02")
    s.event(s.reports[0].id, "freed in Norland on", "concession", time="2021-03-02")
    r = s.report(
        "More on salt\nShips lay still. A queue of porters stood at the old mill on Tuesday. "
        "Tavo bought rice from the north on Wednesday.",
        "2021-03-03",
    )
    for day, value in (("on Tuesday", "2021-03-02"), ("on Wednesday", "2021-03-03")):
        s.timed(r, day, value)
    s.event(r, "stood", "protest", time="2021-03-02")
    s.event(r, "bought", "aid", time="2021-03-03")
    day = msgspec.structs.replace(s.reports[0].published, value="2021-03-01")
    s.reports[:3] = [msgspec.structs.replace(report, published=day) for report in s.reports[:3]]
    told = {x.text: x.topic for x in s.told().brief}
    assert {topic for text, topic in told.items() if "the north" in text} == {"since"}
    assert {topic for text, topic in told.items() if "queue" in text} == {"what"}


def test_a_comment_fills_no_brief_and_its_wishes_are_no_news():
    wishes = "The bank should sell rice. It is high time for the mill to open. "
    wishes += (
        "A clerk of the court of Orla rang the bell of his house. Locks hung on the gate of the old pier by noon. "
    )
    wishes += "Six boats lay under a crane that fell into the reeds."
    for text, filled in ((wishes, False), (wishes.replace("should sell", "sold"), True)):
        s = news([("Salt freed in Norland", "Norland freed its salt, which for ninety years had one price.")], text)
        brief = [x.text for x in s.told().brief]
        assert any("freed" in x for x in brief)
        assert not any("should" in x or "high time" in x for x in brief)
        assert (sum(x.topic == "what" for x in s.told().brief) > LED) is filled


def test_two_wishes_in_a_long_report_make_it_no_comment():
    wishes = "The bank should sell rice. It is high time for the mill to open."
    told = told_of(news([("Salt freed", "Norland freed its salt.")], wishes))
    long = told_of(news([("Salt freed", "Norland freed its salt.")], f"{wishes}{' A ferry left Orla.' * 20}"))
    assert [is_comment(next(iter(one.reports)), one) for one in (told, long)] == [True, False]


def test_a_sentence_that_leans_on_an_old_one_is_old():
    s = StoryKit()
    r = s.report(
        "Bomb\nA bomb hit Qasira on Monday. Dana Vey fled Tavo in 2014. She crossed the sea and found a trade.",
        "2021-03-02",
    )
    s.timed(r, "2014", "2014")
    told = told_of(s)
    assert [is_old(span, told) for span in told.body[r][-3:]] == [False, True, True]


def test_a_pronoun_that_no_name_can_stand_for_opens_no_sentence_of_the_brief():
    s = StoryKit()
    r = s.report(
        "Bomb\nA bomb hit Qasira on Monday. Dana Vey ran to the mill of Tavo at once. "
        "She dug for the clerk with her hands all night. They've brought half a load of sand.",
        "2021-03-02",
    )
    told, (sand, dug) = told_of(s), told_of(s).body[r][:-3:-1]
    assert not Weights(told).worth(dug)
    she = s.named(r, "Dana Vey", "Dana Vey", "person")
    for pronoun in ("She", "They"):
        entity = s.entities[she]
        at = told.reports[r].text.index(pronoun)
        mention = msgspec.structs.replace(entity.mentions[0], form="pronoun", start=at, end=at + len(pronoun))
        s.entities[she] = msgspec.structs.replace(entity, mentions=(*entity.mentions, mention))
    told = told_of(s)
    assert Weights(told).worth(dug) > 0
    assert not Weights(told).worth(sand)


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
    s = indictment("Witnesses would not know the men again even if gunmen from Tavo were arrested.")
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
    ("blame", "told"),
    [
        ("The clerk charged in Tavo is accused of charging nine porters for the key of a court.", False),
        ("The guild blamed a court in Tavo for how the clerk was charged on Monday.", True),
    ],
)
def test_the_charge_of_a_court_blames_nobody(blame, told):
    near = near_main(indictment(blame))
    brief = Brief(near.told, Weights(near.told))
    tell_who(brief, next(iter(near.told.body.values()))[-1:], near)
    assert bool(brief.count("who")) is told


@pytest.mark.parametrize(
    ("kind", "denial", "told"),
    [
        ("concession", "The guild denied that the divers had been released at all.", True),
        ("concession", "The guild denied that it had paid anybody for their release in exchange.", False),
        ("concession", "The guild denied that the boats of the divers were old.", False),
        ("concession", "The guild denied any part in how the divers were released.", True),
        ("hazard", "The guild denied that the boats of the divers were old.", False),
        ("hazard", "The guild denied a role in what came over the divers.", True),
        ("attack", "The guild denied that its men had been near the divers of Tavo.", True),
    ],
)
def test_who_denies_the_terms_or_a_circumstance_does_not_say_who(kind, denial, told):
    s = StoryKit()
    words = {"concession": "released", "hazard": "flooded", "attack": "attacked"}[kind]
    r = s.report(f"Divers of Tavo\nSix divers of Tavo were {words} on Monday. {denial}", "2021-03-02")
    s.timed(r, "Monday", "2021-03-01")
    s.event(r, words, kind, place=s.named(r, "Tavo", "Tavo", "place", (35.0, 36.0)), time="2021-03-01")
    near = near_main(s)
    brief = Brief(near.told, Weights(near.told))
    tell_who(brief, near.told.body[r][-1:], near)
    assert bool(brief.count("who")) is told


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
