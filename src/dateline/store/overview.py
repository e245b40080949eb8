"""How much a store holds, and its stories as a list shows them."""

from sqlalchemy import Connection

from dateline.model import Record, Story
from dateline.store import judgements, membership, records, search

MOST_FOUND = 500
"""Reports with the words asked for whose stories are listed."""


class Counts(Record, frozen=True):
    """Reports in the account, its stories, and judgements ever made."""

    reports: int
    stories: int
    judgements: int


class StoryLine(Record, frozen=True):
    """A story as a list shows it."""

    id: str
    title: str
    reports: int
    origins: int
    start: str | None = None
    end: str | None = None


class Stories(Record, frozen=True):
    """A page of stories, and how many there are."""

    total: int
    stories: tuple[StoryLine, ...]


def count(connection: Connection) -> Counts:
    """How much there is."""
    reports, stories = membership.counts(connection)
    return Counts(reports=reports, stories=stories, judgements=judgements.count(connection))


def list_stories(connection: Connection, words: str, limit: int, offset: int) -> Stories:
    """Stories, the largest first; with words, those of the reports that have them, the best fit first."""
    if words.strip():
        found = list(dict.fromkeys(hit.story for hit in search.find_text(connection, words, MOST_FOUND)))
        total, chosen = len(found), found[offset : offset + limit]
    else:
        total, chosen = membership.counts(connection)[1], membership.largest(connection, limit, offset)
    told = {story.id: story for story in records.get_many(connection, chosen, Story)}
    return Stories(total=total, stories=tuple(_line(connection, id_, told.get(id_)) for id_ in chosen))


def _line(connection: Connection, id_: str, story: Story | None) -> StoryLine:
    places = membership.places_of(connection, id_)
    return StoryLine(
        id=id_,
        title=story.title if story else "",
        reports=len(places),
        origins=len(set(filter(None, places.values()))),
        start=story.start if story else None,
        end=story.end if story else None,
    )
