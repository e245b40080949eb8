"""words of who answers for what happened, or answers it: claims, denials, blame, condemnation."""

import re

BLAME = (
    re.compile(
        r"(?i)\b(?:claim(?:ed|s|ing)? (?:of )?responsib\w+|no (?:immediate )?claim|arrested|"
        r"den(?:y|ied|ies|ying)(?! (?:[\w-]+ ){0,5}(?:access|entry|bail|permission|permits?|visas?|asylum)\b))\b"
    ),
    re.compile(r"(?i)\b(?:blam(?:ed|es|ing)|accus(?:ed|es|ing)|responsible for (?:the|this))\b"),
)
"""Words of claim and denial, and then of blame."""

CHARGED = re.compile(r"(?i)\b(?:is|are|was|were|been|being|stands?) accused of\b")
"""Words of what somebody is charged with: in court that is the matter, and nobody's blame."""

REACTIONS = (*BLAME, re.compile(r"(?i)\bcondemn\w*|\bdenounc\w+|\bcondolences?\b"))
"""Words of who answers what happened, with those that only judge it."""

THE = r"(?:the|this|that|its|their|his|her|these)"
BLAMED = (
    re.compile(rf"(?i)\bblam(?:ed|es|ing) {THE} ((?:\w+ ){{0,2}}\w+?) (?:partly |mainly )?on\b"),
    re.compile(r"(?i)\baccus(?:ed|es|ing) (?:[\w’'-]+ ){1,6}?of ((?:[\w“\"’'-]+ ){0,9}[\w’'-]+)"),
    re.compile(
        rf"(?i)\b(?:blam(?:ed|es|ing)|responsible) (?:[\w“”\"'’][\w“”\"'’-]* ){{0,8}}?for {THE} ((?:\w+ ){{0,2}}\w+)"
    ),
)
"""What somebody blames on somebody."""

ANSWERS = frozenset({"support", "demand", "politics", "accusation", "rejection"})
"""Kinds by which others answer what happened."""

CLAIM = re.compile(
    r"(?i)\bclaim(?:ed|s|ing) (?:the )?"
    r"(?:responsib\w+|credit|(?:\w+ )?(?:attack|bombing|blast|killing|assault|raid)s?)\b"
)
"""Words of who says that he did it."""

CLAIMED = re.compile(
    rf"{CLAIM.pattern}|"
    r"\b(?:said|says?|call(?:ed|s)|cit(?:ed|es))\b.{0,80}\b(?:retaliation|revenge|reprisal|response to)\b"
)
"""Words of who says he did it, what for, or what may follow."""

DENIAL = re.compile(r"(?i)\bden(?:y|ied|ies|ying)\b")
BRACKETS = re.compile(r"\([^()]*\)")
"""Words of denial, and what only stands beside a sentence."""

OWN_PART = re.compile(
    r"(?i)\bden(?:y|ied|ies|ying) (?:(?:having |playing )?(?:any|an?) |all |the )?"
    r"(?:involvement|responsibility|wrongdoing|guilt|role|part|links?|knowledge|charges)\b"
)
"""Words of who denies that he had a part in what happened."""
