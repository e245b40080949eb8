"""What stands before or inside a name."""

from typing import Final

SHORT_TITLES: Final = tuple("Mr Mrs Ms Dr Prof Rev Gen Lt Col Maj Capt Sgt Adm Gov Sen Rep".split())
"""Titles before a name, abbreviated and most often with a dot that ends no sentence."""
ARABIC_ARTICLES: Final = frozenset("al el ul as ash az an ar ad ed es ez er en et at".split())
"""The article of Arabic names as it is written, with its assimilated forms."""
