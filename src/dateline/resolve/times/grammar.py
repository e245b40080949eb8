"""The rules of time expressions: patterns over word symbols, in order of preference, each with the builder of what it
says.

A pattern is written in the names of `words.ALPHABET` (upper case) and of the parts below (lower case), with spaces for
legibility: `md dd (?:COMMA? yy)?`; `(?:` `|` `?` `+` `*` as in `re`, and no other brackets.
"""

from collections.abc import Callable

from dateline.resolve.times import amounts as a
from dateline.resolve.times import dates as d
from dateline.resolve.times import hours as h
from dateline.resolve.times import weekdays as w
from dateline.resolve.times.cut import Cut
from dateline.resolve.times.expressions import Expression

PARTS = {
    "num": "(?:NUM|SMALL|YEAR|ONE|WORDNUM(?:DASH?(?:WORDNUM|ONE))?)",
    "half": "(?:AND A? HALF|DASH AND DASH (?:A DASH)? HALF|DASH SMALL SLASH SMALL)",
    "count": "(?:A SEVERAL|A COUPLE OF?|A HALF DASH?|HALF DASH? A|HALF DASH|SEVERAL|COUPLE OF?"
    "|num half?(?:(?:DASH|TO|OR) num half?)?|A)",
    "hedge": "(?:(?:AT LEAST|ABOUT TO|ABOUT|THAN|OVER)+)",
    "md": "(?:MONTH|MON DOT?)",
    "wd": "(?:WEEKDAY|WDAY DOT?)",
    "dd": "(?:SMALL|ORD)",
    "yy": "(?:YEAR|SHORT)",
    "relyear": "(?:OF? THE? (?:THIS|LAST|NEXT|PAST|PREV|COMING|FOLLOWING|THAT) UNIT)",
    "mdy": "(?:(?:wd COMMA?)? THE? md THE? dd (?:COMMA? OF? yy|relyear)?)",
    "dmy": "(?:(?:wd COMMA? THE?)? dd OF? md (?:COMMA? OF? yy|relyear)?)",
    "date": "(?:mdy|dmy|NUMERIC|ISO)",
    "lead": "(?:(?:EARLY|LATE|EARLIER|LATER) (?:ON|IN)? THE?)",
    "edge": "(?:THE? (?:EARLY|LATE|MID) DASH? (?:IN|ON)?|THE? ABOUT? EDGE OF)",
    "dur": "(?:IN|OVER|DURING|WITHIN|FOR)",
    "sides": "(?:THIS|LAST|NEXT|PAST|PREV|COMING|CURRENT)",
    "zone": "(?:ZONE|LOCAL TIME|LPAR (?:(?:CLOCK|NUM|YEAR)? ZONE|LOCAL TIME) RPAR)",
    "clock": "(?:ABOUT? (?:(?:CLOCK AMPM?|(?:SMALL|NUM|YEAR) AMPM) zone?|(?:NUM|YEAR) ZONE))",
    "part": "(?:(?:EARLY|LATE)? (?:PART|POINT))",
    "dayname": "(?:date|lead? (?:(?:THIS|LAST|NEXT|PAST|COMING) )? WEEKDAY part?|TODAY part?)",
    "point": "(?:edge? THE? (?:mdy|dmy|md (?:COMMA? OF? yy|relyear)|ISO|NUMERIC|YEAR|md|sides UNIT|sides? WEEKDAY|TODAY"
    "|DECADE))",
}  # fmt: skip

RULES: tuple[tuple[str, str, Callable[[Cut], Expression | None]], ...] = (
    # dates that carry a clock
    ("date_clock", "(?:ISO|NUMERIC|mdy|dmy) COMMA? AT? clock", d.date),
    ("military_date", "(?:YEAR|NUM) (?:NUMERIC|ISO)", d.date),
    ("clock_day", "clock COMMA? ON? (?:dayname|THE NEXT UNIT)", h.clock),
    ("clock", "clock", h.clock),
    ("military_clock", "(?:NUM|YEAR) UNIT", h.military_clock),
    ("before_point", "hedge? count UNIT (?:BEFORE|AFTER) POINT zone?", h.part_of_day),
    # ranges
    (
        "days_of_month",
        "(?:FROM|BETWEEN)? (?:wd COMMA?)? md dd (?:DASH|TO|AND|UNTIL|OR) dd (?:COMMA? yy)?",
        d.days_of_month,
    ),
    ("month_days", "(?:FROM|BETWEEN)? dd (?:DASH|TO|AND|UNTIL|OR) dd OF? md (?:COMMA? yy)?", d.days_of_month),
    ("from_to", "(?:FROM|BETWEEN) point (?:TO|AND|DASH|UNTIL) point (?:IN YEAR)?", d.between),
    ("dates", "date DASH date", d.between),
    ("months", "md yy? (?:DASH|TO|AND|UNTIL) md (?:(?:COMMA|IN|OF)? yy|relyear)?", d.between),
    ("years", "YEAR (?:DASH|SLASH|TO|UNTIL) (?:YEAR|SHORT|SMALL|NUM)", d.years),
    ("weekdays", "WEEKDAY (?:DASH|TO|AND|OR|UNTIL) WEEKDAY", w.weekdays),
    # dates
    ("edge_date", "(?:lead|edge) date", d.date),
    ("hours_of", "dur? THE? EARLY PART? UNIT OF THE? (?:dayname|PART)", h.early_hours),
    ("hours_of_on", "dur? THE? EARLY PART? UNIT ON dayname", h.early_hours),
    (
        "part_of",
        "(?:IN|DURING|BY|BEFORE|AFTER|UNTIL|SINCE)? THE? (?:EARLY|LATE)? DASH? (?:PART|POINT) (?:OF|ON) dayname",
        h.part_of_day,
    ),
    ("date", "(?:THE|THIS)? date", d.date),
    ("short_weekday", "ON WDAY DOT?", w.weekday),
    ("month_year", "edge? THE? md (?:COMMA? OF? yy|relyear)", d.date),
    ("side_month", "(?:edge|lead)? (?:LAST|THIS PAST?|NEXT|PAST|COMING) md", d.date),
    ("month", "(?:edge|lead)? md", d.month),
    # feasts
    ("good_day", "THE? YEAR? GOOD (?:APOS? S|APOS)? (?:WEEKDAY|UNIT) OF? YEAR?", d.feast),
    ("new_year", "THE? YEAR? sides? NEW UNIT (?:APOS? S)? APOS? (?:EVE|UNIT)? OF? YEAR?", d.feast),
    ("feast_before", "THE? EVE OF THE? CHRISTMAS OF? YEAR?", d.feast),
    ("eid", "THE? YEAR? sides? EID (?:CAP|WORD) DASH? (?:CAP|WORD) OF? YEAR?", d.feast),
    ("feast", "THE? YEAR? sides? (?:CHRISTMAS|GOOD) (?:EVE|UNIT)? OF? YEAR?", d.feast),
    # weekdays and days
    ("week_day", "sides UNIT ON? WEEKDAY part?", w.weekday),
    ("weekday_week", "lead? WEEKDAY part? (?:OF? THE? (?:THIS|LAST|NEXT|PREV|COMING) UNIT)", w.weekday),
    ("weekdays_ago", "num WEEKDAY AGO", w.weekdays_ago),
    ("weekday_after_next", "WEEKDAY AFTER NEXT", w.weekday),
    ("weekday", "lead? THE? sides* WEEKDAY EARLY? part? (?:DASH? UNIT)? (?:LOCAL TIME|CAP DOT? TIME)?", w.weekday),
    ("week_of", "THE UNIT OF (?:mdy|dmy)", d.week_of),
    ("night_to", "TODAY (?:ON|FROM|INTO)? WEEKDAY", w.weekday),
    ("nine_eleven", "SMALL SLASH SMALL", d.nine_eleven),
    ("eve_of", "THE? EVE OF THE? dayname", d.eve),
    ("day_beside_today", "THE UNIT (?:BEFORE|AFTER) TODAY", w.today),
    ("today", "lead? TODAY EARLY? part?", w.today),
    ("last_night", "lead? (?:LAST|THIS) EARLY? PART", w.today),
    # so many units from somewhere
    ("ago", "hedge? count PLUS? DASH? UNIT AGO", a.ago),
    ("units_ago", "UNIT AGO", a.ago),
    ("from_now", "hedge? count UNIT FROM (?:NOW|TODAY)", a.ago),
    ("beside_date", "hedge? count UNIT (?:BEFORE|AFTER) (?:dayname|edge? md yy?|YEAR)", a.beside),
    ("later", "hedge? count ABOUT? UNIT (?:LATER|EARLIER)", a.later),
    ("units_later", "UNIT (?:LATER|EARLIER)", a.units_later),
    ("beside_event", "hedge? count? UNIT (?:BEFORE|AFTER)", a.beside_event),
    ("window", "dur? THE? (?:(?:THIS )?PAST|LAST|NEXT|COMING|PREV|RECENT) hedge? num DASH? PLUS? half? UNIT", a.window),
    ("some_window", "dur? THE? (?:PAST|LAST|NEXT|COMING|PREV|RECENT) (?:A? SEVERAL|A? COUPLE OF?) UNIT", a.window),
    ("recent", "dur? THE? LEAST? RECENT (?:UNIT|WEEKEND)", a.vague),
    ("units_ahead", "dur? THE? UNIT (?:AFTER|TO COMING|DEADLINE|TO WORD)", a.units_ahead),
    ("last_quarter", "dur? THE LAST QUARTER (?:(?:OF|IN) YEAR|relyear)", a.last_quarter),
    ("the_year", "(?:edge|dur)? THE? UNIT YEAR", d.the_year),
    ("so_far", "SO FAR (?:THIS|IN THE|IN) (?:UNIT|YEAR|MONTH|SEASON)", a.current),
    (
        "part_of_unit",
        "(?:EARLY|LATE|EARLIER|LATER) (?:ON )?(?:IN|ON) (?:THE|THAT|THE THAT) (?:UNIT|PART|SEASON)",
        a.part_of_unit,
    ),
    ("year_end", "THE? UNIT (?:APOS? S)? DASH? EDGE", a.year_end),
    (
        "edge_of_unit",
        "dur? (?:edge|THE? ABOUT? EDGE OF THE|lead) (?:sides|THE)? FISCAL? (?:UNIT|QUARTER|WEEKEND)",
        a.current,
    ),
    (
        "first_units",
        "THE? (?:ORDWORD|LAST) (?:num UNIT|HALF) (?:(?:OF|IN)? THE? (?:YEAR|relyear|THIS UNIT|UNIT))",
        a.first_units,
    ),
    ("quarter", "THE? (?:ORDWORD|ORD|SECOND) QUARTER (?:COMMA? (?:OF|IN)? (?:YEAR|relyear))?", a.quarter),
    ("day_of_event", "THE? (?:ORDWORD|ORD|SECOND) (?:AND ORDWORD )?UNIT OF THE", a.beside_event),
    ("century", "(?:edge|lead)? THE? (?:ORDWORD|ORD|WORDNUM DASH ORDWORD) UNIT", d.century),
    ("season_year", "(?:edge|lead)? THE? SEASON (?:COMMA? OF? YEAR|relyear)", a.season),
    ("season", "(?:edge|lead)? (?:sides|THE) (?:PAST )?SEASON", a.season),
    ("unit_beside", "lead? THE (?:UNIT|PART) (?:BEFORE|AFTER|EARLIER)", a.anaphoric),
    (
        "that_unit",
        "(?:lead|ON|IN|AT|DURING)? (?:THE (?:THAT|PREV|NEXT|FOLLOWING)|THAT) (?:UNIT|PART|SEASON|WEEKEND)",
        a.anaphoric,
    ),
    ("current", "dur? (?:edge|lead)? THE? sides+ FISCAL? (?:UNIT|WEEKEND|QUARTER)", a.current),
    ("weekend", "dur? THE? WEEKEND", a.current),
    ("decade", "(?:THE? (?:EARLY|LATE|MID) DASH?)? THE? DECADE", d.decade),
    ("noun_year", "THE YEAR", d.year),
    # recurring
    (
        "every",
        "(?:EVERY|PER) (?:ONE|OR|num|ORDWORD|SECOND|THAT|SEVERAL|A SEVERAL)?"
        " (?:UNIT|WEEKDAY|PART|MONTH|SEASON|WEEKEND)",
        a.recurring,
    ),
    ("annual", "(?:ON A)? ANNUAL", a.recurring),
    ("weekends", "ON (?:WEEKEND|WEEKDAY)", a.on_plural),
    # durations
    ("age", "hedge? num half? DASH? UNIT DASH? OLD", a.age),
    ("within", "(?:WITHIN|IN) hedge? count UNIT", a.within),
    ("rate", "hedge? count UNIT A UNIT", a.recurring),
    ("duration", "(?:FOR|AFTER)? hedge? count half? PLUS? (?:DASH|ED|WORD)? UNIT half? (?:DASH LONG)?", a.duration),
    ("long", "(?:FOR|AFTER)? UNIT (?:DASH LONG)?", a.duration),
    ("year", "(?:edge|lead)? YEAR", d.year),
    ("short_year", "(?:IN|SINCE|OF|THE) SHORT", d.year),
    # parts of a day without their day
    ("point_day", "(?:AT|ABOUT|BEFORE|AFTER|BY)? POINT zone? (?:ON|OF)? dayname", h.point_of_day),
    ("into_night", "LATE? INTO THE PART", h.part_of_day),
    ("night_of_day", "(?:IN|DURING|BY|BEFORE|AFTER|UNTIL) THE (?:EARLY|LATE)? PART", h.part_of_day),
    ("early_morning", "(?:EARLY|LATE) DASH? PART", h.part_of_day),
    ("at_point", "(?:AT|BY|BEFORE|AFTER|ABOUT|UNTIL|SINCE) POINT zone?", h.part_of_day),
    # the rest
    ("now", "NOW|RECENT|AT THE? MOMENT|AT (?:THIS|THAT|THE|THE CURRENT) TIME|IN THE (?:FUTURE|PAST)", a.vague),
    ("then", "SINCE THEN", a.then),
    ("earlier", "EARLIER", a.earlier),
)  # fmt: skip
