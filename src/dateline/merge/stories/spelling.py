"""Word -> the one form under which its British and its American spelling meet.

Rules of spelling only, for names and rare words too: the form is compared and never shown, so that it need be no word.
"""

import re

_RULES = (
    (re.compile(r"(?<=\w{3})our"), "or"),  # neighbourhood, and neither “four” nor “court”
    (re.compile(r"(?<=\w{2})([bgtv])re?$"), r"\1er"),  # centre, centr(es), kilometre, fibre
    (re.compile(r"(?<=\w{3})iz(?=(?:e|er|ation)?$)"), "is"),  # organize, and neither “prize” nor “citizen”
    (re.compile(r"(?<=\w{3})yz(?=(?:e|er)?$)"), "ys"),  # paralyze
    (re.compile(r"(?<=\w{3})ell(?=(?:er|or)?$)"), "el"),  # travell(ed), counsellor, and not “shell”
    (re.compile(r"^(def|lic|off|pret)enc"), r"\1ens"),
    (re.compile(r"^practis"), "practic"),
    (re.compile(r"^programme?$"), "program"),
)


def one_spelling(stem: str) -> str:
    """A stem in small letters, whichever way it was spelt."""
    for pattern, form in _RULES:
        stem = pattern.sub(form, stem)
    return stem
