"""The public library: its examples run, and what it promises holds."""

import doctest

import pytest

import dateline
from dateline import library
from tests.conftest import ROOT


def test_the_examples_in_the_documentation_run(monkeypatch):
    monkeypatch.chdir(ROOT)
    results = doctest.testmod(library)
    assert results.attempted >= 8
    assert results.failed == 0


def test_the_readme_example_runs(monkeypatch, tmp_path, capsys):
    monkeypatch.chdir(ROOT)
    text = (ROOT / "README.md").read_text("utf-8")
    code = text.split("```python\n")[1].split("```")[0]
    exec(code.replace("out/exercise.dateline", str(tmp_path / "s")), {})
    assert "new reports" in capsys.readouterr().out


@pytest.mark.parametrize("whole", [str, lambda path: path, lambda path: [path], lambda path: [str(path)]])
def test_one_folder_may_stand_alone(whole, tmp_path):
    (tmp_path / "report.txt").write_text("Fire in Qasira\n\nA fire in Qasira hurt two people on Monday.\n", "utf-8")
    assert len(dateline.read(whole(tmp_path)).reports) == 1


def test_public_names():
    assert set(dateline.__all__) == {"Account", "Store", "read"}
    assert all(getattr(dateline, name) for name in dateline.__all__)
    with pytest.raises(AttributeError):
        _ = dateline.nonsense
