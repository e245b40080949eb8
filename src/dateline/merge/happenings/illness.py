"""event -> the illness that an outbreak is of, by its name and its strain: “bird flu” and “swine flu” are two."""

import re

from dateline.model import Event

NAMED = re.compile(
    r"\b(?:(?P<flu>(?i:swine|pig|bird|avian|horse|equine|dog|canine|seasonal|winter|ordinary)"
    r"|[A-Z][a-z]+(?:an|ish|ese)|Hong Kong) (?i:flu|influenza)\b(?! (?:cases?|patients?|victims?|deaths?|toll))"
    r"|(?P<strain>H\d{1,2}N\d{1,2})\b"
    r"|(?P<name>(?i:ebola|cholera|measles|rubella|mumps|polio|typhoid|typhus|malaria|dengue|zika|sars|mers|anthrax"
    r"|plague|rabies|meningitis|tuberculosis|diphtheria|smallpox|chickenpox|mpox|covid|yellow fever|lassa fever|marburg"
    r"|norovirus|listeria|salmonella|bse|foot[- ]and[- ]mouth))\b)"
)
"""“Avian influenza”, “the Hong Kong flu”, “H5N1”, “cholera”; “Mexican flu patients” are patients in Mexico."""

ONE = {
    "avian": "bird",
    "pig": "swine",
    "equine": "horse",
    "canine": "dog",
    "winter": "seasonal",
    "ordinary": "seasonal",
}
"""Two words for one kind of flu."""

JOINT = re.compile(
    r"(?i)[.,;:()“”\"]|\b(?:and|or|but|nor|not|than|from|with|like|unlike|as|by|to|for|in|on|that|which|who|whether|if"
    r"|is|are|was|were|has|have|had|may|might|could|can|will|would|said|says)\b"
)
"""What parts the words of one noun from those of others."""

FOLLOWING = re.compile(r"(?: \w+)?")
"""The word right behind a trigger, or none."""
OF = re.compile(r"(?i)\s+(?:\w+\s+)?of\s")
REACH = 60
"""Code points on either side of a trigger in which the words of its noun stand."""


def illness_of(event: Event, text: str) -> frozenset[str]:
    """The names of the illness in the words that go with the trigger of a hazard, or in the sentence of a death; none
    where they do not say. `text`: the report's."""
    if event.kind == "death":
        return frozenset(_name(found) for found in NAMED.finditer(text, event.sentence.start, event.sentence.end))
    if event.kind != "hazard":
        return frozenset()
    before = text[max(event.sentence.start, event.trigger.start - REACH) : event.trigger.start]
    behind = text[event.trigger.end : min(event.sentence.end, event.trigger.end + REACH)]
    noun = JOINT.split(before)[-1] + event.trigger.text
    of = JOINT.split(behind, maxsplit=1)[0] if OF.match(behind) else ""
    return frozenset(_name(found) for found in NAMED.finditer(noun + (of or FOLLOWING.findall(behind)[0])))


def _name(found: re.Match[str]) -> str:
    """The one name of what was found."""
    word = (found["flu"] or found["strain"] or found["name"]).casefold()
    return ONE.get(word, word)


def two_illnesses(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two bear other names, or are of other strains; a name says nothing of a strain."""
    return any(
        bool(one and two) and one.isdisjoint(two)
        for one, two in (({n for n in side if _is_strain(n) == kind} for side in (a, b)) for kind in (True, False))
    )


def _is_strain(name: str) -> bool:
    return any(c.isdigit() for c in name)
