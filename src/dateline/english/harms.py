"""Words for what is done to people, as patterns for the rooms that count them."""

from typing import Final

AILMENT: Final = (
    r"(?:suffocation|asphyxia(?:tion)?|poisoning|dyspn(?:o)?ea|burns?|injur(?:y|ies)|wounds?"
    r"|(?:breathing|respiratory) (?:problems|difficult(?:y|ies)))"
)
"""What those suffer whom something harms short of death."""
ELIMINATE: Final = r"(?:eliminat|neutrali[sz]|liquidat)\w*"
"""Kills where it is read as somebody's death; the word alone bears out none, since teams and threats are eliminated
too."""
