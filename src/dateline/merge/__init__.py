"""things -> agreement: stories, happenings, figure series, grades, contradictions."""

from collections.abc import Sequence

from dateline.model import Agreement, Dossier, Reading, Report, Resolution, Story, StoryKeys, make_id


def story_keys(report: Report) -> StoryKeys:
    """The terms under which a report is compared with others for being on the same situation."""
    return StoryKeys(report=report.id, terms=())


def group_stories(reports: Sequence[Report], keys: Sequence[StoryKeys]) -> tuple[Story, ...]:
    """The stories of reports that share terms."""
    if not reports:
        return ()
    ids = tuple(sorted(r.id for r in reports))
    return (Story(id=make_id("s", ids[0]), title="", reports=ids),)


def merge_story(dossier: Dossier, readings: Sequence[Reading], resolution: Resolution) -> Agreement:
    """What the events and figures of one story say together."""
    return Agreement(story=dossier.story.id)
