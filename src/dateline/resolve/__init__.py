"""mention -> thing: times to EDTF, toponyms to places, names to entities, claim sources to entities."""

from collections.abc import Sequence

from dateline.model import Dossier, Reading, Resolution


def resolve_story(dossier: Dossier, readings: Sequence[Reading]) -> Resolution:
    """The things of one story; `readings` in the order of `dossier.reports`."""
    return Resolution(story=dossier.story.id)
