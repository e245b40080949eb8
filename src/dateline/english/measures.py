"""Words around a measure by which it stands already: “in breach of the embargo”."""

import re
from typing import Final

IN_FORCE: Final = re.compile(
    r"\b(?:violat(?:e[sd]?|ing|ions?)|breach(?:e[sd]|ing)?|contravention|defiance|defying|despite|under|observ(?:e[sd]?|ing)"
    r"|enforc(?:e[sd]?|ing|ement)|uph[eo]ld(?:s|ing)?|maintain(?:s|ed|ing)?|evad(?:e[sd]?|ing)|circumvent(?:s|ed|ing)?|bypass"
    r"|flout(?:s|ed|ing)?|outside|framework)\s+(?:of\s+)?(?:(?!(?:new|fresh|more|threat\w*|pressure|and|that|by|with)\b)"
    r"[\w.’'-]+\s+){0,4}$",
    re.I,
)
"""Before what somebody keeps, breaks or gets round."""
