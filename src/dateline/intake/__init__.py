"""bytes -> Capture: files, folders, HTML, JSONL, PDF. The bytes are kept as they came; a bad file is an issue."""

from dateline.intake.read import read_paths
from dateline.intake.records import Found

__all__ = ["Found", "read_paths"]
