"""nouns.csv, countries.csv, given_names.csv and the model's bodies -> what words say about people and bodies.

The tables are this project's own, from open knowledge: country names, demonyms and capitals; nouns for people, bodies
and places; given names that tell a gender.
"""

import csv
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal

from dateline.english.bodies import bodies
from dateline.model import EntityType, Record
from dateline.resolve.entities.fold import fold

NounClass = Literal[
    "office", "person", "people", "band", "body", "press", "town", "area", "country", "water", "site", "text"
]
Gender = Literal["m", "f", ""]

PERSONS = frozenset({"office", "person"})
GROUPS = frozenset({"people", "band", "body", "press"})
PLACES = frozenset({"town", "area", "country", "water", "site"})


class Noun(Record, frozen=True):
    """A common noun that heads descriptions. `lemma`: the form it is compared under; `plural`: it names several."""

    lemma: str
    kind: NounClass
    gender: Gender
    plural: bool


class Known(Record, frozen=True):
    """A name in the tables. `key`: the folded name of the thing it stands for; `demonym`: "Syrian", "Syrians",
    "Kurds": a people, never an armed group."""

    key: str
    name: str
    type: EntityType
    demonym: bool = False
    country: str | None = None


def rows(name: str) -> Iterable[dict[str, str]]:
    """The rows of one of the tables."""
    text = files("dateline.resolve.entities").joinpath(name).read_text("utf-8")
    return csv.DictReader(text.splitlines())


@cache
def nouns() -> dict[str, Noun]:
    """Every noun in its singular and plural, by its lower-case form."""
    found: dict[str, Noun] = {}
    for row in rows("nouns.csv"):
        kind: NounClass = row["class"]  # type: ignore[assignment]
        gender: Gender = row["gender"]  # type: ignore[assignment]
        word = row["noun"]
        many = kind in ("people", "band") and word.endswith(("s", "men", "ren", "people"))
        found[word] = Noun(lemma=lemma(word) if many else word, kind=kind, gender=gender, plural=many)
        if kind in PERSONS:
            for plural in plurals(word):
                found.setdefault(plural, Noun(lemma=word, kind="people", gender=gender, plural=True))
        elif kind in PLACES:
            for plural in plurals(word):
                found.setdefault(plural, Noun(lemma=word, kind=kind, gender="", plural=True))
    for spoken in ("spokesman", "spokeswoman"):
        found[spoken] = Noun(lemma="spokesperson", kind="office", gender=found[spoken].gender, plural=False)
    return found


def plurals(word: str) -> tuple[str, ...]:
    """The plurals of a noun."""
    if word.endswith("man"):
        return (word[:-3] + "men",)
    if word.endswith("person"):
        return (word[:-6] + "people", word + "s")
    if word.endswith("child"):
        return (word + "ren",)
    if word.endswith("y") and word[-2] not in "aeiou":
        return (word[:-1] + "ies",)
    if word.endswith(("s", "sh", "ch", "x")):
        return (word + "es",)
    return (word + "s",)


@lru_cache(maxsize=4096)
def lemma(word: str) -> str:
    """The singular under which two plurals are compared; a word that has none stays."""
    if word.endswith("men"):
        return word[:-3] + "man"
    if word in ("people", "children"):
        return {"people": "people", "children": "child"}[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith(("ss", "us")) and len(word) > 3:
        return word[:-1]
    return word


@cache
def countries() -> dict[str, tuple[str, tuple[str, ...]]]:
    """Name and capitals of each country, by its ISO 3166-1 code."""
    return {r["iso"]: (r["name"], tuple(filter(None, r["capitals"].split(";")))) for r in rows("countries.csv")}


@cache
def known_names() -> dict[str, Known]:
    """Names of the tables as printed: exactly, and folded for those of five letters and more."""
    found: dict[str, Known] = {}

    def add(text: str, known: Known) -> None:
        found.setdefault(text, known)
        if len(text) >= 5:
            found.setdefault(fold(text), known)

    for row in rows("countries.csv"):
        thing = Known(key=fold(row["name"]), name=row["name"], type="place", country=row["iso"])
        for text in (row["name"], *filter(None, row["aliases"].split(";"))):
            add(text, thing)
            add(text.upper(), thing)
        demonym = Known(key=thing.key, name=thing.name, type="place", country=row["iso"], demonym=True)
        for text in filter(None, row["demonyms"].split(";")):
            add(text, demonym)
            add(text.upper(), demonym)
    for body in bodies():
        people = body.type == "people"
        kind: EntityType = "group" if people else body.type  # type: ignore[assignment]
        for text in body.names:
            add(text, Known(key=fold(body.name), name=body.name, type=kind, demonym=people))
    return found


@cache
def demonyms() -> frozenset[str]:
    """Folded adjectives and nouns of peoples."""
    return frozenset(fold(text) for text, known in known_names().items() if known.demonym)


@cache
def capitals() -> dict[str, str]:
    """The ISO code of a country by its folded capital."""
    return {fold(c): iso for iso, (_, towns) in countries().items() for c in towns}


@cache
def gender_of_name() -> dict[str, Gender]:
    """The gender that a folded given name tells."""
    found: dict[str, Gender] = {}
    for row in rows("given_names.csv"):
        for name in row["names"].split():
            found[fold(name)] = row["gender"]  # type: ignore[assignment]
    return found


TITLES: dict[str, Gender] = {
    "mr": "m", "mister": "m", "sir": "m", "lord": "m", "king": "m", "prince": "m", "sheikh": "m", "sheik": "m",
    "ayatollah": "m", "imam": "m", "mullah": "m", "mrs": "f", "ms": "f", "miss": "f", "madam": "f", "dame": "f",
    "queen": "f", "princess": "f", "lady": "f", "dr": "", "doctor": "", "prof": "", "professor": "", "president": "",
    "premier": "", "chancellor": "", "senator": "", "sen": "", "rep": "", "gov": "", "governor": "", "mayor": "",
    "general": "", "gen": "", "lt": "", "lieutenant": "", "col": "", "colonel": "", "maj": "", "major": "", "brig": "",
    "brigadier": "", "capt": "", "captain": "", "sgt": "", "sergeant": "", "cmdr": "", "commander": "", "adm": "",
    "admiral": "", "judge": "", "justice": "", "pope": "m", "father": "m", "sister": "f", "brother": "m", "saint": "",
    "rev": "", "bishop": "", "archbishop": "", "cardinal": "m", "ambassador": "", "secretary": "", "minister": "",
    "rear": "", "vice": "", "deputy": "", "staff": "", "sargeant": "",
}  # fmt: skip
"""Words before a person's name, with the gender they tell."""

SITE_WORDS = frozenset(
    "airport airbase base camp consulate embassy hospital clinic school mosque church cathedral temple "
    "synagogue shrine monastery prison jail hotel station stadium bridge dam crossing checkpoint garage "
    "square museum tower building headquarters market mall theatre theater palace port factory plant "
    "refinery university college barracks centre center terminal airfield cemetery house club pipeline".split()
)
"""Last words of names that make a place a facility."""
