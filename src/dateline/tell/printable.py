"""Text of reports -> text for files: without control characters, which break tables, markup and terminals."""

from typing import Final

_CONTROLS: Final = {c: "\ufffd" for c in (*range(32), *range(127, 160), 0xFFFE, 0xFFFF) if chr(c) not in "\t\n\r"}


def printable(text: str) -> str:
    """The text with U+FFFD for each character that XML, CSV or a terminal would stumble over."""
    return text if text.isprintable() else text.translate(_CONTROLS)
