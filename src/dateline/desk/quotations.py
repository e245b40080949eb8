"""Records of an account -> quotations: what it says, in whose voice, of which day and place."""

from dateline.model import Account, Claim, Entity, Event, Figure, Record, Ref, Side


class Quoted(Record, frozen=True):
    """A record and the words it was read in, as one side of a question."""

    ref: Ref
    says: str
    voice: str
    about: str
    place: str


class Quotations:
    """The records of one account as quotations."""

    def __init__(self, account: Account) -> None:
        self.names = {e.id: e.name for e in account.entities}
        self.figures = {f.id: f for f in account.figures}
        self.claims = {c.id: c for c in account.claims}
        self.events = {e.id: e for e in account.events}

    def side(self, side: Side, why: str = "") -> Quoted | None:
        """One side of a contradiction; of a numeric one the figure of the claim or event that `why` speaks of."""
        if why and side.type != "figure":
            event = self.events.get(side.id)
            given = [f for f in self.figures.values() if f.claim == side.id or (event and f.id in event.figures)]
            if given:
                return self.figure(next((f for f in given if f"“{f.text}”" in why), given[0]))
        if side.type == "figure" and side.id in self.figures:
            return self.figure(self.figures[side.id])
        if side.type == "claim" and side.id in self.claims:
            return self.claim(self.claims[side.id])
        return self.event(self.events[side.id]) if side.id in self.events else None

    def figure(self, figure: Figure) -> Quoted:
        """A figure with its voice, day and place."""
        ref = Ref(
            type="figure", id=figure.id, report=figure.report, start=figure.start, end=figure.end, text=figure.text
        )
        return Quoted(
            ref=ref,
            says=figure.text,
            voice=self.names.get(figure.source or "", "Nobody named"),
            about=figure.time or "",
            place=self.names.get(figure.place or "", ""),
        )

    def claim(self, claim: Claim) -> Quoted:
        """A claim with who says it."""
        content = claim.content[0]
        ref = Ref(
            type="claim", id=claim.id, report=claim.report, start=content.start, end=content.end, text=content.text
        )
        voice = (claim.source and (self.names.get(claim.source.entity or "") or claim.source.text)) or "Nobody named"
        return Quoted(ref=ref, says=clip(content.text), voice=voice, about="", place="")

    def event(self, event: Event) -> Quoted:
        """An event with who says it, its day and place."""
        trigger = event.trigger
        ref = Ref(
            type="event", id=event.id, report=event.report, start=trigger.start, end=trigger.end, text=trigger.text
        )
        claim = self.claims.get(event.claim or "")
        return Quoted(
            ref=ref,
            says=trigger.text,
            voice=self.claim(claim).voice if claim else "",
            about=event.time or "",
            place=self.names.get(event.place or "", ""),
        )

    def entity(self, entity: Entity) -> Quoted | None:
        """A name at its first mention by name."""
        named = [m for m in entity.mentions if m.form == "name"] or list(entity.mentions)
        if not named:
            return None
        first = min(named, key=lambda m: (m.report, m.start))
        ref = Ref(type="entity", id=entity.id, report=first.report, start=first.start, end=first.end, text=first.text)
        return Quoted(ref=ref, says=entity.name, voice="", about=entity.type, place="")


def clip(text: str) -> str:
    """The beginning of a long quotation."""
    plain = " ".join(text.split())
    return plain if len(plain) <= 80 else plain[:78].rsplit(" ", 1)[0] + " …"
