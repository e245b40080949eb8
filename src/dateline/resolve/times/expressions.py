"""What a time expression says, before it is put on the calendar: the forms that the grammar reads."""

from typing import Literal

from dateline.model import Record
from dateline.resolve.times.calendar import Unit

Edge = Literal["early", "mid", "late", "start", "end", "earlier", "later", "so far", "rest"]


class Expression(Record, frozen=True):
    """Any of the forms below."""


class Date(Expression, frozen=True):
    """A date with what is said of it; `year_offset` counts years from the anchor's ("March last year": -1), with
    `year_told` from the year of what was told ("October of that year")."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    clock: str | None = None
    part: str | None = None
    edge: Edge | None = None
    year_offset: int | None = None
    year_told: bool = False
    side: int | None = None


class Weekday(Expression, frozen=True):
    """A weekday, 0 Monday. `side`: -1 last, 0 this, 1 next; `week`: weeks from the anchor's ("Friday last week": -1);
    `offset`: days more ("Friday after next": 7)."""

    weekday: int
    side: int | None = None
    week: int | None = None
    part: str | None = None
    clock: str | None = None
    offset: int = 0


class Today(Expression, frozen=True):
    """A day counted from the anchor's: yesterday -1."""

    offset: int
    part: str | None = None
    clock: str | None = None


class Current(Expression, frozen=True):
    """The calendar unit `offset` from the anchor's ("last year": -1), or the part of it that `edge` names."""

    unit: Unit | Literal["weekend", "quarter"]
    offset: int
    edge: Edge | None = None
    anaphoric: bool = False
    bare: bool = False


class Season(Expression, frozen=True):
    """A season, 0 spring to 3 winter."""

    season: int
    year: int | None = None
    side: int | None = None
    year_offset: int | None = None


class Quarter(Expression, frozen=True):
    """A quarter of a year, 1 to 4."""

    quarter: int
    year: int | None = None
    year_offset: int | None = None


class Years(Expression, frozen=True):
    """A decade or century by number."""

    first: int
    last: int


class Feast(Expression, frozen=True):
    """A feast by name. `year_offset` counts years from the anchor's ("Easter last year": -1), `ago` from the feast
    nearest to the anchor ("Easter two years ago": 2)."""

    name: str
    year: int | None = None
    year_offset: int | None = None
    side: int | None = None
    offset: int = 0
    ago: int = 0


class Shift(Expression, frozen=True):
    """So many units before or after something: publication ("ago"), what was just told ("later"), or `base`."""

    low: int
    high: int
    unit: Unit
    direction: Literal[-1, 1]
    base: Literal["publication", "told"] | Expression
    vague: bool = False


class Window(Expression, frozen=True):
    """The last or next so many units: "over the past four years"."""

    count: int
    unit: Unit
    direction: Literal[-1, 1]


class Within(Expression, frozen=True):
    """Within so many units: from now until then when something is to come, else a length of time."""

    count: int
    unit: Unit
    length: str


class Ahead(Expression, frozen=True):
    """In so many units: a time to come, else a length of time."""

    low: int
    high: int
    unit: Unit
    length: str


class Holding(Expression, frozen=True):
    """The calendar unit that holds a day: "the week of February 6"."""

    unit: Literal["week", "month"]
    of: Expression


class Same(Expression, frozen=True):
    """A day counted from a day that was just told. `reach`: in this scene, else the day of the report's lead or of its
    publication ("at 8 pm", "earlier in the day"); told, else no value ("the next day"). `half`: the clock says in which
    half of the day it is ("10:25" does not)."""

    offset: int = 0
    part: str | None = None
    clock: str | None = None
    half: bool = True
    reach: Literal["scene", "told"] = "scene"


class Abreast(Expression, frozen=True):
    """The same moment by the clock of another place: "(2100 GMT Monday)"."""

    clock: str
    of: Expression


class Range(Expression, frozen=True):
    """From one time to another."""

    first: Expression
    last: Expression


class Since(Expression, frozen=True):
    """From a time up to now."""

    start: Expression | None


class Duration(Expression, frozen=True):
    """A length of time in ISO 8601, null when it has no number."""

    value: str | None


class Recurring(Expression, frozen=True):
    """Again and again."""


class Vague(Expression, frozen=True):
    """A time that cannot be put on the calendar, and why."""

    why: str


class Nothing(Expression, frozen=True):
    """Words that look like a time and are none (the age of a person): read over."""
