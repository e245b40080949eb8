"""Part -> words: what of the account was asked for, as the first line of what is handed over says it."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date

from dateline.english.calendar import MONTHS
from dateline.model import Account
from dateline.model.edtf import bounds, precision
from dateline.tell.filters import Part
from dateline.tell.wording import counted, say_day, say_days, say_number

LONGEST_NAME = 40
"""Letters of a title in a file name."""


def say_part(account: Account) -> str:
    """`Only what is told of 16 April 2017: nine of 21 sentences of the brief, from an account of 16 reports.` Empty for
    the whole account of a situation."""
    what = ", ".join(_asked(account)) if isinstance(account, Part) else ""
    if not isinstance(account, Part) or not what:
        return ""
    kept = say_number(len(account.brief)) if account.brief else "none"
    of = f"{kept} of {counted(account.sentences, 'sentence')} of the brief"
    return f"Only what is told {what}: {of}, from an account of {counted(len(account.reports), 'report')}."


def _asked(part: Part) -> Iterator[str]:
    asked, names = part.chosen, {e.id: e.name for e in part.entities}
    if asked.since or asked.until:
        yield f"of {_say_days(asked.since, asked.until)}"
    if asked.place:
        yield f"of {names.get(asked.place, asked.place)}"
    if asked.kind:
        yield f"of the kind “{asked.kind.replace('_', ' ')}”"
    if asked.actor:
        yield f"with {names.get(asked.actor, asked.actor)} as a party"
    if asked.voice:
        yield f"according to {names.get(asked.voice, asked.voice)}"
    if asked.origin:
        yield f"in the reports of one original ({'; '.join(_outlets(part, asked.origin))})"
    if asked.grade:
        yield f"as {asked.grade.replace('_', ' ')}"


def _say_days(since: str | None, until: str | None) -> str:
    first, last = bounds(since), bounds(until)
    if since == until and first is not None:
        month = f"{MONTHS[first[0].month - 1]} {first[0].year}"
        return {"year": str(first[0].year), "month": month}.get(precision(since) or "", say_days(first))
    if first is None or last is None:
        day = first[0] if first else last[1] if last else date.min
        return f"the time {'since' if first else 'until'} {say_day(day)}"
    return say_days((first[0], last[1]))


def _outlets(part: Part, origin: str) -> list[str]:
    return list(dict.fromkeys(r.outlet or "outlet unknown" for r in part.reports if r.origin == origin))


def name_file(account: Account, title: str, form: str, suffix: str) -> str:
    """`rashidin-2017-04-16-brief.docx`: the situation, the days or that it is a part, and the form."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    words = "-".join(re.findall(r"[a-z0-9]+", plain))[:LONGEST_NAME].strip("-") or "situation"
    asked = account.chosen.asked if isinstance(account, Part) else {}
    since, until = asked.pop("since", None), asked.pop("until", None)
    days = f"{since}_{until}" if since and until else f"since-{since}" if since else f"until-{until}" if until else ""
    parts = (words, since if since and since == until else days, "part" if asked else "")
    return "-".join(filter(None, (*parts, f"-{form}".removesuffix(f"-{suffix[1:]}")[1:]))) + suffix
