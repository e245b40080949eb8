"""things -> agreement: stories, happenings, figure series, grades, contradictions."""

from dateline.merge.agreement import merge_story
from dateline.merge.stories.grouping import SAME, group_stories, same_story, story_keys

__all__ = ["SAME", "group_stories", "merge_story", "same_story", "story_keys"]
