"""The whole recipe on one sentence: the same weights every time, and a run cut off goes on where it was."""

from pathlib import Path

import msgspec
import pytest

torch = pytest.importorskip("torch")

from dataclasses import replace  # noqa: E402

from tests.training.made import SENTENCE  # noqa: E402
from training import __main__ as command  # noqa: E402


def test_a_run_cut_off_ends_as_one_that_was_not(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(command, "BOTH", replace(command.BOTH, epochs=2))
    monkeypatch.setattr(command, "FINISH", replace(command.FINISH, epochs=1))
    monkeypatch.setattr(command, "load_encoder", lambda reader, weights: None)
    own = [msgspec.structs.replace(SENTENCE, id="s2", doc="OWN_1")]

    def trained(name: str) -> dict[str, object]:
        return dict(command.train([SENTENCE], own, command.SHIPPED, tmp_path / name).state_dict())

    def cut_off(epoch: object, args: tuple[object, ...], nprocs: int) -> None:
        if args[-1] == 1:
            (tmp_path / "cut" / "both" / "2-0.part").write_bytes(b"half a file")
            raise KeyboardInterrupt
        spawn(epoch, args, nprocs)

    spawn = torch.multiprocessing.spawn
    with monkeypatch.context() as once:
        once.setattr("training.fit.multiprocessing.spawn", cut_off)
        with pytest.raises(KeyboardInterrupt):
            trained("cut")
    again, whole = trained("cut"), trained("whole")
    begun = torch.load(tmp_path / "whole" / "both" / "mean-0.pt")["reader"]
    assert not torch.equal(whole["scores.weight"], begun["scores.weight"])
    assert all(torch.equal(whole[name], again[name]) for name in whole)

    own[0] = msgspec.structs.replace(own[0], date="2020-01-01")
    with pytest.raises(SystemExit, match="another recipe, corpus or start"):
        trained("whole")
