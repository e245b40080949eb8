"""Reports that give counts, for the tests of series."""

from tests.kit.story import StoryKit


def series_of(agreement, what="killed"):
    return [s for s in agreement.series if s.what == what]


VERB = {"injured": "hurt", "arrived": "brought"}


def counts(*said, what="killed", day="2021-03-01"):
    """Reports of one blast, each with (figure words, keyword arguments, speaker or None)."""
    s = StoryKit()
    for n, (words, values, speaker) in enumerate(said):
        r = s.report(f"Blast in Qasira\nA blast in Qasira on Monday {VERB.get(what, 'killed')} {words}, "
                     f"{speaker or 'reports'} said.", day, outlet=str(n))  # fmt: skip
        place = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
        s.timed(r, "Monday", "2021-03-01")
        claim = None
        if speaker:
            claim = s.claim(r, speaker, f"{VERB.get(what, 'killed')} {words}", s.named(r, speaker, speaker))
        event = s.event(r, "blast", "bombing", place=place, time="2021-03-01", claim=claim)
        s.figure(r, words, what, event=event, claim=claim, **values)
    return s
