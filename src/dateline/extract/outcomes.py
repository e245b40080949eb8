"""words around a figure -> what happened to those counted, where the words leave no doubt.

A verb that stands directly before a count ("killing at least 48"), directly after it ("48 people were wounded") or
inside it ("48 dead") says what is counted; "the death toll has risen to 112" does so from a distance. All else is left
to the reader. Calibrated on the reading corpus: the contexts kept are right nine times in ten there.
"""

import re
from typing import Final, cast

from dateline.english.harms import AILMENT
from dateline.english.releases import LET_GO, lets_go
from dateline.extract.numerals import SCALE_WORD, SMALL_WORD
from dateline.model.mention import What

_FORMS = {
    "killed": r"kill(?:s|ed|ing)?|sho(?:ot|oting|ots|t) dead|shot and killed"
    r"|(?:shot|beaten|stabbed|hacked|burn(?:ed|t)|stoned) to death|gun(?:s|ned|ning)? down"
    r"|dead|slain|massacred|assassinated|slaughtered|beheaded|executed|hanged|murdered|martyred|deaths|fatalities|bodies",
    "died": r"dies?|died|dying|perished|drown(?:s|ed)?",
    "injured": r"injur(?:es|ed|ing|ies)|(?:shot and )?wound(?:s|ed|ing)|hurt|maim(?:s|ed|ing)|hospitali[sz]ed"
    r"|critically ill|in (?:an? )?(?:very )?(?:critical|serious|grave|stable) condition"
    r"|(?:taken|rushed|brought|transported|transferred|admitted|sent) to (?:an? |the )?(?:[\w-]+ ){0,2}hospitals?"
    r"|inflict(?:s|ed|ing)? (?:harm|injury|injuries|wounds) (?:on|upon)"
    r"|(?:suffer|experienc|sustain)(?:s|e[sd]?|ing)? (?:from )?(?:[\w-]+ ){0,2}"
    r"(?:injur(?:y|ies)|wounds|burns|suffocation|asphyxia(?:tion)?|breathing|respiratory|poisoning)",
    "affected": r"shot(?! (?:and|down|dead|to)\b)|mow(?:s|ed|ing|n) down(?! and\b)|r[au]n(?:s|ning)? over",
    "missing": r"missing|unaccounted for"
    r"|(?:ha(?:s|ve|d)(?: not|n['’]t)(?: yet)?|yet to) be(?:en)? (?:seen|heard from|accounted for)",
    "captured": r"captur(?:ed|ing)|arrest(?:s|ed|ing)|detain(?:s|ed|ing)|abduct(?:s|ed|ing)|kidnapp(?:ed|ing)|jailed"
    r"|imprisoned|in (?:custody|captivity|detention)|behind bars|captives?|(?:taken|held) (?:hostage|captive|prisoner)",
    "surrendered": r"surrender(?:ed|ing)?",
    "displaced": r"displac(?:ed|ing)|fled|flee(?:ing)?|homeless|uprooted",
    "evacuated": r"evacuat(?:ed|ing)|airlifted|rescu(?:ed|ing)",
    "arrived": r"arriv(?:ed|ing)|crossed into|poured into",
    "trapped": r"trapp(?:ed|ing)|strand(?:ed|ing)|holed up|stuck|besieged",
    "protested": r"protested|demonstrated|marched|rallied|took to the streets",
    "deployed": r"deploy(?:s|ed|ing)|dispatch(?:ed|ing)|stationed",
    "withdrawn": r"withdr(?:ew|awn|awing)|pulled out",
    "destroyed": r"destroy(?:s|ed|ing)|damag(?:ed|ing)|demolish(?:ed|ing)|flattened|razed|torched|burn(?:ed|t) down",
}
_ALL = "|".join(f"(?P<{what}>\\b(?:{forms})\\b)" for what, forms in _FORMS.items())
_IN = re.compile(
    r"(?P<killed>\b(?:dead|deaths|fatalities|bodies|killed|martyred)\b)|(?P<injured>\b(?:wounded|injured|injuries|hospitali[sz]ations)\b)"
    r"|(?P<displaced>\b(?:displaced|homeless)\b)|(?P<missing>\bmissing\b)",
    re.I,
)
_BOTH_IN = re.compile(
    r"\b(?:dead|killed)\s+(?:and|or)\s+(?:injured|wounded)|\b(?:injured|wounded)\s+(?:and|or)\s+dead", re.I
)
_VERB = re.compile(_ALL, re.I)
_AUXILIARY = re.compile(
    r"(?:\s*,)?\s+(?:(?:who|that|which)\s+)?(?:(?:were|was|are|is|have|has|had|been|being|be|also|reportedly|confirmed|still"
    r"|believed|feared|thought|estimated|known|to|gets?|got|remain(?:s|ed)?|left|found|now|all"
    r"|critically|seriously|severely|gravely|badly|lightly|slightly|(?<=\bwere\s)reported|(?<=\bwas\s)reported"
    r"|(?<=\bbeen\s)reported)\s+){0,5}$|\s*$",
    re.I,
)
_DIRECT = re.compile(r"\s+(?:(?:the|another|some|off|up|all|of|its|their|his|her)\s+){0,2}$", re.I)
_TOLL = re.compile(
    r"\b(?:death tolls?|tolls?|number of (?:dead|deaths|killed|fatalities|victims))\b[^.;]{0,160}$", re.I
)
_ARTICLE = re.compile(r"an?\s", re.I)
"""No toll is told as "a man": "the toll of the attack, in which a man drove a car into the stalls"."""
_TRANSITIVE = frozenset(_FORMS) - {"died", "arrived", "surrendered", "protested", "missing"}
_PASSIVE = re.compile(r"\b(?:were|was|been|being|be|are|is|found|left|feared|believed|reportedly)\b", re.I)
_COUNT = rf"\b(?:\d[\d,]*|{SMALL_WORD}|{SCALE_WORD}|dozens|tens|scores|hundreds|thousands|several|many)\b"
_NUMBER = re.compile(_COUNT, re.I)
_OBJECT = re.compile(
    r"\s+(?:and\s+(?:\w+ed|shot|hurt)\s+)?"
    rf"(?:(?:an?|the|its|their|his|her|at least|more|some|about|up|nearly|around)\b|{_COUNT})",
    re.I,
)
_UNDERGONE = re.compile(r"\b(?:were|was|been|being|be)\s+(?:\w+ly\s+|also\s+)?$", re.I)
_OF_ANOTHER = re.compile(rf"{_COUNT}(?:\s+[\w’'-]+){{0,2}}\s+$", re.I)
_FATES = frozenset({"killed", "died", "injured", "missing"})
_NO_VERB = frozenset({"dead", "deaths", "bodies", "fatalities"})
_HARM = r"(?:kill|wound|injur)(?:s|es|ed|ing)?"
_BOTH_FATES = re.compile(rf"\b{_HARM}(?:\s*,|\s+and|\s+or)?\s+{_HARM}$", re.I)
_LEFT = re.compile(r"\b(?:left|leaves|leaving|leave)\s+(?:(?:the|another|some|all)\s+)?$", re.I)
_STATE = re.compile(
    r"[^.;:]{0,60}?\b(?:(?P<killed>dead)|(?P<injured>injured|wounded|hurt)|(?P<displaced>homeless|displaced)"
    r"|(?P<missing>missing)|(?P<trapped>trapped|stranded|stuck))\b",
    re.I,
)
_DEATH_OF = re.compile(
    r"\b(?:deaths?|killings?|murders?|slayings?|massacre|assassination|loss) of\s+(?:the\s+)?$"
    r"|\bclaim(?:ed|ing|s) the (?:lives|life) of\s+(?:the\s+)?$",
    re.I,
)
_POPULATION_OF = re.compile(r"\bpopulations? (?:of|is|was)\s+$", re.I)
_TOWN_OF = re.compile(
    r"\b(?:town|city|village|island|suburb|district|province|country|nation|community)s? of\s+$", re.I
)
_HOLDS = re.compile(r"\b(?:hous|host|shelter|accommodat)(?:es|ed|s|ing)\s+$|\bhome to\s+$", re.I)
_PASSIVES = r"(?:were|was|are|is|have been|had been|has been)\s+(?:also\s+|still\s+|now\s+)?$"
_NO_VERB_IN = r"(?:(?!\b(?:were|was|are|is|have|has|had|said|says|will|would)\b)[^,.;:])"
_FROM = re.compile(
    rf"\s+(?:from|of|in|at)\s+{_NO_VERB_IN}{{1,60}}?\s+{_PASSIVES}"
    rf"|\s*,\s+(?:including|among them|mostly|most of them|many of them)\s+[^,.;:]{{1,60}},\s+{_PASSIVES}",
    re.I,
)
"""What may stand between the counted and a passive: where they come from, who is among them. Behind a verb it is of
others: "rescuers in Umza are trying to reach a boy who is trapped"."""
_ALIVE = re.compile(
    r"(?:\s*,)?\s+(?:(?:who|that)\s+)?(?:(?:were|was|are|is|have|has|had|been|be|also|reportedly|still|all|found|remain(?:s|ed)?"
    r"|came|got|escape[ds]?|walked|away)\s+){0,5}(?:alive|unhurt|unharmed|uninjured|unscathed|survived"
    r"|safe(?: and (?:well|sound))?(?=\s*(?:[.,;:)–—]|$|(?:and|but|in|at|after)\b)))\b",
    re.I,
)
"""Who lives is neither dead nor hurt."""
_BROUGHT_OUT = re.compile(
    r"\b(?:pull|rescu|sav|dug|digging|bring|brought|carr|recover|free|lift|evacuat)\w*(?: out)?\s+$", re.I
)
"""Words in front of those whom somebody brings out alive."""
_SOUGHT_BY_RESCUERS = re.compile(
    r"\b(?:rescu\w+|divers?|coast ?guards?|lifeguards?|firefighters?|survivors?)\b[^.;:]{0,50}?"
    r"\b(?:search|look|dig)(?:s|ed|ged|ing|ging)? for\s+(?:the\s+|another\s+|some\s+)?$",
    re.I,
)
"""Whom rescuers look for; whom the police look for may have fled."""
_ATTEMPT = re.compile(
    r"\b(?:(?:committed|dedicated|devoted|closer?) to|without|not|instead of"
    r"|(?:bids?|hopes?|plans?|efforts?|attempts?|chances?|aims?) (?:of|at|for))\s+$",
    re.I,
)
"""Words in front of a rescue that is only meant: "committed to rescuing the 218"."""
_AID_FOR = re.compile(
    r"\b(?:suppl(?:y|ies)|food|meals|rations|water|medicines?|drugs|tents|beds|blankets|kits|aid) for\s+$",
    re.I,
)
"""Whom aid is meant for: "enough beds for about 250 wounded" wounds nobody."""
_HARM_TO = re.compile(
    rf"\bcaus(?:e[sd]?|ing)\s+(?:[\w-]+\s+){{0,2}}?{AILMENT}(?:\s+and\s+(?!deaths?\b)[\w-]+)?(?:\s+cases)?"
    r"\s+(?:for|to|on|among|in)\s+(?:the\s+)?$",
    re.I,
)
"""Whom something harms short of death: "caused burns to six bakers"."""
_REACH = 60
"""Characters after a figure in which its verb may stand."""


def what_of(text: str, start: int, end: int) -> What | None:
    """What happened to those counted in `text[start:end]`, a sentence's words; None where they do not settle it."""
    return _beside(text, start, end) or ("killed" if _is_behind_toll(text, start) else None)


def is_of_toll(text: str, start: int, end: int) -> bool:
    """Whether only a toll told before a figure, and before another count, makes dead of those counted, and no word
    beside them."""
    toll = _TOLL.search(text, 0, start)
    return toll is not None and bool(_NUMBER.search(text, toll.start(), start)) and _beside(text, start, end) is None


def _is_behind_toll(text: str, start: int) -> bool:
    """Whether a toll is told before a figure, however far."""
    return bool(_TOLL.search(text, 0, start)) and not _ARTICLE.match(text, start)


def _beside(text: str, start: int, end: int) -> What | None:
    if _BOTH_IN.search(text, start, end):
        return "affected"
    before = text[max(0, start - _REACH) : start]
    if _AID_FOR.search(before):
        return "aid"
    if _HARM_TO.search(before):
        return "injured"
    inside = _IN.search(text, start, end)
    if inside:
        both = inside.end() == end and _TWO_FATES.match(text, end)
        return "affected" if both else _fate(text, inside)
    if _ALIVE.match(text, end) and not _BROUGHT_OUT.search(before):
        return "other"
    if _SOUGHT_BY_RESCUERS.search(before):
        return "missing"
    if _POPULATION_OF.search(before):
        return "population"
    verb = None
    for match in _VERB.finditer(before):
        verb = match
    told = _after(text, end, before)
    if verb is not None and _DIRECT.fullmatch(before, verb.end()) and not _is_of_another(before, verb, told):
        if _BOTH_FATES.search(before, 0, verb.end()):
            return "affected"
        if verb.lastgroup == "evacuated" and _ATTEMPT.search(before, 0, verb.start()):
            return told or "other"
        if verb.lastgroup in _TRANSITIVE and verb.group().lower() not in _NO_VERB:
            return cast(What, verb.lastgroup)
    if told is not None:
        return "other" if told == "captured" and lets_go(before) else told
    if _DEATH_OF.search(before):
        return "killed"
    if _HOLDS.search(before):
        return "present"
    if _TOWN_OF.search(before):
        return "population"
    return None


def _is_of_another(before: str, verb: re.Match[str], told: What | None) -> bool:
    """Whether a verb directly before a count tells the fate of those counted before it, as headlines run on: a passive
    takes no object ("12 were killed 25 were hurt"), nor does a participle where the next count has one of its own
    ("12 bakers killed 25 hurt"); and who is "shot" may be dead by the words behind."""
    if told in _FATES and verb.lastgroup == "affected":
        return True
    if verb.group().lower().endswith("ing"):
        return False
    if _UNDERGONE.search(before, 0, verb.start()):
        return True
    return told in _FATES and told != verb.lastgroup and bool(_OF_ANOTHER.search(before, 0, verb.start()))


def _after(text: str, end: int, before: str) -> What | None:
    """What the words after the figure say: the verb that stands next to it, else in which state they were left."""
    told = _next_verb(text, end)
    state = _STATE.match(text, end) if told is None and _LEFT.search(before) else None
    return told if state is None else cast(What, state.lastgroup)


def _next_verb(text: str, end: int) -> What | None:
    """What the first verb behind the figure says of it, where nothing but an auxiliary parts the two."""
    for verb in _VERB.finditer(text, end, min(len(text), end + _REACH + 30)):
        linked = _FROM.fullmatch(text, end, verb.start()) or (
            verb.start() <= end + _REACH and _AUXILIARY.fullmatch(text, end, verb.start())
        )
        if not linked or _acts(text, end, verb):
            return None
        if _TWO_FATES.match(text, verb.end()):
            return "affected"
        described = _RELATIVE.match(text, end, verb.start()) or not _PASSIVE.search(text, end, verb.start())
        later = later_fate(text, verb.end()) if described and verb.lastgroup not in _OF_DEATH else None
        if later is not None and (later != "other" or verb.lastgroup == "captured"):
            return later
        return _fate(text, verb)
    return None


def _fate(text: str, verb: re.Match[str]) -> What:
    """What a verb says; who died in an attack was killed, and who is taken to hospital with an illness is not hurt."""
    if verb.lastgroup == "injured" and _CARE.search(verb.group()) and _ILL.search(text) and not _HURT.search(text):
        return "affected"
    killed = verb.lastgroup == "died" and _IN_ATTACK.match(text, verb.end())
    return "killed" if killed else cast(What, verb.lastgroup)


def later_fate(text: str, at: int) -> What | None:
    """What befell those whom a participle that ends at `at` only describes, by the finite verb of its clause: "nine
    bakers detained in May were hanged"; those let go are held no more ("other")."""
    if (finite := _FINITE.match(text, at)) is None:
        return None
    if _LET_GO.match(text, finite.end()):
        return "other"
    verb = _VERB.match(text, finite.end())
    return None if verb is None else _fate(text, verb)


_CARE: Final = re.compile(r"hospital|condition|breathing|respiratory|poisoning", re.I)
_ILL: Final = re.compile(
    r"\b(?:influenza|flu|virus\w*|infect\w*|symptoms?|diseases?|epidemic|pandemic|outbreaks?|cholera|ebola|measles|fever"
    r"|pneumonia|covid\S*|coronavirus|food poisoning|illness(?:es)?|diarrh\w*)\b",
    re.I,
)
_HURT: Final = re.compile(r"\b(?:injur|wound|burn|crash|blast|explo|attack|shot|shoot)\w*", re.I)
_OF_DEATH: Final = frozenset({"killed", "died"})
"""The dead suffer nothing more: "nine bakers killed in the raid were moved"."""
_RELATIVE: Final = re.compile(r",?\s+(?:who|that|which)\b", re.I)
_DURATION: Final = rf"(?:more than\s+|over\s+|about\s+)?{_COUNT}\s+(?:year|month|week|day|hour)s?\b"
_FINITE: Final = re.compile(
    rf"(?:\s+(?:{_DURATION}|(?!(?:who|that|which|whom|whose|when|as|while|where|and|but|because|if|although|{_COUNT})\b)"
    r"[^\s,.;:()“”\"]+)){0,16}?\s+(?:were|are|have|had|was|has|is)\s+"
    r"(?:(?:since|later|also|now|all|then|been|already|reportedly|to be|being|\w+ly)\s+){0,4}"
    r"(?=[a-z])",
    re.I,
)
"""The rest of a phrase up to the verb of its clause: no other clause and no other count stands between."""
_LET_GO: Final = re.compile(rf"{LET_GO}\b", re.I)


_IN_ATTACK = re.compile(
    r"\s+(?:in|during|after|from)\s+(?:an?|the|two|several)\s+(?:[\w-]+\s+){0,3}?"
    r"(?:attacks?|bombings?|blasts?|explosions?|shootings?|air ?strikes?|strikes?|clash\w*|gun\w+|assault|fighting"
    r"|raids?|shelling|massacre)\b",
    re.I,
)
_NEXT_COUNT = re.compile(
    rf"\s+(?:and\s+)?(?:at least\s+|over\s+|some\s+)?{_COUNT}(?:\s+[\w’'-]+)?\s+(?:killed|injured|wounded|hurt)\b"
    rf"(?!\s+(?:[a-z]+\s+){{0,2}}{_COUNT})",
    re.I,
)
_OTHERS = re.compile(
    r"\b(?:dead|killed|slain|injured|wounded|hurt|missing)(?:,|,?\s+and)\s+(?:\S+\s+){1,4}(?:others|more)$", re.I
)
"""Others than those whose fate stands just before share in it, whatever runs on behind theirs: "two dead and eight
others injured the guild said"."""
_TWO_FATES = re.compile(
    rf"(?:\s*[,/]|\s+and|\s+or)?\s+(?:wounded|injured|killed)\b(?!\s+(?:[a-z]+\s+){{0,2}}{_COUNT})", re.I
)


def _acts(text: str, end: int, verb: re.Match[str]) -> bool:
    """Whether those counted did it to somebody ("two strikes destroyed a bridge"), and it is not the next count that
    follows with a fate of its own ("12 killed dozens hurt")."""
    if (
        verb.lastgroup not in _TRANSITIVE
        or verb.group().lower() in _NO_VERB
        or _PASSIVE.search(text, end, verb.start())
    ):
        return False
    if _OTHERS.search(text, max(0, end - _REACH), end):
        return False
    return bool(_OBJECT.match(text, verb.end())) and not _NEXT_COUNT.match(text, verb.end())


_RUNS_OFF = re.compile(
    r"(?:\s+(?:who|that|had|have|all|then|just|initially|started|began|frantically))*"
    r"\s+(?:r[au]n|running|jump(?:ed|ing)?|leap(?:ed|t|ing)?|div(?:ed?|ing)|rush(?:ed|ing)|dash(?:ed|ing)|sprint(?:ed|ing)"
    r"|scrambl(?:ed|ing)|duck(?:ed|ing)|threw themselves|throwing themselves)\b",
    re.I,
)


def runs_off(text: str, end: int) -> bool:
    """Whether those counted only ran or jumped aside: who leaves a place of danger on foot is not displaced."""
    return bool(_RUNS_OFF.match(text, end))
