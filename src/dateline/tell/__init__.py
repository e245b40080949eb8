"""account -> reader: timeline, brief, what changed; exports; the one-file report."""

from collections.abc import Sequence

from dateline.model import Agreement, Dossier, Reading, Resolution, Telling


def tell_story(dossier: Dossier, readings: Sequence[Reading], resolution: Resolution, agreement: Agreement) -> Telling:
    """Timeline and brief of one story."""
    return Telling(story=dossier.story.id)
