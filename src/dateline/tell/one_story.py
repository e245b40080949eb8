"""Account -> the account of one of its stories."""

from msgspec.structs import replace

from dateline.model import Account


def of_story(account: Account, story: str) -> Account:
    """What the account holds of one story, with nothing of the others; empty where it has no such story."""
    reports = {r.id for r in account.reports if r.story == story}
    mentions = {e.id: tuple(m for m in e.mentions if m.report in reports) for e in account.entities}
    return Account(
        reports=tuple(r for r in account.reports if r.id in reports),
        origins=tuple(o for o in account.origins if not reports.isdisjoint(o.reports)),
        stories=tuple(s for s in account.stories if s.id == story),
        entities=tuple(replace(e, mentions=mentions[e.id]) for e in account.entities if mentions[e.id]),
        candidates=tuple(c for c in account.candidates if mentions.get(c.a) and mentions.get(c.b)),
        places=tuple(p for p in account.places if mentions.get(p.entity)),
        times=tuple(t for t in account.times if t.report in reports),
        claims=tuple(c for c in account.claims if c.report in reports),
        figures=tuple(f for f in account.figures if f.report in reports),
        events=tuple(e for e in account.events if e.report in reports),
        happenings=tuple(h for h in account.happenings if h.story == story),
        series=tuple(s for s in account.series if s.story == story),
        contradictions=tuple(c for c in account.contradictions if c.story == story),
        timeline=tuple(t for t in account.timeline if t.story == story),
        brief=tuple(b for b in account.brief if b.story == story),
        issues=tuple(i for i in account.issues if i.report in reports),
    )
