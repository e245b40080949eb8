"""Descriptions and pronouns -> what they refer to: "the group", "a monitor", "they", the government."""

import pytest

from tests.resolve.written import Written, entity, named, resolve


@pytest.mark.parametrize(
    ("words", "whose"),
    [("Fighters of the NRF", "NRF"), ("Two gunmen from NRF", "NRF"), ("Farmers of the NRF", "Farmers of the NRF")],
)
def test_fighters_of_a_group_are_the_group(words: str, whose: str) -> None:
    marked = words.replace("NRF", "[NRF|group]")
    got = resolve(Written(f"{marked} fled.").event("fled", "displacement", actor=words))
    actor = got.events[0].actor
    assert actor is not None
    assert {e.id: e.name for e in got.entities}[actor.entity or ""] == whose


@pytest.mark.parametrize(
    ("text", "known"),
    [("The group took a ship", True), ("The group, nearly all of whom are ill, took a ship", False),
     ("The group of farmers took a ship", False)],
)  # fmt: skip
def test_the_group_is_the_body_named_before_unless_it_is_so_many_people(text: str, known: bool) -> None:
    got = resolve(Written(f"Some girls fled the [NRF|group]. {text}.").event("took", "coercion", actor="The group"))
    actor = got.events[0].actor
    assert actor is not None
    assert ({e.id: e.name for e in got.entities}.get(actor.entity or "") == "NRF") is known


def test_a_side_named_without_an_article_is_all_of_it() -> None:
    got = resolve(
        Written("The rebels dug in. A rebel siege went on. A rebel left.")
        .event("dug in", "armed_clash", actor="The rebels")
        .event("siege", "coercion", actor="rebel")
        .event("left", "displacement", actor="A rebel")
    )
    many, side, one = (e.actor and e.actor.entity for e in got.events)
    assert many == side
    assert one != many


def test_they_are_whom_the_words_are_said_of_and_never_who_goes_on_speaking() -> None:
    of = (
        Written("The [NRF|group] won. “They hold our farms,” [Rana Dalle|person] said of the [Harbour Army|group].")
        .claim("Rana Dalle", "said", "They hold our farms", kind="direct")
        .event("hold", "coercion", actor="They")
    )
    on = (
        Written("“We are sad,” the [Sand Office|org] said. “They killed our sons.”")
        .claim("the Sand Office", "said", "We are sad", kind="direct")
        .event("killed", "death", actor="They")
    )
    for written, whose in ((of, "Harbour Army"), (on, None)):
        got = resolve(written)
        actor = got.events[0].actor
        assert actor is not None
        assert {e.id: e.name for e in got.entities}.get(actor.entity or "") == whose


def test_they_are_those_for_whom_somebody_speaks() -> None:
    got = resolve(
        Written(
            "The [NRF|group] held the valley, and the [NRF|group] dug in. A spokesman for allied fighters said they "
            "had taken two hills."
        )
        .claim("A spokesman for allied fighters", "said", "they had taken two hills", kind="indirect")
        .event("taken", "capture_territory", actor="they")
    )
    actor = got.events[0].actor
    assert actor is not None
    assert {e.id: e.name for e in got.entities}[actor.entity or ""] == "allied fighters"


@pytest.mark.parametrize(
    ("lead", "body", "voice"),
    [
        ("a monitor", "The [Sand Observatory|org] counted the dead.", "Sand Observatory"),
        ("a monitoring group", "The [Sand Observatory|org] counted the dead.", "Sand Observatory"),
        ("the [Sand Observatory|org] monitoring group", "It counted the dead.", "Sand Observatory"),
        ("a monitor", "The [Sand Observatory|org] and the [Rights Watch|org] counted.", "monitor (unnamed)"),
    ],
)
def test_who_is_a_monitor_in_the_lead_is_named_right_after(lead: str, body: str, voice: str) -> None:
    """Which of two it is is not guessed."""
    written = Written(f"Ten people died, {lead} said on Sunday. {body}")
    source = lead.replace("[", "").replace("|org]", "")
    got = resolve(written.claim(source, "said", "Ten people died", kind="indirect"))
    said = got.claims[0].source
    assert said is not None
    assert {e.id: e.name for e in got.entities}[said.entity or ""] == voice


def test_bare_government_is_that_of_the_country_the_report_is_about() -> None:
    got = resolve(
        Written(
            "[Kenya|place] mourned. [Kenya|place] voted. The [Kenyan|group] government denied it. A government siege "
            "went on in [Kenya|place]."
        )
        .claim("The Kenyan government", "denied", "it", after="government denied")
        .event("siege", "coercion")
    )
    acting, besieging = got.claims[0].source, got.events[0].actor
    assert acting is not None
    assert besieging is not None
    assert acting.entity == besieging.entity


def test_spokesman_keeps_his_office() -> None:
    got = resolve(
        Written(
            "[NRF|group] spokesman [Karim Dalle|person] said the bridge fell. "
            "The [NRF|group] spokesman said more would follow."
        )
        .claim("NRF spokesman Karim Dalle", "said", "the bridge fell")
        .claim("The NRF spokesman", "said", "more would follow")
    )
    assert [named(got, c.source.entity) for c in got.claims] == ["Karim Dalle", "Karim Dalle"]


def test_source_inside_a_body_is_not_the_body() -> None:
    got = resolve(
        Written("A source in the [Northern River Front|group] said trucks came.").claim(
            "A source in the Northern River Front", "said", "trucks came"
        )
    )
    assert got.claims[0].source.entity != entity(got, "Northern River Front").id


def test_members_stand_for_their_group() -> None:
    got = resolve(Written("[NRF|group] fighters attacked the post.").event("attacked", "attack", actor="NRF fighters"))
    assert named(got, got.events[0].actor.entity) == "NRF"


def test_description_takes_up_the_group() -> None:
    got = resolve(
        Written("The [Northern River Front|group] militia took the hill. Later the militia left the hill.").event(
            "left", "withdrawal", actor="the militia"
        )
    )
    assert named(got, got.events[0].actor.entity) == "Northern River Front"


def test_pronoun_agrees_in_gender() -> None:
    got = resolve(
        Written("[Karim Dalle|person] met Mrs [Rana Odeh|person] on Monday. She said the road was open.").claim(
            "She", "said", "the road was open"
        )
    )
    assert named(got, got.claims[0].source.entity) == "Rana Odeh"


def test_pronoun_without_antecedent_stays_open() -> None:
    got = resolve(Written("The road was open. He said so.").claim("He", "said", "so"))
    assert got.claims[0].source.entity is None
    assert "could not be tied" in got.claims[0].source_why


def test_pronoun_in_what_is_said_is_the_speaker() -> None:
    got = resolve(
        Written("[Karim Dalle|person] wrote to [Omar Haddad|person]. [Dalle|person] said he had ordered a retreat.")
        .claim("Dalle", "said", "he had ordered a retreat")
        .event("ordered", "demand", actor="he")
    )
    assert named(got, got.events[0].actor.entity) == "Karim Dalle"


@pytest.mark.parametrize(
    ("before", "whose"),
    [
        (
            "The [NRF|group], the militia, fled. The group wept. The [Sand Union|org], a farm group, wept.",
            "Sand Union",
        ),
        ("The [Sand Union|org], a group of farmers, wept. The [NRF|group], a group of old, wept.", "NRF"),
        ("The [NRF|group], a group of old, wept with the [Sand Union|org], a group of farmers.", "NRF"),
    ],
)
def test_a_bare_description_is_the_last_body_called_so(before: str, whose: str) -> None:
    written = Written(f"{before} The group, it is told, hid.").event("wept", "demand", actor="The group")
    got = resolve(written.event("hid", "coercion", actor="The group"))
    actor = got.events[-1].actor
    assert actor is not None
    assert named(got, actor.entity) == whose


@pytest.mark.parametrize(
    ("before", "known"),
    [
        ("The [NRF|group], the militia, came. The attackers", True),
        ("The [NRF|group], the militia, came. The attacker", False),
        ("The [Works Ministry|org] and the [Ministry of Health|org] met. The ministry", True),
    ],
)
def test_one_attacker_is_no_body(before: str, known: bool) -> None:
    actor = " ".join(before.split()[-2:])
    got = resolve(Written(f"{before} took a ship.").event("took", "coercion", actor=actor))
    role = got.events[0].actor
    assert role is not None
    assert (named(got, role.entity) in ("NRF", "Ministry of Health")) is known


def test_the_government_is_the_one_spoken_of_last() -> None:
    got = resolve(
        Written("[Syria|place], [Syria|place], [Syria|place]! The [Iraqi|group] government wept. The government hid.")
        .event("wept", "demand", actor="The Iraqi government")
        .event("hid", "coercion", actor="The government")
    )
    assert {named(got, e.actor.entity) for e in got.events if e.actor} == {"Iraqi government"}


def test_the_country_is_that_told_of_and_neither_of_two_peoples_who_come() -> None:
    got = resolve(
        Written(
            "Crews flew to [Peru|place]. They join [Thai|group] and [Polish|group] teams as a quake shook the country."
        ).event("quake", "hazard", place="the country")
    )
    assert named(got, got.events[0].place) == "Peru"


@pytest.mark.parametrize("link", ["20 km (12 miles) north-east of", "some 20 kilometres from", "just south of"])
def test_the_town_is_none_that_only_locates_another(link: str) -> None:
    got = resolve(
        Written(f"Shells hit [Deir|place] {link} [Sabha|place]. A protest shook the town.").event(
            "protest", "protest", place="the town"
        )
    )
    assert (named(got, got.events[0].place), got.events[0].place_why) == ("Deir", "its own words")


def test_a_village_that_goes_on_to_its_name_is_none_told_before() -> None:
    got = resolve(
        Written("Shells hit the village of [Deir|place]. Later a raid struck the village of Tal Amber.").event(
            "raid", "air_strike", place="the village"
        )
    )
    assert got.events[0].place_why != "its own words"


def test_the_army_and_rebels_are_neither_the_army_nor_the_rebels() -> None:
    got = resolve(
        Written(
            "The [Thai|group] regime voted. The regime and [Ruritanian|group] forces dug in. [Bangkok|org] left. "
            "[Ruritania|place], [Ruritania|place]!"
        )
        .event("voted", "politics", actor="The Thai regime")
        .event("dug in", "armed_clash", actor="The regime and Ruritanian forces")
    )
    alone, both = (e.actor and e.actor.entity for e in got.events)
    assert both is not None
    assert both != alone
    assert named(got, both) == "regime and Ruritanian forces"


def test_the_regime_is_not_of_a_country_told_in_another_clause() -> None:
    got = resolve(
        Written("The [Thai|group] regime fell. Few met the regime while [Kenyan|group] forces won.")
        .event("fell", "politics", target="The Thai regime")
        .event("met", "talks", target="the regime while Kenyan forces")
    )
    assert len({e.target and e.target.entity for e in got.events}) == 1


@pytest.mark.parametrize(
    ("words", "same"),
    [("The head", True), ("The head of the mill", False), ("The head of the mill and several bakers", False)],
)
def test_the_head_of_a_mill_is_not_the_head_of_a_guild(words: str, same: bool) -> None:
    got = resolve(
        Written(f"[Bakers Guild|org] head [Rana Dalle|person] spoke. {words} died.").event(
            "died", "death", target=words
        )
    )
    target = got.events[0].target
    assert target is not None
    assert (named(got, target.entity) == "Rana Dalle") is same


def test_people_in_uniform_are_not_the_people_told_of_before() -> None:
    got = resolve(
        Written("People on a boat drowned. Masks were given out by people in uniform.")
        .event("drowned", "death", target="People on a boat")
        .event("given out", "aid", actor="people in uniform")
    )
    drowned, gave = got.events
    assert drowned.target is not None
    assert gave.actor is not None
    assert drowned.target.entity != gave.actor.entity


@pytest.mark.parametrize(("name", "same"), [("Free Valley Army", False), ("Kenyan Army", True)])
def test_the_army_is_that_of_a_state(name: str, same: bool) -> None:
    got = resolve(Written(f"The [{name}|group] dug in. The army fled.").event("fled", "displacement", actor="The army"))
    actor = got.events[0].actor
    assert actor is not None
    assert (named(got, actor.entity) == name) is same


def test_what_a_side_is_accused_of_is_no_part_of_its_name() -> None:
    words = "rebels of using gas against bakers"
    got = resolve(Written(f"The mayor accused {words}.").event("accused", "accusation", target=words))
    target = got.events[0].target
    assert target is not None
    assert named(got, target.entity) == "rebels"


def test_who_is_told_of_a_deed_did_not_do_it() -> None:
    got = resolve(
        Written("A baker told [Harbour Police|org] that ten men came before they attacked her.")
        .event("came", "arrival", actor="ten men")
        .event("attacked", "attack", actor="they")
    )
    actor = got.events[1].actor
    assert actor is not None
    assert named(got, actor.entity) != "Harbour Police"


@pytest.mark.parametrize(
    ("words", "trigger", "same"),
    [
        ("The group has fought beside others.", "fought", True),
        ("The group has fought the [Dawn Front|group].", "fought", False),
        ("The opposition groups fought on.", "fought", False),
        ("The [Thai|group]-backed fighters fought on.", "fought", False),
        ("The fighters fought on.", "fought", True),
    ],
)
def test_a_description_is_no_body_that_its_own_words_set_it_apart_from(words: str, trigger: str, same: bool) -> None:
    written = Written(
        f"The [Dawn Front|group] group came. The [Dawn Front|group] fighters, an armed group, left. {words}"
    )
    actor = written.text.split(". ")[2].split(" fought")[0].removesuffix(" has")
    got = resolve(written.event(trigger, "armed_clash", actor=actor))
    role = got.events[0].actor
    assert role is not None
    assert (named(got, role.entity) == "Dawn Front") is same


def test_whom_a_country_backs_are_not_its_own_people() -> None:
    got = resolve(
        Written("[Thai|group] forces came. [Thai|group]-backed forces left.")
        .event("came", "arrival", actor="Thai forces")
        .event("left", "withdrawal", actor="Thai-backed forces")
    )
    assert len({e.actor and e.actor.entity for e in got.events}) == 2


def test_he_is_none_of_two_who_are_told_of_together() -> None:
    written = Written("The farmer wept. The driver and his brother came in. He left.")
    written.event("wept", "protest", actor="The farmer").event("came", "arrival", actor="The driver and his brother")
    got = resolve(written.event("left", "withdrawal", actor="He"))
    wept, _, left = (e.actor and e.actor.entity for e in got.events)
    assert left == wept


@pytest.mark.parametrize(
    ("named_so", "phrase", "known"),
    [
        ("the [Dawn Front|group] militant group", "The rescue group", False),
        ("the [Dawn Front|group] militant group", "The monitoring group", False),
        ("the [Dawn Front|group] militant group", "The armed group", True),
        ("rescue group [Sand Help|group]", "The rescue group", True),
        ("[Sand Help|group], a rescue group,", "The rescue group", True),
        ("[Sand Rescue|group], a volunteer group,", "The rescue group", True),
        ("[Sand Help|group], a volunteer group,", "The choir group", False),
    ],
)
def test_what_is_said_of_a_group_is_said_of_the_name_it_takes_up(named_so: str, phrase: str, known: bool) -> None:
    written = Written(f"Shells fell when {named_so} came. {phrase} said ten fled.")
    got = resolve(written.claim(phrase, "said", "ten fled"))
    said = got.claims[0].source
    assert said is not None
    assert (said.entity == entity(got, named_so.split("[")[1].split("|")[0]).id) is known


def test_the_monitoring_group_is_the_observatory_and_no_militant_group_named_after_it() -> None:
    got = resolve(
        Written(
            "The [Sand Observatory|org] counted twelve dead. [Dawn Front|group] militants fled, and the group "
            "[Dawn Front|group] fought on. The monitoring group said they were on a bus."
        ).claim("The monitoring group", "said", "they were on a bus")
    )
    assert named(got, got.claims[0].source and got.claims[0].source.entity) == "Sand Observatory"


@pytest.mark.parametrize(
    ("first", "then", "same"),
    [
        ("A security source", "The second source", False),
        ("A second source", "The source", True),
        ("A second source", "The second source", True),
        ("A second source", "The other source", False),
        ("The guards", "Other guards", False),
    ],
)
def test_an_ordinal_tells_one_from_another(first: str, then: str, same: bool) -> None:
    got = resolve(
        Written(f"{first} said it burned. {then} said it fell.")
        .claim(first, "said", "it burned")
        .claim(then, "said", "it fell")
    )
    one, other = (c.source and c.source.entity for c in got.claims)
    assert one is not None
    assert other is not None
    assert (one == other) is same


def test_the_guards_are_not_the_other_guards_told_last() -> None:
    got = resolve(
        Written("The guards fled. Other guards hid. The guards sang.")
        .event("fled", "displacement", actor="The guards")
        .event("hid", "displacement", actor="Other guards")
        .event("sang", "protest", actor="The guards")
    )
    one, other, again = (e.actor and e.actor.entity for e in got.events)
    assert one == again != other


@pytest.mark.parametrize(
    ("span", "name"),
    [
        ("Rebels pushed back the raid a month later", "Rebels"),
        ("Rebels took three hills before dawn", "Rebels"),
        ("The [Ruritanian|group] air force carried out 39 sorties in a day", "Ruritanian air force"),
        ("A suicide bomber detonated a belt among guards", "suicide bomber (unnamed)"),
        ("Guards of the old mill killing three bakers", "Guards of the old mill"),
        ("Rebels captured in June", "Rebels captured in June"),
        ("Fighters led by a baker", "Fighters led by a baker"),
        ("The estimated 200 fighters", "estimated 200 fighters"),
    ],
)
def test_a_description_ends_where_its_verb_stands(span: str, name: str) -> None:
    """The reader may run on into the verb where a text has lost its commas."""
    plain = span.replace("[", "").replace("|group]", "")
    got = resolve(Written(f"{span}, and left.").event("left", "withdrawal", actor=plain))
    actor = got.events[0].actor
    assert actor is not None
    assert named(got, actor.entity) == name


def test_a_name_that_runs_on_into_its_verb_is_the_name() -> None:
    text, run_on = "[Dawn Front|group] rallied amid the drought, and left.", "Dawn Front rallied amid the drought"
    got = resolve(Written(text).event("left", "withdrawal", actor=run_on))
    assert named(got, got.events[0].actor and got.events[0].actor.entity) == "Dawn Front"
