"""The months and the days of the week, as reports spell them."""

from typing import Final

MONTHS: Final = tuple("January February March April May June July August September October November December".split())
SHORT_MONTHS: Final = tuple("Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec".split())
"""How months are abbreviated, most often with a dot."""
MONTH_STARTS: Final = tuple(month[:3] for month in MONTHS)
"""How every spelling of a month begins."""
WEEKDAYS: Final = tuple("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
