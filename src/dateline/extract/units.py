"""What a figure counts -> its unit, by the noun at the head of the words."""

import re
from typing import Final

_NOUNS: Final = {
    "civilians": "civilian resident villager inhabitant citizen noncombatant non-combatant",
    "fighters": "fighter militant rebel insurgent gunman gunmen terrorist jihadi jihadist extremist combatant "
    "guerrilla "
    "militiaman militiamen attacker bomber assailant foreigner-fighter extremist",
    "troops": "troop soldier serviceman servicemen airman airmen marine sailor trooper commando peacekeeper reservist "
    "conscript paratrooper guardsman guardsmen servicewoman",
    "police": "police policeman policemen policewoman officer constable",
    "women": "woman women wife wives mother widow",
    "children": "child children boy minor teenager baby babies infant schoolchild schoolchildren schoolgirl "
    "toddler kid orphan girl",
    "families": "family families",
    "households": "household",
    "refugees": "displacement returnee refugee migrant asylum-seeker asylumseeker seeker idp displaced evacuee",
    "protesters": "protester protestor demonstrator marcher activist rioter striker",
    "prisoners": "prisoner detainee inmate hostage captive",
    "vehicles": "vehicle car truck bus buses lorry lorries tank ambulance motorcycle train boat ship vessel "
    "convoy ferry "
    "bulldozer tanker digger excavator crane loader tractor pickup van minibus",
    "aircraft": "aircraft plane jet helicopter airplane airliner warplane drone fighter-jet",
    "weapons": "weapon missile rocket bomb shell mine grenade rifle gun mortar warhead munition projectile "
    "explosive bullet "
    "pistol machine-gun",
    "buildings": "building house home school hospital mosque church shop apartment tent shelter clinic store factory "
    "structure dwelling cafe hotel restaurant depot warehouse latrine centre center",
    "attacks": "attack strike airstrike air-strike raid sortie bombing blast explosion shooting clash assault "
    "offensive",
    "places": "village town city cities country countries province state district region area neighborhood "
    "neighbourhood "
    "island nation outpost camp site location position settlement municipality municipalities",
    "votes": "vote ballot seat delegate elector",
    "cases": "case infection",
    "people": "people person persons man men adult others victim casualty casualties fatality fatalities death "
    "deaths life lives member worker employee student "
    "teacher doctor "
    "official leader journalist passenger survivor patient resident lawmaker senator expert volunteer body bodies dead "
    "injured wounded someone anybody nobody individual suspect human pilgrim worshiper worshipper farmer lawyer voter "
    "supporter personnel pupil hospitalization hospitalisation nurse tourist national crew candidate nominee",
}  # fmt: skip
UNIT_OF: Final = {noun: unit for unit, nouns in _NOUNS.items() for noun in nouns.split()}
_MONEY: Final = re.compile(
    r"\b(?:dollars?|euros?|pounds?|yen|yuan|rubles?|roubles?|rupees?|liras?|riyals?|shekels?|francs?|pesos?"
    r"|dinars?|reais|rand|naira|kron(?:er|or)|zlotys?|bail|money|cash)\b",
    re.IGNORECASE,
)
_STOP: Final = re.compile(
    r"\b(?:of|from|in|at|on|who|whom|which|that|with|for|to|by|under|over|between|into|near|since|after|before"
    r"|including|were|was|are|is|have|had|has|living|working|a|per|each)\b|[,;:(—–]|(?-i:(?<![A-Z])\.)",
    re.IGNORECASE,
)
_OR: Final = re.compile(r"\b(?:and|or)\b")
_FEMALE: Final = re.compile(r"\bfemale\b", re.IGNORECASE)
_MILITARY: Final = re.compile(
    r"\b(?:military|army|navy|national guard) (?:personnel|members?|officers?|commanders?)\b", re.IGNORECASE
)
_GUARDS: Final = re.compile(r"\bsecurity (?:personnel|members?|officers?|guards?)\b", re.IGNORECASE)
_PLANES: Final = re.compile(
    r"\b(?:(?:long-range|strategic|stealth|heavy|nuclear-capable) |(?-i:[A-Z][A-Za-z]{0,2}-?\d+\w* ))bombers?\b", re.I
)
"""A bomber that flies."""
_LOSSES: Final = re.compile(
    r"\b([\w-]+) (?:deaths?|casualt(?:y|ies)|fatalit(?:y|ies)|victims?|bod(?:y|ies))\b", re.IGNORECASE
)
"""Whose losses they are is told by the word before: "12 civilian casualties"."""


_LIQUID: Final = re.compile(r"(?:gallon|barrel|lit(?:er|re))s?\b", re.IGNORECASE)


def is_liquid(counted: str) -> bool:
    """Whether the words of what is counted measure a liquid."""
    return _LIQUID.match(counted) is not None


def unit_of(counted: str) -> str | None:
    """The unit of the noun that heads a noun phrase, None when the noun is not a known one."""
    if _MONEY.search(counted):
        return "money"
    phrase = _STOP.split(counted, maxsplit=1)[0]
    for form, unit in ((_FEMALE, "women"), (_MILITARY, "troops"), (_GUARDS, "police"), (_PLANES, "aircraft")):
        if form.search(phrase):
            return unit
    losses = _LOSSES.search(phrase)
    if losses and (whose := _of_noun(losses[1].lower())):
        return whose
    return next((found for part in _OR.split(phrase.lower()) if (found := _of_noun(part))), None)


def _of_noun(part: str) -> str | None:
    """The unit of the last known noun of some words."""
    for word in reversed(re.findall(r"[a-z][a-z-]*", part)):
        for form in (word, word.removesuffix("s"), word.removesuffix("es"), word.rpartition("-")[2].removesuffix("s")):
            if form in UNIT_OF:
                return UNIT_OF[form]
    return None
