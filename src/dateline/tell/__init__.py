"""account -> reader: timeline, brief, what changed; exports; the one-file report."""

from collections.abc import Sequence

from dateline.model import Agreement, Dossier, Reading, Resolution, Telling
from dateline.tell.brief import tell_brief
from dateline.tell.heading import tell_heading
from dateline.tell.timeline import tell_timeline
from dateline.tell.told import Told


def tell_story(dossier: Dossier, readings: Sequence[Reading], resolution: Resolution, agreement: Agreement) -> Telling:
    """Title, deck, timeline and brief of one story."""
    told = Told(dossier, readings, resolution, agreement)
    title, deck = tell_heading(told)
    return Telling(story=dossier.story.id, timeline=tell_timeline(told), brief=tell_brief(told), title=title, deck=deck)
