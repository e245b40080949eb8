"""account -> reader: timeline, brief, what changed; exports; the one-file report."""

from collections.abc import Sequence

from dateline.model import Agreement, Dossier, Reading, Resolution, Telling
from dateline.tell.brief import tell_brief
from dateline.tell.heading import main_happening, tell_deck
from dateline.tell.timeline import tell_timeline
from dateline.tell.title import tell_title
from dateline.tell.told import Told


def tell_story(dossier: Dossier, readings: Sequence[Reading], resolution: Resolution, agreement: Agreement) -> Telling:
    """Title, deck, timeline and brief of one story."""
    told = Told(dossier, readings, resolution, agreement)
    main = main_happening(told)
    return Telling(
        story=dossier.story.id,
        timeline=tell_timeline(main, told) if main is not None else (),
        brief=tell_brief(main, told),
        title=tell_title(main, told),
        deck=tell_deck(main, told),
    )
