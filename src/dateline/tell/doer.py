"""sentence -> whether it says who did it: who he is, and what became of him."""

import re

from dateline.english.nouns import SUSPECT

FATE = re.compile(
    rf"(?i)\b{SUSPECT}\b(?:, [^,]{{1,60}},)?(?: [\w’'-]+){{0,3}}? (?:"
    r"(?:was|were|been) (?:\w+ )?(?:shot|killed|arrested|detained|overpowered|captured|disarmed|found dead)|"
    r"(?:is|are|was|were|remains?|remained) (?:still )?(?:dead|at large|on the run|in custody)|surrendered|"
    r"killed (?:him|her|them)sel\w+|blew (?:him|her|them)sel\w+ up|took (?:his|her|their) own li\w+)\b|"
    r"\b(?:shot (?:dead|and killed)|killed|arrested|detained|overpowered|captured) "
    rf"(?:the|an?|all|both|one|two|three|four|five|six) (?:[\w-]+ )?{SUSPECT}\b|"
    rf"\b{SUSPECT} dead of\b"
)
"""Words of what became of him: `police shot and killed the driver`."""

IDENTITY = re.compile(
    rf"\b[Tt]he (?:[\w-]+ )?{SUSPECT},? (?:(?:who )?(?:was|were|has been) )?(?:later )?(?:identified|named)"
    r"(?: by [\w ]{1,40}?)? as (?:[\w-]+ ){0,3}?[A-Z]|"
    rf"\b(?:identified|named) the (?:[\w-]+ )?{SUSPECT} as (?:[\w-]+ ){{0,3}}?[A-Z]|"
    rf"(?<!of )\b[Tt]he (?:[\w-]+ )?{SUSPECT}, [A-Z][\w’'-]+ [A-Z]|"
    rf"\b(?:was|were|been) (?:\w+ly |later )?identified as [A-Z][\w’'-]+ [A-Z]"
)
"""Words of who he is: `the attacker, Ann Lee`, `identified the gunman as a retired clerk`."""

UNTIED = re.compile(r"(?i)\bno (?:[\w-]+ ){0,3}?(?:connections?|links?|ties|affiliations?)\b")
"""Words of who finds that he had nothing to do with those who claim it."""

DEFINITE = re.compile(rf"The (?:[\w-]+ )?{SUSPECT}\b")
"""An opening that means who did what the sentence before tells."""
