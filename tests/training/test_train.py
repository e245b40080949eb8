"""The whole recipe on one sentence: the same weights every time, and a run cut off goes on where it was."""

import shutil
from pathlib import Path

import msgspec
import pytest

torch = pytest.importorskip("torch")

from dataclasses import replace  # noqa: E402

from tests.training.made import SENTENCE  # noqa: E402
from training import __main__ as command  # noqa: E402
from training.fit import Recipe  # noqa: E402


def test_a_run_cut_off_ends_as_one_that_was_not(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(command, "GENERATIONS", 1)
    monkeypatch.setattr(command, "BRANCH", replace(command.BRANCH, epochs=1))
    monkeypatch.setattr(command, "FINISH", replace(command.FINISH, epochs=1))
    monkeypatch.setattr(command, "load_encoder", lambda reader, weights: None)
    own = [msgspec.structs.replace(SENTENCE, id="s2", doc="OWN_1")]

    def trained() -> dict[str, object]:
        recipe = Recipe(epochs=2, threads=1)
        return dict(command.train([SENTENCE], own, command.SHIPPED, tmp_path, recipe).state_dict())

    whole = trained()
    assert {p.name for p in tmp_path.iterdir()} == {"first", "branch-1-1", "finish-1-1", "branch-1-2", "finish-1-2"}
    shutil.rmtree(tmp_path / "finish-1-2")
    again = trained()
    assert all(torch.equal(whole[name], again[name]) for name in whole)
