"""Account × filter -> the part of the account that rests on it; ids and order stay."""

import msgspec

from dateline.model import Account, Claim, Event, Figure, Record


class Filter(Record, frozen=True):
    """What to keep; None keeps all. `since`, `until`: EDTF days of an event or figure, compared as text. `voice`,
    `place`, `actor`: entity ids. `kind`: an event kind. `origin`: an origin id."""

    since: str | None = None
    until: str | None = None
    voice: str | None = None
    place: str | None = None
    actor: str | None = None
    kind: str | None = None
    origin: str | None = None

    def empty(self) -> bool:
        """Whether it keeps everything."""
        return all(value is None for value in msgspec.structs.astuple(self))


def narrow(account: Account, wanted: Filter) -> Account:
    """The account with the claims, figures and events that fit, and what is made of them."""
    if wanted.empty():
        return account
    origin_of = {r.id: r.origin for r in account.reports}
    voice_of = {c.id: c.source.entity if c.source else None for c in account.claims}

    def here(report: str) -> bool:
        return wanted.origin is None or origin_of.get(report) == wanted.origin

    def claim_fits(claim: Claim) -> bool:
        by_voice = wanted.voice is None or voice_of[claim.id] == wanted.voice
        return here(claim.report) and by_voice and wanted.place is None and wanted.kind is None and wanted.actor is None

    def figure_fits(figure: Figure) -> bool:
        return (
            here(figure.report)
            and (wanted.voice is None or figure.source == wanted.voice)
            and (wanted.place is None or figure.place == wanted.place)
            and wanted.kind is None
            and wanted.actor is None
            and in_days(figure.time, wanted)
        )

    def event_fits(event: Event) -> bool:
        roles = {role.entity for role in (event.actor, event.target) if role is not None}
        return (
            here(event.report)
            and (wanted.voice is None or voice_of.get(event.claim or "") == wanted.voice)
            and (wanted.place is None or event.place == wanted.place)
            and (wanted.kind is None or event.kind == wanted.kind)
            and (wanted.actor is None or wanted.actor in roles)
            and in_days(event.time, wanted)
        )

    claims = tuple(c for c in account.claims if claim_fits(c))
    figures = tuple(f for f in account.figures if figure_fits(f))
    events = tuple(e for e in account.events if event_fits(e))
    kept = {x.id for part in (claims, figures, events) for x in part}
    happenings = tuple(h for h in account.happenings if kept & set(h.events))
    told = {h.id for h in happenings}
    return msgspec.structs.replace(
        account,
        claims=claims,
        figures=figures,
        events=events,
        happenings=happenings,
        series=tuple(s for s in account.series if kept & set(s.members)),
        contradictions=tuple(c for c in account.contradictions if {c.a.id, c.b.id} & kept),
        timeline=tuple(t for t in account.timeline if t.happening in told),
        brief=tuple(b for b in account.brief if set(b.refs) & (told | kept)),
    )


def in_days(value: str | None, wanted: Filter) -> bool:
    """Whether an EDTF value touches the days asked for; what is undated does not, once days are asked for."""
    if wanted.since is None and wanted.until is None:
        return True
    if value is None:
        return False
    start, _, end = value.partition("/")
    first, last = start.rstrip("~?%"), (end or start).rstrip("~?%")
    first, last = ("" if first == ".." else first), (first if last in ("", "..") else last)
    return not (wanted.until is not None and first > wanted.until + "~") and not (
        wanted.since is not None and last[: len(wanted.since)] < wanted.since[: len(last)]
    )
