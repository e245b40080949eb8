"""The command needs no network, gathers nothing, and writes nowhere but where it was told and its own cache."""

import os
import subprocess
import sys
from pathlib import Path

import platformdirs

from tests.conftest import ROOT

NO_NETWORK = """
import socket, sys

def refuse(*_, **__):
    raise AssertionError("the network was used")

socket.socket.connect = socket.socket.connect_ex = socket.getaddrinfo = socket.create_connection = refuse
from dateline.cli import main
main()
"""


def test_a_run_uses_no_network_and_leaves_nothing_behind(tmp_path):
    cache = tmp_path / "cache"
    cache.mkdir()
    built = Path(platformdirs.user_cache_dir("dateline"))
    if built.is_dir():
        (cache / "dateline").symlink_to(built)  # the compiled gazetteer
    places = {name: str(tmp_path / "home") for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME")}
    (tmp_path / "home").mkdir()
    ran = subprocess.run(
        [sys.executable, "-c", NO_NETWORK, "account", ROOT / "samples" / "02-courier.txt", "-o", tmp_path / "out"],
        env={**os.environ, **places, "XDG_CACHE_HOME": str(cache)},
        capture_output=True, text=True, check=False, cwd=tmp_path,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    assert {p.name for p in tmp_path.iterdir()} == {"cache", "home", "out"}
    assert list((tmp_path / "home").iterdir()) == []
    assert {p.name for p in cache.iterdir()} <= {"dateline"}
