"""Sets of units: what the figures count."""

from typing import Final

PEOPLE: Final = frozenset({
    "people", "civilians", "fighters", "troops", "police", "women", "children", "families", "households", "refugees",
    "protesters", "prisoners",
})  # fmt: skip
"""Units of people, by heads or by families."""
THINGS: Final = frozenset({"vehicles", "aircraft", "weapons", "buildings"})
"""Units of things that may be struck as people are."""
