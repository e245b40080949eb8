"""The documentation says what the code does: generated pages are fresh, codes are explained, links lead somewhere."""

import re
import subprocess
import sys

import msgspec
import pytest

from tests.conftest import ROOT


def test_generated_pages_are_up_to_date():
    ran = subprocess.run(
        [sys.executable, "docs/generate.py", "--check"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr


def test_every_issue_code_is_explained():
    explained = set(re.findall(r"^\| `([\w-]+)` \|", (ROOT / "docs/issues.md").read_text("utf-8"), re.MULTILINE))
    used = set()
    for path in (ROOT / "src/dateline").rglob("*.py"):
        text = path.read_text("utf-8")
        used |= set(re.findall(r'\bcode="([\w-]+)"', text))
        used |= set(re.findall(r'(?:refuse\(|_issue\(path, \w+,)\s*"([\w-]+)"', text))
    assert used - explained == set()


@pytest.mark.parametrize(
    "page", ["README.md", *sorted(p.relative_to(ROOT).as_posix() for p in ROOT.glob("docs/**/*.md"))]
)
def test_links_lead_somewhere(page):
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", (ROOT / page).read_text("utf-8")):
        assert ((ROOT / page).parent / target).exists(), target


def test_every_page_that_code_names_exists():
    """In comments and docstrings as in strings: by its path from the root, or by its name among the pages."""
    code = [p for folder in ("src", "evals", "training", "bench", "docs") for p in (ROOT / folder).rglob("*.py")]
    named = {name for p in code for name in re.findall(r"(?<![\w./-])[\w/-]+\.md\b", p.read_text("utf-8"))}
    written = {"account.md", "card.md"}  # by `dateline account`, and by `python -m training --keep` in its run folder
    assert {"docs/stages.md", *written} <= named
    assert {name for name in named - written if not any((ROOT / at / name).is_file() for at in ("", "docs"))} == set()


def test_every_command_in_the_readme_exists():
    import typer

    from dateline import cli

    known = set(typer.main.get_command(cli.app).commands)
    named = set(re.findall(r"^dateline (\w+)", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE))
    assert named <= known


def test_the_contract_is_in_the_schema():
    schema = msgspec.json.decode((ROOT / "docs/account.schema.json").read_bytes())
    account = schema["$defs"]["Account"]["properties"]
    assert set(account) >= set(
        "schema reports origins stories entities places times claims figures events happenings series contradictions "
        "timeline brief issues".split()
    )
