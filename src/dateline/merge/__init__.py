"""things -> agreement: stories, happenings, figure series, grades, contradictions."""

from collections.abc import Sequence

from dateline.merge.stories import SAME, group_stories, same_story, story_keys
from dateline.model import Agreement, Dossier, Reading, Resolution

__all__ = ["SAME", "group_stories", "merge_story", "same_story", "story_keys"]


def merge_story(dossier: Dossier, readings: Sequence[Reading], resolution: Resolution) -> Agreement:
    """What the events and figures of one story say together."""
    return Agreement(story=dossier.story.id)
