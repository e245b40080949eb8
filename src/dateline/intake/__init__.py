"""bytes -> Capture: files, folders, HTML, JSONL, PDF. The bytes are kept as they came; a bad file is an issue."""

from dateline.intake.read import read_paths
from dateline.intake.records import Found
from dateline.intake.refusal import NOTES

__all__ = ["NOTES", "Found", "read_paths"]
