"""Page, Phrase -> whose government "the government" or "the regime" is: of the country whose government was spoken of
last, else of the one that the report is about; of no country that the report tells of as its ally or as striking it.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from dateline.resolve.entities.lexicon import TITLES
from dateline.resolve.entities.page import Mention, Page
from dateline.resolve.entities.phrases import Phrase

GOVERNMENT = frozenset({"government", "regime"})
GOVERNMENT_OF = "government of "
"""How the key of a country's government begins."""
MOST = 3
"""Mentions of a country from which on a report may be about it."""
_THE_GOVERNMENT = r"(?:the\s+)?(?:government|regime)\b"
ALLY_OF = re.compile(
    r"(?:['’]s)?,?\s+(?:(?:an?|the|its|main|key|close|staunch)\s+)*(?:(?:forces|troops|military|army|navy|jets|warplanes)"
    rf"\s+)?(?:all(?:y|ies)\s+of|allied\s+(?:with|to)|back(?:er|ers)\s+of)\s+{_THE_GOVERNMENT}"
    rf"|-backed\s+{_THE_GOVERNMENT}"
    r"|(?:-led)?(?:\s+coalition(?:['’]?s)?)?\s+(?:air\s?strikes?|bombings?|bombardments?)\s+(?:on|against|of)\s+"
    rf"{_THE_GOVERNMENT}",
    re.IGNORECASE,
)
"""Behind the name of a country: it helps or strikes the government that is meant, and so has another."""
ITS_ALLY = re.compile(r"\b(?:government|regime)(?:['’]s)?\s+(?:\w+\s+)?(?:all(?:y|ies)|backers?)\s+$")
"""Before it: "regime ally "."""
_OFFICE = (
    r"(?:President|Prime Minister|Premier|Chancellor|King|Emir|Sultan|president|prime minister|premier|chancellor|king"
    r"|leader|ruler|dictator|strongman)\s+"
)
LEADS = re.compile(rf"(?:['’]?s)?\s+(?:[a-z]+\s+)?{_OFFICE}")
"""What stands between a country or its people and who leads it."""
OFFICE, OFFICE_BEFORE = re.compile(_OFFICE), re.compile(rf"{_OFFICE}$")
"""The title of who leads the country that a report is about, which it need not name there."""


def focus_of(page: Page, names: Sequence[Mention]) -> str | None:
    """The key of the country whose government a report can mean without saying so: more than half of its mentions of
    countries, three at least; none that it names as another's ally."""
    counts = Counter(n.known.key for n in names if n.known and n.known.country and n.known.type == "place")
    if not counts:
        return None
    key, count = min(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    if count < MOST or count * 2 <= sum(counts.values()):
        return None
    own = (n for n in names if n.known and n.known.key == key)
    return None if any(is_beside_another(page, n) for n in own) else key


def is_beside_another(page: Page, name: Mention) -> bool:
    """Whether the words around a country's name set it beside "the government": "regime ally Russia"."""
    return bool(ALLY_OF.match(page.text, name.end) or ITS_ALLY.search(page.before(name.start)))


def led_by(pages: Sequence[Page], names: Sequence[Sequence[Mention]]) -> dict[str, str]:
    """The key of the country that the reports of a story say somebody leads, by his last name: "Ruritanian President
    Rana Odeh"; who has such a title and nowhere a country beside it leads the one that his report is about."""
    told, titled = defaultdict[str, set[str]](set), defaultdict[str, set[str]](set)
    for page, mentions in zip(pages, names, strict=True):
        persons = {n.start: n for n in mentions if n.type == "person" and n.key}
        for n in mentions:
            country = n.known is not None and n.known.country is not None and n.known.type == "place"
            led = LEADS.match(page.text, n.end) if country else None
            if led is not None and led.end() in persons and n.known is not None:
                told[last_name(persons[led.end()])].add(n.known.key)
        if (focus := focus_of(page, mentions)) is not None:
            for n in persons.values():
                if OFFICE.match(n.text) or OFFICE_BEFORE.search(page.before(n.start)):
                    titled[last_name(n)].add(focus)
    return {name: keys.pop() for name, keys in {**titled, **told}.items() if len(keys) == 1}


def last_name(person: Mention) -> str:
    """The last word of a person's name."""
    return person.key.split()[-1]


def government_key(
    page: Page, phrase: Phrase, leaders: Mapping[str, str], governed: str | None, focus: str | None
) -> str | None:
    """The key of the government that a description is of; null where it does not tell. `leaders`: who leads which
    country; `governed`: the country whose government was spoken of last."""
    if phrase.head not in GOVERNMENT or phrase.noun is None or phrase.plural or phrase.joined:
        return None
    own = (n for n in phrase.names if not page.text.startswith("-", n.end))  # the "Ruritanian-backed" one is another's
    countries = {n.known.key for n in own if n.known and n.known.country}
    country = countries.pop() if len(countries) == 1 else None
    led = all(n.type == "person" for n in phrase.names)
    if country is None and led and phrase.definite is not False and not set(phrase.modifiers) - TITLES.keys():
        country = leaders.get(last_name(phrase.names[0])) if phrase.names else governed or focus
    return f"{GOVERNMENT_OF}{country}" if country is not None else None
