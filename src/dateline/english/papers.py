"""Words that newspapers are called by."""

from typing import Final

PAPERS: Final = tuple(
    (
        "Advertiser Argus Bulletin Chronicle Courier Daily Dispatch Echo Examiner Express Gazette Globe Guardian "
        "Herald Independent Journal Mail Mercury Mirror Monitor News Observer Online Post Press Record Register Review "
        "Sentinel Standard Star Sun Telegraph Times Today Tribune Voice Weekly"
    ).split()
)
