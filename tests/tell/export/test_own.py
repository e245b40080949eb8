"""Whatever this program writes it knows again; reports that look like it are none of it."""

from pathlib import Path

import pytest

from dateline.model import Account
from dateline.tell.export import FORMATS, Options, export
from dateline.tell.files import write_account
from dateline.tell.own import is_own

PACKED = {"xlsx", "hxl-xlsx", "parquet", "brief-docx"}
"""Forms that intake refuses as no text."""


def known(path: Path) -> bool:
    raw = path.read_bytes()
    return is_own(raw[:4096], raw[-4096:])


@pytest.mark.parametrize("format", sorted(FORMATS.keys() - PACKED))
def test_every_export_is_known_again(account: Account, tmp_path: Path, format: str) -> None:
    path = tmp_path / "x"
    export([account], format, path, options=Options(household_size=5))
    assert known(path)


def test_every_file_of_an_account_is_known_again(account: Account, tmp_path: Path) -> None:
    for path in write_account(account, tmp_path):
        assert known(path), path


@pytest.mark.parametrize(
    "text",
    [
        "id,kind,status\n1,ferry,late\n",
        '{"title": "Two ferries collide off Tolvar", "text": "Two ferries collided."}',
        '{"type": "FeatureCollection", "features": []}',
        "<!doctype html><html><head><title>Dateline: Umza</title></head><body><p>Umza is calm.</p></body></html>",
        "# Account\n\nOf the storm at Cape Ild.\n",
    ],
)
def test_what_others_wrote_is_not_ours(text: str) -> None:
    assert not is_own(text.encode(), text.encode())
