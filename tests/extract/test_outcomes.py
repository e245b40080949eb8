"""What happened to those counted, by the verb beside the count."""

import pytest

from dateline.extract.listed import runs_on
from dateline.extract.outcomes import runs_off, what_of


@pytest.mark.parametrize(
    ("sentence", "figure", "what"),
    [
        ("The blast killed at least 48 people in Kelo.", "at least 48 people", "killed"),
        ("Officials said 20 people were wounded.", "20 people", "injured"),
        ("A clash left 12 dead.", "12 dead", "killed"),
        ("The death toll has risen to at least 112 a monitor said.", "at least 112", "killed"),
        ("It killed two and wounding dozens of others the fire spread.", "dozens of others", "injured"),
        ("Some 200 families, who fled Umza, sleep in the open.", "Some 200 families", "displaced"),
        ("Police arrested another 30 protesters.", "another 30 protesters", "captured"),
        ("Near Umza, two strikes destroyed a bridge.", "two strikes", None),
        ("Some 340 reservists were killed or wounded.", "Some 340 reservists", "affected"),
        ("They were killing and wounding scores.", "scores", "affected"),
        ("The council met 12 delegates.", "12 delegates", None),
        ("About 30 people remain trapped.", "About 30 people", "trapped"),
        ("The number of victims has risen to 70.", "70", "killed"),
        ("About 30 people, including two nurses, were arrested.", "About 30 people", "captured"),
        ("Four miners were beaten to death.", "Four miners", "killed"),
        ("The raid left more than 55 villagers dead.", "more than 55 villagers", "killed"),
        ("The quake left 900 people homeless.", "900 people", "displaced"),
        ("At least 84 people were taken to hospital.", "At least 84 people", "injured"),
        ("Hundreds of traders from Umza and Kelo were also stuck at the gate.", "Hundreds of traders", "trapped"),
        ("Some 300 people were taken to hospital with fever.", "Some 300 people", "affected"),
        ("Some 300 people were taken to hospital in a virus alert after the crash.", "Some 300 people", "injured"),
        ("Doctors told of five hospitalizations.", "five hospitalizations", "injured"),
        ("Doctors told of five hospitalizations in the epidemic.", "five hospitalizations", "affected"),
        ("At least two guards died in a suicide attack.", "At least two guards", "killed"),
        ("At least two guards died of thirst.", "At least two guards", "died"),
        ("The camp hosts 720 families.", "720 families", "present"),
        ("A town of 21,000 people lies below.", "21,000 people", "population"),
        ("They mourned the deaths of 49 pilgrims.", "49 pilgrims", "killed"),
        ("It claimed the life of a baker.", "a baker", "killed"),
        ("They gun down 14 people, wounding 22 others.", "14 people", "killed"),
        ("He shoots dead 14 people.", "14 people", "killed"),
        ("He shoots dead 14 people.", "He", None),
        ("Nine people were shot and killed.", "Nine people", "killed"),
        ("Nine people were shot and wounded.", "Nine people", "injured"),
        ("Nine people were shot on the quay.", "Nine people", "affected"),
        ("The lorry ran over nine people.", "nine people", "affected"),
        ("The lorry mowed down nine people.", "nine people", "affected"),
        ("Nine people are critically injured.", "Nine people", "injured"),
        ("Nine people are thought to be in a critical condition.", "Nine people", "injured"),
        ("They brought enough beds for about 250 wounded people.", "about 250 wounded people", "aid"),
        ("They brought beds, and about 250 wounded people came.", "about 250 wounded people", "injured"),
        ("In Woundham, wounding 13 people, it blew up.", "13 people", "injured"),
        ("The toll of the crash, in which a man drove on, rose.", "a man", None),
        ("At least 14 people were killed 25 were wounded at the quay.", "25", "injured"),
        ("11 killed 25 injured in Umza.", "11", "killed"),
        ("11 killed 25 injured in Umza.", "25", "injured"),
        ("At least 44 killed dozens injured in Umza.", "At least 44", "killed"),
        ("The blast killed 25 injured 30.", "25", "killed"),
        ("The raid left at least 38 bakers killed and dozens more wounded.", "at least 38 bakers", "killed"),
        ("The raid left 100 people killed and over 400 wounded.", "100 people", "killed"),
        ("It caused several dozen dead and wounded the clerk said.", "several dozen", "affected"),
        ("Dozens killed, injured in Umza.", "Dozens killed", "affected"),
        ("They shot two bakers dead.", "two bakers", "killed"),
        ("Nine bakers detained in May were killed.", "Nine bakers", "killed"),
        ("Nine bakers wounded in the fire have since died.", "Nine bakers", "died"),
        ("Nine bakers who were seized and detained in Kelo were shot.", "Nine bakers", None),
        ("Nine bakers who were detained in Kelo were hanged.", "Nine bakers", "killed"),
        ("Nine bakers killed in the raid were evacuated.", "Nine bakers", "killed"),
        ("Nine bakers detained in May, when three guards were killed, went home.", "Nine bakers", "captured"),
        ("Nine bakers detained as three guards were killed.", "Nine bakers", "captured"),
        ("Nine bakers were detained over a fire in which guards were killed.", "Nine bakers", "captured"),
        ("Nine bakers wounded in the raid have been named.", "Nine bakers", "injured"),
        (
            "Nine of the bakers abducted by pirates more than two years ago have been released.",
            "Nine of the bakers",
            "other",
        ),
        ("Nine bakers injured in the match were let go by the club.", "Nine bakers", "injured"),
        ("The pirates handed over nine bakers abducted in May.", "nine bakers", "other"),
        ("The mayor demanded the release of nine bakers abducted in May.", "nine bakers", "captured"),
        ("Nine bakers remain in captivity.", "Nine bakers", "captured"),
        ("Nine bakers are still held captive.", "Nine bakers", "captured"),
        ("It inflicted harm on 200 bakers.", "200 bakers", "injured"),
        ("Eight others experienced breathing difficulties.", "Eight others", "injured"),
        ("Umza, with a population of 21,000 people, is besieged.", "21,000 people", "population"),
        ("Umza, a city with a population of 21,000, was besieged.", "21,000", "population"),
        ("Bakers cited tolls of about 300.", "about 300", "killed"),
        ("The pit holds 14 dead bodies and nine miners still alive.", "nine miners", "other"),
        ("Nine miners were found safe and well.", "Nine miners", "other"),
        ("They pulled nine miners alive from the pit.", "nine miners", None),
        ("Nine miners escaped unhurt, and two died.", "Nine miners", "other"),
        ("Nine miners were moved to a safe house.", "Nine miners", None),
        ("Divers are searching for nine miners.", "nine miners", "missing"),
        ("Police are searching for nine gunmen.", "nine gunmen", None),
        ("Nine miners who haven't been seen since May left a note.", "Nine miners", "missing"),
        ("The guild is committed to rescuing the nine miners still held captive.", "nine miners", "captured"),
        ("The guild kept up its hopes of rescuing nine miners.", "nine miners", "other"),
        ("The guild succeeded in rescuing nine miners.", "nine miners", "evacuated"),
        ("Dozens of guards in Umza are trying to reach a boy who is trapped.", "Dozens of guards", None),
        ("Dozens of guards from the valley who are trapped have food.", "Dozens of guards", "trapped"),
        ("It left two guards dead and eight others injured the guild has said.", "eight others", "injured"),
        ("It left two guards dead and eight bears injured the vet.", "eight bears", None),
        (
            "The clinic put the toll at five while nine other bakers were reported injured.",
            "nine other bakers",
            "injured",
        ),
        ("Two clerks reported deaths at the quay.", "Two clerks", None),
        ("The spill caused burns to at least six bakers.", "at least six bakers", "injured"),
        ("The smoke caused breathing problems and fainting cases for six bakers.", "six bakers", "injured"),
        ("The smoke caused burns and deaths among six bakers.", "six bakers", None),
        ("The smoke caused panic among six bakers.", "six bakers", None),
    ],
)
def test_what_the_verb_says(sentence: str, figure: str, what: str | None) -> None:
    start = sentence.index(figure)
    assert what_of(sentence, start, start + len(figure)) == what


@pytest.mark.parametrize(
    ("sentence", "first", "second", "joined"),
    [
        ("It killed nine soldiers and two civilians.", "nine soldiers", "two civilians", True),
        ("It killed 20 people, including at least three children.", "20 people", "three children", True),
        ("It killed nine soldiers and police arrested two men.", "nine soldiers", "two men", False),
        ("It killed nine soldiers; two farmers saw it.", "nine soldiers", "two farmers", False),
        ("It killed nine soldiers, one of them a woman.", "nine soldiers", "a woman", True),
        ("He said nine soldiers died and two others felt dizzy.", "nine soldiers", "two others", False),
    ],
)
def test_counts_told_in_one_breath(sentence: str, first: str, second: str, joined: bool) -> None:
    assert runs_on(sentence, sentence.index(first) + len(first), sentence.index(second)) is joined


@pytest.mark.parametrize(
    ("text", "aside"),
    [
        ("Some 900 people jumped into the harbour.", True),
        ("Some 900 people started running.", True),
        ("Some 900 people threw themselves down.", True),
        ("Some 900 people fled the town.", False),
    ],
)
def test_who_runs_aside_is_not_displaced(text: str, aside: bool) -> None:
    assert runs_off(text, len("Some 900 people")) is aside
