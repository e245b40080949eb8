"""What one account says that another does not."""

import msgspec

from dateline.model import Account
from dateline.tell.changes import changes, changes_since
from tests.kit.story import three_reports


def account(story):
    merged, resolution = story.merged(), story.resolution()
    return Account(
        reports=story.dossier().reports,
        entities=resolution.entities,
        claims=resolution.claims,
        figures=resolution.figures,
        events=resolution.events,
        happenings=merged.happenings,
        series=merged.series,
        contradictions=merged.contradictions,
    )


def test_since_a_day_the_count_moved_and_its_report_is_new():
    story = three_reports()
    found = changes_since(account(story), "2021-03-01")
    assert found.reports == (next(r.id for r in story.reports if r.published.value == "2021-03-02"),)
    (moved,) = found.moved
    assert (moved.before.low, moved.after.best) == (12, 31)


def test_an_accusation_is_new_and_the_bombing_is_not():
    story = three_reports()
    full = account(story)
    kinds = {h.id: h.kind for h in full.happenings}
    assert {kinds[h] for h in changes_since(full, "2021-03-01").happenings} >= {"accusation"}
    assert "bombing" not in {kinds[h] for h in changes_since(full, "2021-03-01").happenings}


def test_what_a_report_recalls_of_long_ago_is_no_change():
    full = account(three_reports())
    whole = changes(Account(), full)
    assert whole.happenings
    assert whole.moved
    past = msgspec.structs.replace(
        full,
        happenings=tuple(msgspec.structs.replace(h, background=True) for h in full.happenings),
        series=tuple(msgspec.structs.replace(s, background=True) for s in full.series),
    )
    found = changes(Account(), past)
    assert (found.happenings, found.moved, found.reports) == ((), (), whole.reports)


def test_nothing_changes_between_an_account_and_itself():
    full = account(three_reports())
    assert changes(full, full) == type(changes(full, full))()


def test_everything_is_new_to_an_empty_account_and_gone_from_one():
    full = account(three_reports())
    fresh = changes(Account(), full)
    assert set(fresh.happenings) == {h.id for h in full.happenings}
    assert set(changes(full, Account()).lost) == {h.id for h in full.happenings}


def test_another_text_at_the_same_path_is_a_revision():
    full = account(three_reports())
    first = full.reports[0]
    later = msgspec.structs.replace(full, reports=(msgspec.structs.replace(first, id="r-new"), *full.reports[1:]))
    found = changes(full, later)
    assert [(r.before, r.after) for r in found.revised] == [(first.id, "r-new")]
    assert found.reports == ()


def test_a_status_that_changed_is_restated():
    full = account(three_reports())
    happening = full.happenings[0]
    later = msgspec.structs.replace(
        full, happenings=(msgspec.structs.replace(happening, status="ongoing"), *full.happenings[1:])
    )
    (restated,) = changes(full, later).restated
    assert (restated.field, restated.before, restated.after) == ("status", happening.status, "ongoing")
