"""sentence -> whether it can stand alone in an account: no picture line, no page furniture, no bare quotation."""

import re

from dateline.english.calendar import MONTHS, WEEKDAYS
from dateline.english.patterns import one_of

DAY = one_of((*MONTHS, *WEEKDAYS)) + r"\b\.?"
"""A month or a weekday by its name."""

PICTURE = re.compile(
    r"(?i)\bin an? (?:photo|photograph|picture|image) (?:obtained|taken|released|provided)\b|"
    r"^(?:an? |the |this )?(?:\w+ )?(?:photo|photograph|image|picture|grab|screenshot|screengrab)s? "
    r"(?:issued|taken|obtained|provided|released|posted|made|from|by|of|shows?|showing)\b|"
    r"\b(?:image|photo|picture|media) (?:copyright|captions?|credit)\b|[(\[](?:file )?photo\b|"
    r"\b(?:is|are) (?:seen|pictured)\b|\blooks? on (?:during|as|at)\b|\bin this (?:undated |file |handout |\w+ \d+, )*"
    r"(?:photo|photograph|image|picture)\b|"
    r"\bin an? (?:undated |file |handout )*(?:photo|photograph|picture) (?:obtained|taken|released|provided)\b|"
    r"\bhide captions?\b|\(pictured\b|©|"
    r"^(?:an?|two|three|some|several) (?:[\w-]+ ){1,3}(?:walks?|stands?|sits?|rides?|runs|looks?|carry|carries|"
    r"inspects?|gathers?|holds?|pass(?:es)?|reacts?|waves?) (?:by|past|at|in|on|over|through|near|"
    r"next|outside|up|among|amid|the|an?)\b"
)
"""Words of a line under a picture, and how one opens: nobody writes of what was that “a man walks by the mill”."""

CAPTIONED = re.compile(rf"\b{one_of(MONTHS)} \d{{1,2}}, \d{{4}}\W*$")
"""How agencies end a caption: with the whole date of the picture, which reports of these days do not write."""

FURNITURE = re.compile(
    r"(?i)\b(?:sign up|subscribe|newsletter|click (?:here|on|the)|e-?mail us|follow us|read (?:more|also)|"
    r"(?:reporting|editing|additional reporting|writing) (?:by|from)|all rights reserved|terms of use|your comment|"
    r"live stream|posted by .{1,40}? on (?:\w+day|" + DAY + r")|(?:added|published): \w+day|"
    r"\bjoins [“\"]|how to watch|published (?:in|on) this (?:web)?site)\b|"
    r"[-–—|] ?YouTube\b|https?://|\bwww\.|\bpic\.twitter\.com|"
    r"^[^,.]{0,40}['’]s [a-z]+ [a-z]+ (?:talks|speaks|spoke) (?:to|with)\b|"
    r"^(?:here (?:are|is|['’]s)|more (?:now )?on|now to|joining us|good (?:morning|evening)|let['’]s|stay with us)\b|"
    r"^(?-i:UPDATED?|BREAKING|WATCH|VIDEO|LIVE|EXCLUSIVE)\b|"
    r"^(?:note|added|published|updated|posted): |"
    r"^\W*this (?:article|story|report|page) was (?:\w+ )?(?:amended|updated|corrected|published)\b|"
    r"^(?-i:[A-Z])[\w.’'-]+(?: (?-i:[A-Z])[\w.’'-]+){1,2} is an? (?:[\w-]+ ){0,4}?"
    r"(?:writer|journalist|columnist|author)\b"
)
"""Words of the page around a report."""

PERSONAL = re.compile(r"(?<![\w-])(?:I|[Ww]e|[Mm]y|[Oo]urs?|[Mm]e|us|[Yy]ou|[Yy]our|I['’]\w+|[Ww]e['’]\w+)(?![\w-])")
"""Words of somebody who speaks for himself."""

QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"|(?<!\w)[‘'][^‘’']*[’'](?!\w)")

IMPERSONAL = (
    r"(?:(?:has|had) (?:\w+ )?(?:emerged|transpired|turned out)|emerged|transpired|turned out|"
    r"appears|appeared|seems|seemed) that\b|"
    r"(?:is|was|has been|remains?|remained)(?: \w+ly| not| yet| also| still)* "
    r"(?:(?:unclear|clear|known|unknown|uncertain|believed|feared|thought|understood|reported|estimated) "
    r"(?:whether|if|that|who|what|why|how|when|where|which)|too early to)\b"
)
"""What follows an `it` that means nothing."""

LEANING = re.compile(
    r"^(?:(?:(?:On|At|In) that|(?:Despite|Besides|Amid|After|Before) th(?:at|is)|(?:Since|By|Until) then|"
    r"That(?:['’]s)?|This|These|Those|Such) |"
    r"In (?:response|retaliation|revenge|reprisal|turn|return)\b(?! (?:to|for|against)\b)|"
    r"(?:Many|Some|Most|All|None|One|Both|Two|Several) of (?:them|these|those)\b|(?:Doing|Saying) (?:that|so)\b|"
    r"(?!During)[A-Z][a-z]+ing (?:this|these|such)\b"
    r"(?! (?:morning|week|weekend|month|year|spring|summer|winter|season)\b)|"
    r"(?:Some|Most|None|Both|Neither) (?:was|were|is|are|has|have|had|did|would|could)\b|"
    rf"Some [a-z]+(?<!s) (?!{DAY})[A-Z]|"
    rf"(?:He|She|It(?! (?:{IMPERSONAL}))|They|His|Her|Their|Its|Him|Them|Others?|Another|"
    r"The (?:latter|former|two|same|pair)|The (?:group|(?:[a-z-]+ )?(?:move|decision|man|woman|suspect))"
    r"(?! [A-Z]|, (?:who was )?(?:later )?(?:identified|named) as\b))\b|"
    r"(?:Again|For (?:example|instance)|As a result|In other words|Yes|No), |"
    r"The \w+ of (?:this|that|these|those|such) |"
    r"(?:Since|Because|As|While|Although|Though|When|If|Until|After|Before|Once) (?:he|she|it|they) "
    r"(?:[^,A-Z]*, (?:he|she|it|they|there)\b|[^,A-Z]*\b(?:this|that|so), )|"
    r"The (?:revelations?|comments?|remarks?|announcement|findings?|warnings?|measures?|incident|encounter) "
    r"(?:was|were|is|are|came|comes?|follow(?:s|ed)?)\b|"
    r"(?:Today|Yesterday)['’]s (?:is|was)\b|"
    r"(?:(?:Only|Just) )?(?:[A-Z]?[a-z]+ )?"
    r"(?:[Yy]ears?|[Mm]onths?|[Ww]eeks?|[Dd]ays?|[Hh]ours?|[Mm]inutes?|[Mm]oments) later\b|"
    r"[^,]{1,40}, that [a-z]+ (?:has|have|had|was|were|is|are)\b)"
)
"""Openings that lean on the sentence before."""

GROUP = re.compile(r"^The (?:[a-z-]+ )?group(?:['’]s)?(?= (?!were\b|are\b))")
"""An opening that says of a group no more than that it is one; where many do something, it may be no body."""

FRONTED = re.compile(
    r"^(?:In|On|At|By|During|For|Earlier|Later|Last)(?:(?: (?:[a-z0-9][\w.:’'-]*|" + DAY + r")){1,6},| "
    rf"(?:\d{{4}}|{DAY}|an? (?:\w+ )?(?:speech|statement|interview|letter|message|video|post)))"
    r" (?:he|she|they)\b|^(?:An? [a-z][^,A-Z]*|Once (?:again|more)|Earlier|Later|Instead|Afterwards?|[A-Z][a-z]+ly), "
    r"(?:he|she|they)\b(?! (?:said|says|added)\b)"
)
"""A short front without a name before a pronoun: “in a speech he said”, “a clerk by trade, he …”, “once again, he”."""

OBJECT = re.compile(
    rf"^(?:(?:In|On|At|By|During|Earlier|Later|Last)(?: (?:[a-z0-9][\w.:’'-]*|{DAY})){{1,4}},? )?"
    r"(?:(?:The|An?) (?:[a-z-]+ ){1,2}|(?:[A-Z][\w.’'-]+ ){1,3})"
    r"(?:(?:has|have|had|also|later|then|will|would|could|may|might|must|did|not|never|[a-z]+ly) )*"
    r"(?!(?:with|for|to|of|from|against|by|at|in|on|near|behind|around|among|between|like|about|over|after|before|without|"
    r"toward|towards|beside|under|and|or|than|as|that)\b)[a-z]+ "
    r"(?:him|them|her(?= (?:to|for|in|on|at|from|with|by|as|after|before|during|and|into|until|while|when)\b|[,.;]))"
    r"(?!\w)"
)
"""A subject, one verb and a pronoun that cannot mean that subject: “a court jailed her for a year”."""

FRONT = re.compile(
    r"^(?:After|Although|Amid|As|At|Because|Before|By|Despite|During|Following|For|From|If|In|On|Once|Since|Though|Under|"
    r"Until|Upon|When|Where|While|With|Within|Without) "
)
"""How a sentence opens whose main clause comes later: `On a boat that …, a note was found`."""

SUBJECT = re.compile(r"[ ,—–-]*(?:(?:an?|the|this|that|these|those|his|her|its|their|he|she|it|they|there) |[A-Z])")
"""How a clause opens, behind its comma, that begins with its subject."""

POINTING = re.compile(
    r"(?i),[”\"] (?:he|she|they) (?:said|says|added|told|explained)\b(?!\W*$)|"
    r"\bamong them\b|\bby contrast\b|\b(?:just|only|but) (?:one|another) (?:such )?(?:example|instance)\b(?! of\b)|"
    r"\b(?:with|against|by|under|to|of|on|at|in|for) that (?!(?:of|from|in|at|which|the|he|she|it|they)\b)[a-z]"
)
"""Words anywhere that do."""

CONNECTIVE = re.compile(
    r"^(?:But|And|Yet(?! another)|So(?! far)|Also|Still|However|Meanwhile|Then|Now|Besides|Moreover|Indeed|"
    r"Later(?! (?:in|on|that|this|the)\b)|"
    r"Additionally|Furthermore|"
    r"Nevertheless),? (?=\S)"
)
"""Openings that only join a sentence to the one before."""

LITTLE = r"OF|IN|ON|AT|TO|THE|AND|FOR|BY"
CROSSHEAD = re.compile(rf"^[A-Z][A-Z'’-]{{3,}}(?: (?:[A-Z][A-Z'’-]{{3,}}|{LITTLE}))+ (?=(?:A|An|[A-Z][a-z'’-]+)\b)")
"""A heading in capitals that runs into the sentence after it: two words at least, so that no acronym is one."""

PLACELINE = re.compile(
    r"^(?:\((?:[A-Z]{2,}|Reuters)\) ?[-—–_:]* ?|"
    r"[A-Z][A-Z'’.-]+(?:,? [A-Z][\w'’.-]+)*(?:, [A-Z][\w. ]+)?(?: \([A-Za-z ]+\))? ?[-—–_:]+ )"
)
"""Place and agency in front of a report."""

MIDDLE = re.compile(r"[a-z](?![A-Z])|\([^()]*\) [a-z]|[\"”]\s|['’]s\b")
"""How what is no more than the end of a sentence opens; a name such as `iBoat` may open one, a closing quotation mark
none."""

HALF = re.compile(r"(?:While|Although|Though|Whereas) [^,]*$")
"""A clause without the main one that it belongs to."""

CLOSED = re.compile(r"[.!?…:;][\"”’')\]]*$")
"""How a sentence ends."""

SIGN = re.compile(r"(?:\b[A-Z]{2,}\b[ .,]*){4}")
"""Words in capitals one after the other: a sign, a map's labels, a menu."""

SHORTEST, LONGEST = 35, 340
"""Characters of a sentence that can be taken over whole."""


def stands_alone(text: str) -> bool:
    """Whether a reader who has not seen the report understands the sentence, and it says something."""
    words = " ".join(without_joint(text).split())
    if not SHORTEST <= len(words) <= LONGEST or words.endswith("?"):
        return False
    if PICTURE.search(words) or FURNITURE.search(words) or SIGN.search(words):
        return False
    outside = QUOTED.sub(" ", words)
    if breaks_off(words) or len(re.findall(r"[^\W\d_]+", outside)) < 3:
        return False
    return not PERSONAL.search(outside) and not _shouts(words)


def breaks_off(text: str) -> bool:
    """Whether a quotation in it has no beginning or no end."""
    outside = QUOTED.sub(" ", text)
    return any(mark in outside for mark in '“”"')


def leans(text: str) -> bool:
    """Whether the sentence points back to the one before."""
    bare = without_joint(text)
    bare = bare[:1].upper() + bare[1:]
    return any(words.match(bare) for words in (LEANING, FRONTED, OBJECT)) or POINTING.search(text) is not None


def is_whole(text: str) -> bool:
    """Whether a sentence has its beginning and its main clause, and neither announces what comes after it nor asks."""
    return not MIDDLE.match(text) and not HALF.match(without_joint(text)) and not text.rstrip().endswith(("?", ":"))


def is_closed(text: str) -> bool:
    """Whether a stop closes the sentence: a heading, a standfirst or the line under a picture has none as a rule."""
    return CLOSED.search(text.rstrip()) is not None


def quoted_share(text: str) -> float:
    """How much of a sentence is a quotation."""
    return sum(len(m.group(0)) for m in QUOTED.finditer(text)) / max(1, len(text))


def without_joint(text: str) -> str:
    """The sentence without place, agency, heading or joining word in front."""
    text = text.lstrip()
    for front in (PLACELINE, CROSSHEAD, CONNECTIVE):
        text = front.sub("", text)
    return text


def _shouts(words: str) -> bool:
    """Whether most letters are capitals: a heading or a label."""
    letters = [c for c in words if c.isalpha()]
    return sum(c.isupper() for c in letters) > len(letters) / 2
