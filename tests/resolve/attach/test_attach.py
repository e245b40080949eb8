"""Figures and events -> their claim, source, place, measure and participants."""

import pytest

from tests.resolve.written import Written, entity, named, resolve


def test_figure_has_the_claim_that_holds_it_and_its_source() -> None:
    got = resolve(
        Written("The [Relief Office|org] said 12 people died in the flood.")
        .claim("The Relief Office", "said", "12 people died in the flood")
        .figure("12 people", 12, "died")
    )
    figure = got.figures[0]
    assert figure.claim == got.claims[0].id
    assert named(got, figure.source) == "Relief Office"


def test_innermost_claim_counts() -> None:
    got = resolve(
        Written("[AFP|media] reported that [Karim Dalle|person] said 12 people died.")
        .claim("AFP", "reported", "Karim Dalle said 12 people died")
        .claim("Karim Dalle", "said", "12 people died")
        .figure("12 people", 12, "died")
    )
    assert named(got, got.figures[0].source) == "Karim Dalle"


def test_figure_outside_every_claim_has_no_source() -> None:
    got = resolve(Written("In [Sabha|place], 12 people died.").figure("12 people", 12, "died"))
    assert got.figures[0].claim is None
    assert got.figures[0].source is None


def test_who_counts_is_the_source() -> None:
    got = resolve(Written("The [Relief Office|org] counted 12 dead.").figure("12 dead", 12, "killed"))
    assert named(got, got.figures[0].source) == "Relief Office"


def test_what_is_counted_is_a_claim_up_to_the_end_of_its_clause() -> None:
    got = resolve(
        Written("The [Relief Office|org] has recorded 12 dead and 40 missing, while [Sabha|place] was spared.")
        .figure("12 dead", 12, "killed")
        .figure("40 missing", 40, "missing")
    )
    (claim,) = got.claims
    assert (claim.cue.text if claim.cue else "", claim.content[0].text) == ("recorded", "12 dead and 40 missing")
    assert [named(got, f.source) for f in got.figures] == ["Relief Office", "Relief Office"]


def test_headline_repeats_the_figure_of_its_report() -> None:
    title = "Flood kills 12 people"
    got = resolve(
        Written(f"{title}\n\nThe [Relief Office|org] said 12 people died.", title)
        .claim("The Relief Office", "said", "12 people died")
        .figure("12 people", 12, "killed")
        .figure("12 people", 12, "killed", after="said")
    )
    assert [named(got, f.source) for f in got.figures] == ["Relief Office", "Relief Office"]


@pytest.mark.parametrize(
    ("text", "words", "what", "more", "measure"),
    [
        ("12 people were killed.", "12 people", "killed", {}, "cumulative"),
        ("Another 12 people were killed.", "Another 12 people", "killed", {"increment": True}, "flow"),
        ("40 people are trapped.", "40 people", "trapped", {}, "stock"),
        ("40 people live in the camp.", "40 people", "population", {}, "stock"),
        ("On Monday 40 people arrived.", "40 people", "arrived", {}, "flow"),
        ("So far 40 people have arrived.", "40 people", "arrived", {}, "cumulative"),
        ("40 people fled on Monday.", "40 people", "displaced", {}, "flow"),
        ("40 displaced people remain in the school.", "40 displaced people", "displaced", {}, "stock"),
    ],
)
def test_measure(text: str, words: str, what: str, more: dict[str, bool], measure: str) -> None:
    got = resolve(Written(text).figure(words, 40, what, **more))
    assert got.figures[0].measure == measure


def test_figure_belongs_to_the_event_it_counts() -> None:
    got = resolve(
        Written("Shells hit [Sabha|place] and killed 12 people, and [Odeh|person] met [Dalle|person].")
        .event("hit", "shelling", place="Sabha")
        .event("killed", "death", target="12 people")
        .event("met", "talks")
        .figure("12 people", 12, "killed")
    )
    by_kind = {e.kind: e for e in got.events}
    assert got.figures[0].event == by_kind["death"].id
    assert by_kind["death"].figures == (got.figures[0].id,)
    assert by_kind["shelling"].figures == by_kind["talks"].figures == ()


def test_place_by_argument_then_sentence_then_report() -> None:
    got = resolve(
        Written(
            "Shells fell in [Sabha|place]. Troops clashed near the bridge in [Tamra|place]. Rebels attacked the post."
        )
        .event("fell", "shelling", place="Sabha")
        .event("clashed", "armed_clash")
        .event("attacked", "attack")
    )
    assert [(named(got, e.place), e.place_why) for e in got.events] == [
        ("Sabha", "its own words"),
        ("Tamra", "named in its sentence"),
        ("Sabha", "the place the report is about"),
    ]


def test_town_of_a_spokesman_is_no_event_place() -> None:
    got = resolve(
        Written("Shells fell in [Sabha|place]. A spokesman in [Rome|place] said 12 people died.")
        .event("fell", "shelling", place="Sabha")
        .event("died", "death")
        .claim("A spokesman in Rome", "said", "12 people died")
    )
    assert [named(got, e.place) for e in got.events] == ["Sabha", "Sabha"]


def test_demonym_is_no_event_place() -> None:
    got = resolve(Written("[Syrian|group] troops clashed with rebels.").event("clashed", "armed_clash"))
    assert got.events[0].place is None
    assert got.events[0].place_why


def test_who_flees_is_told_of_where_they_leave() -> None:
    got = resolve(Written("People fled from [Sabha|place] to [Tamra|place].").event("fled", "displacement"))
    assert named(got, got.events[0].place) == "Sabha"


def test_who_besieges_a_town_is_at_the_town() -> None:
    got = resolve(
        Written("Rebels in [Tamra|place] besieged [Sabha|place].").event("besieged", "coercion", target="Sabha")
    )
    assert named(got, got.events[0].place) == "Sabha"


def test_facility_lies_in_its_town() -> None:
    got = resolve(
        Written("A car bomb hit the [Sabha Hospital|place] in [Tamra|place]. Guards of the hospital were hurt.")
        .event("bomb", "bombing", place="Sabha Hospital in Tamra")
        .event("hurt", "injury")
    )
    assert named(got, got.events[1].place) == "Tamra"


def test_event_stands_in_its_claim_and_carries_codebook_names() -> None:
    got = resolve(
        Written("[Karim Dalle|person] said the [Syrian|group] army took [Sabha|place].")
        .claim("Karim Dalle", "said", "the Syrian army took Sabha")
        .event("took", "capture_territory", actor="the Syrian army", place="Sabha")
    )
    event = got.events[0]
    assert event.claim == got.claims[0].id
    assert event.plover == "ASSAULT"
    assert event.acled is not None
    assert event.acled.sub_event_type == "Government regains territory"


def test_rebels_who_take_a_town_are_no_government() -> None:
    got = resolve(Written("The [NRF|group] took [Sabha|place].").event("took", "capture_territory", actor="The NRF"))
    assert got.events[0].acled is not None
    assert got.events[0].acled.sub_event_type == "Non-state actor overtakes territory"


def test_parties_fight_and_watchers_watch() -> None:
    got = resolve(
        Written("The [NRF|group] attacked the post. The [River Observatory|org] said so. [AFP|media] was there.")
        .event("attacked", "attack", actor="The NRF")
        .claim("The River Observatory", "said", "so")
    )
    assert entity(got, "NRF").party is True
    assert entity(got, "River Observatory").party is False
    assert entity(got, "AFP").party is False


@pytest.mark.parametrize(
    ("text", "trigger", "actor"),
    [
        ("[US|place] air strikes hit the post.", "strikes", "United States"),
        ("The [NRF|group] assault failed.", "assault", "NRF"),
        ("[Turkish|group] shelling went on.", "shelling", "Turkey"),
        ("The [Sabha|place] attack was the worst.", "attack", None),
        ("The [Syrian|group] war goes on.", "war", None),
    ],
)
def test_who_strikes_stands_before_the_noun(text: str, trigger: str, actor: str | None) -> None:
    got = resolve(Written(text).event(trigger, "attack"))
    assert named(got, got.events[0].actor.entity if got.events[0].actor else None) == actor


def test_blow_and_harm_share_who_did_it_and_who_suffered() -> None:
    got = resolve(
        Written("[NRF|group] fighters attacked the post and killed two soldiers.")
        .event("attacked", "attack", actor="NRF fighters")
        .event("killed", "death", target="two soldiers")
    )
    attack, death = got.events
    assert attack.target == death.target
    assert death.actor == attack.actor


def test_who_is_counted_among_the_dead_was_struck() -> None:
    got = resolve(
        Written("Air strikes on Monday left 30 civilians dead.")
        .event("strikes", "air_strike")
        .figure("30 civilians", 30, "killed", counted="civilians")
    )
    target = got.events[0].target
    assert target is not None
    assert (target.text, target.entity) == ("30 civilians", None)


@pytest.mark.parametrize(
    ("words", "counted", "of"),
    [
        ("more than 40 wounded rebels", "wounded rebels", "wounded rebels"),
        ("40 of the other villagers", "of the other villagers", "villagers"),
        ("40 of the 2,200 wounded", "of the 2,200 wounded", "wounded"),
        ("40 guards of the (northern) wall", "guards of the (northern) wall", "guards"),
        ("many of them", "many of them", "people"),
        ("40", "", "people"),
    ],
)
def test_what_is_counted(words: str, counted: str, of: str) -> None:
    got = resolve(Written(f"They saw {words}.").figure(words, 40, "injured", counted=counted))
    assert got.figures[0].of == of


def test_an_article_is_no_figure() -> None:
    assert not resolve(Written("They saw the people.").figure("the", 1, "killed")).figures


def test_nothing_is_beside_a_place_that_is_nowhere() -> None:
    got = resolve(
        Written("Rebels took a town near [Qorvanto|place].").event(
            "took", "capture_territory", place="a town near Qorvanto"
        )
    )
    assert [p.precision for p in got.places if p.lat is None] == [None] * len(got.places)


@pytest.mark.parametrize(
    ("text", "said", "cue", "given"),
    [
        ("The storm, which killed 12 people, had long been foreseen, the Agency said.", "The storm", "said", False),
        ("The storm killed 12 people and had long been foreseen, the Agency said.", "The storm", "said", True),
        ("The storm, which killed 12 people, the Agency said.", "The storm", "said", True),
        ("The Agency was “shocked” by a storm that left 12 people dead.", "by a storm that left 12", "was", False),
        ("The Agency condemned the raid that killed 12 people.", "the raid that killed 12 people", "condemned", False),
        ("The Agency said the raid that killed 12 people was over.", "the raid that killed 12 people", "said", True),
        (
            "The Agency blamed rebels for the raid that killed 12.",
            "rebels for the raid that killed 12",
            "blamed",
            False,
        ),
        (
            "The Agency said rebels bear responsibility for a raid that killed 12.",
            "rebels bear responsibility for a raid that killed 12",
            "said",
            False,
        ),
        (
            "The Agency said it was responsible for roads, which say that it killed 12.",
            "it was responsible for roads, which say that it killed 12",
            "said",
            True,
        ),
        ("The Agency shouting Away kills 12 people.", "Away kills 12 people", "shouting", False),
    ],
)
def test_a_number_told_aside_is_nobodys(text: str, said: str, cue: str, given: bool) -> None:
    content = text[text.index(said) : text.rindex(", the Agency")] if ", the Agency" in text else said
    written = Written(text.replace("Agency", "[Agency|org]")).claim("Agency", cue, content)
    got = resolve(written.figure("12", 12, "killed"))
    assert (got.figures[0].source is not None) is given
    assert (got.figures[0].claim is not None) is given


@pytest.mark.parametrize(
    ("text", "trigger"),
    [("Nine miners seized by riders in May were freed.", "freed"), ("Nine miners were seized and freed.", "seized")],
)
def test_a_count_belongs_to_what_is_told_of_those_counted_and_not_to_what_says_who_they_are(
    text: str, trigger: str
) -> None:
    got = resolve(
        Written(text)
        .event("seized", "abduction", target="Nine miners")
        .event("freed", "concession", target="Nine miners")
        .figure("Nine miners", 9, "other")
    )
    (event,) = [e for e in got.events if e.id == got.figures[0].event]
    assert event.trigger.text == trigger


def test_money_is_not_where_its_event_is_only_thought_to_be() -> None:
    written = Written("A flood struck [Cusco|place]. A flood hit [Cusco|place]. Banks released $3m. Ten trucks came.")
    written.event("struck", "hazard").event("hit", "hazard").event("released", "aid").event("came", "aid")
    written.figure("$3m", 3_000_000, "aid", unit="money").figure("Ten trucks", 10, "aid", unit="other")
    got = resolve(written)
    assert [named(got, f.place) for f in got.figures] == [None, "Cusco"]


@pytest.mark.parametrize(("name", "does"), [("Sand Observatory", False), ("Dawn Front", True)])
def test_it_of_a_deed_is_none_who_watches(name: str, does: bool) -> None:
    got = resolve(
        Written(f"The [{name}|group] confirmed that two had died in the blast, saying it also hurt ten.")
        .claim(f"The {name}", "confirmed", "two had died in the blast")
        .event("hurt", "injury", actor="it", target="ten")
    )
    assert (got.events[0].actor is not None) is does


@pytest.mark.parametrize(
    ("text", "trigger", "doer", "pronoun", "same"),
    [
        ("Rebels came to free them.", "free", "Rebels", "them", False),
        ("The [Sand Office|org] says it has been granted leave.", "granted", "The Sand Office", "it", True),
    ],
)
def test_them_are_others_than_who_does_it(text: str, trigger: str, doer: str, pronoun: str, same: bool) -> None:
    """But for what stands before its verb in the passive, where the doer is the guess."""
    got = resolve(Written(text).event(trigger, "concession", actor=doer, target=pronoun))
    actor, target = got.events[0].actor, got.events[0].target
    assert actor is not None
    assert target is not None
    assert (actor.entity == target.entity) is same


@pytest.mark.parametrize(
    ("text", "target", "lent"),
    [("The rebels were killed as they attacked the mill.", "The rebels", False),
     ("Two bakers were killed as rebels attacked the mill.", "Two bakers", True)],
)  # fmt: skip
def test_who_is_killed_as_he_strikes_did_not_kill_himself(text: str, target: str, lent: bool) -> None:
    doer = "rebels" if lent else "they"
    got = resolve(
        Written(text)
        .event("killed", "death", target=target)
        .event("attacked", "attack", actor=doer, target="the mill", after=f"as {doer}")
    )
    assert (got.events[0].actor is not None) is lent


@pytest.mark.parametrize(("word", "lent"), [("when", True), ("after", True), ("since", False), ("before", False)])
def test_a_blow_told_behind_a_harm_did_it_unless_it_was_at_another_time(word: str, lent: bool) -> None:
    got = resolve(
        Written(f"Ten bakers were killed {word} rebels attacked the mill.")
        .event("killed", "death", target="Ten bakers")
        .event("attacked", "attack", actor="rebels", target="the mill")
    )
    assert (got.events[0].actor is not None) is lent
