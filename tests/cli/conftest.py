"""What tests of the command line share."""

import pytest

from dateline import settings
from dateline.resolve.where import map as place_map


@pytest.fixture
def fresh(tmp_path, monkeypatch):
    """A user without places, and a process that has read none."""

    def begin() -> None:
        settings.digest.cache_clear()
        settings.current.cache_clear()
        place_map.gazetteer.cache_clear()

    monkeypatch.setattr(settings, "user_data_path", lambda _: tmp_path / "data")
    begin()
    yield begin
    monkeypatch.undo()
    begin()
