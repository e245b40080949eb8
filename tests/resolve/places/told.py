"""Sentences with bracketed places -> toponyms, as the entity room would hand them over."""

import re
from collections import defaultdict
from functools import cache

from dateline.model import Place
from dateline.resolve.places import Context, Gazetteer, Setting, Sighting, Toponym, fold_name, resolve_places

_BRACKET = re.compile(r"\[([^\]|]+)(?:\|(facility|described))?\]")


@cache
def gazetteer() -> Gazetteer:
    return Gazetteer.open()


def toponyms(*sentences: str, report: str = "r1") -> list[Toponym]:
    """One toponym a distinct name: "Floods hit [Sabha]." `|facility` and `|described` say what it is."""
    seen: defaultdict[str, list[Sighting]] = defaultdict(list)
    names: dict[str, tuple[str, str | None]] = {}
    for written in sentences:
        plain, spots, at = "", [], 0
        for found in _BRACKET.finditer(written):
            plain += written[at : found.start()]
            spots.append((len(plain), found[1], found[2]))
            plain, at = plain + found[1], found.end()
        plain += written[at:]
        for start, name, kind in spots:
            form = "nominal" if kind == "described" else "name"
            names.setdefault(fold_name(name), (name, kind))
            seen[fold_name(name)].append(
                Sighting(report=report, sentence=plain, start=start, end=start + len(name), form=form)
            )
    return [
        Toponym(entity=name, name=name, facility=kind is not None, sightings=tuple(seen[key]))
        for key, (name, kind) in names.items()
    ]


def placed(
    *sentences: str, dateline: str | None = None, outlet: str | None = None, url: str | None = None
) -> dict[str, Place]:
    """The places of one report by name."""
    context = Context(settings=(Setting(report="r1", dateline=dateline, outlet=outlet, url=url),))
    return resolve_places(toponyms(*sentences), context, gazetteer())
