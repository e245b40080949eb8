"""Words that set one event beside another: “a grim echo of”, “similar to”."""

from typing import Final

LIKENED: Final = (
    r"in\s+(?:\w+\s+)?contrast\s+(?:to|with)|compar(?:ed|able)\s+(?:to|with)|similar\s+to|unlike|reminiscent\s+of"
    r"|echo(?:es|ing)?\s+of"
)
"""What stands before an event of another day and place."""
