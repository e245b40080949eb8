"""Layout, event, day of the story -> why it was not on that day, though the report gives it no time of its own."""

from dateline.model import EventMention, Time
from dateline.resolve.times.attachment import reported_by
from dateline.resolve.times.calendar import read
from dateline.resolve.times.compared import is_set_beside
from dateline.resolve.times.earlier import is_counted_from
from dateline.resolve.times.layout import Layout


def stands_apart(layout: Layout, event: EventMention, story: Time | None) -> str | None:
    """Why what is told is not of the report's story, else null: days are counted from it, it was reported before that
    day, or it is set beside what was on it. `story`: the day of it, where the report tells one."""
    if is_counted_from(layout, event):
        return "days are counted from it, and it is not told which was its own"
    known = reported_by(layout, event.trigger, event.sentence)
    by = read(known.value) if known is not None else None
    since = read(story.value) if story is not None else layout.published
    if known is not None and by is not None and since is not None and by.last < since.first:
        return f"reported “{known.text}” already, and no time of its own is told"
    if story is not None and is_set_beside(layout, event, story):
        return f"set beside what was on “{story.text}”, and no time of its own is told"
    return None
