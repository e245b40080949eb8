"""Public test sets as they lie in the shared folder, unpacked once into the system's temporary folder."""

import os
import tarfile
import tempfile
from pathlib import Path

SHARED = Path(os.environ.get("DATELINE_SHARED", Path(__file__).resolve().parents[2] / "shared")) / "data"
"""Where the shared folder lies: beside the project, unless DATELINE_SHARED names another."""


def unpack(archive: Path) -> Path:
    """The folder with the members of a `.tar.xz`; a folder given instead of an archive is returned as it is."""
    if archive.is_dir():
        return archive
    target = Path(tempfile.gettempdir()) / "dateline-evals" / archive.name.removesuffix(".tar.xz")
    done = target / ".unpacked"
    if not done.exists():
        target.mkdir(parents=True, exist_ok=True)
        with tarfile.open(archive) as tar:
            tar.extractall(target, filter="data")
        done.touch()
    return target
