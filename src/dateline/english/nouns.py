"""Nouns that more than one room reads alike, as patterns for its own."""

from typing import Final

ATTACKER: Final = (
    r"(?:gunm[ae]n|shooters?|attackers?|assailants?|bombers?|perpetrators?|hijackers?|knifem[ae]n|killers?|"
    r"arsonists?|kidnappers?|hostage[- ]takers?)"
)
"""Who strikes first, before reports have a name for him."""
SUSPECT: Final = rf"(?:{ATTACKER}|drivers?|suspects?)"
"""What else they call him, who may be anybody elsewhere."""
FORCE: Final = (
    r"(?:bombs?|blasts?|explosions?|explosives|air ?strikes?|strikes?|attacks?|assaults?|raids?|shells?|shelling|"
    r"rockets?|missiles?|mortars?|mines?|device|drones?|gunfire|gunshots?|bullets?|fire)"
)
"""A blow, and what it is struck with."""
KIN: Final = frozenset(
    "wife husband mother father parent son daughter child brother sister uncle aunt nephew niece cousin grandfather "
    "grandmother grandson granddaughter grandchild stepfather stepmother stepson stepdaughter stepbrother stepsister "
    "half-brother half-sister brother-in-law sister-in-law father-in-law mother-in-law son-in-law daughter-in-law "
    "widow widower twin sibling fiance fiancee".split()
)
"""Somebody's relatives."""
ANYBODY: Final = frozenset(
    "people person persons lives individuals humans souls others civilians residents inhabitants "
    "dead deaths casualties fatalities victims body bodies killed wounded injured hurt missing displaced".split()
)
"""What is counted when everybody is, and no part of them."""
