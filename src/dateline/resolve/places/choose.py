"""Options of all toponyms of a story -> one for each, chosen together.

Every toponym starts with what speaks for each of its options alone: population or fame, how the name met it, the type
word beside it, the name that holds it ("Paris, Texas"), the countries that its reports name. Then the options of
different toponyms support each other by nearness and common areas, weighted by how close the toponyms stand in the
text, until the beliefs settle. The weights were set by hand on TR-News, LGL and GeoVirus together.
"""

import math
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from dateline.model import Record
from dateline.resolve.places.records import Known

SHARPNESS = (0.3, 0.6, 1.0, 2.0)
"""How firmly each round believes: at first hardly, so that two unlikely places that are near each other are heard."""
NEAR_KM, FAR_KM = 40.0, 250.0
NEAR, FAR, SAME_REGION, SAME_COUNTRY, HELD = 2.0, 0.6, 0.7, 0.2, 1.0
PEER = 0.6
"""Countries, or states of one country, that stand in one sentence are likely a list of their kind."""
COMPANY = 3.6
"""What the company of other places weighs beside one decimal order of population."""
SAME_SENTENCE = 1.0
"""How close two toponyms of one sentence stand."""
STATES = ("admin1", "state", "province")
_BLOCK = 256
_IN_WHOLE, _IN_HALF = 2048, 6000  # options: 16 MB; in half precision 72 MB; beyond, computed anew in each round

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int32]


class Option(Record, frozen=True):
    """One place that a toponym may mean, with what speaks for it alone and why, in words. `held`: a name that stands
    with it says where it lies ("West, Texas")."""

    known: Known
    score: float
    why: tuple[str, ...] = ()
    held: bool = False


class Choice(Record, frozen=True):
    """What was chosen, of how many others; `company` is what the other places added to it."""

    option: Option
    rivals: int
    company: float


def choose(options: Sequence[Sequence[Option]], links: Floats) -> list[Choice | None]:
    """One choice a toponym, None where it has no option. `links[i, j]` is 0 to 1: how close i and j stand in text."""
    flat = [option for own in options for option in own]
    if not flat:
        return [None] * len(options)
    owner = np.array([i for i, own in enumerate(options) for _ in own], np.int32)
    alone = np.array([option.score for option in flat], np.float32)
    field = _Field(flat, owner, links)
    scores = alone
    for sharpness in SHARPNESS:
        scores = alone + COMPANY * field.company(_belief(scores, owner, len(options), sharpness))
    choices: list[Choice | None] = []
    at = 0
    for own in options:
        mine = scores[at : at + len(own)]
        if not len(own):
            choices.append(None)
            continue
        best = min(range(len(own)), key=lambda i: (-round(float(mine[i]), 4), own[i].known.id))
        gain = float(mine[best]) - own[best].score
        choices.append(Choice(option=own[best], rivals=len(own) - 1, company=gain))
        at += len(own)
    return choices


def distance_km(a: Known, b: Known) -> float:
    """Great-circle distance."""
    la, lb = math.radians(a.lat), math.radians(b.lat)
    h = (
        math.sin((lb - la) / 2) ** 2
        + math.cos(la) * math.cos(lb) * math.sin(math.radians(b.lon - a.lon) / 2) ** 2
    )  # fmt: skip
    return 12742 * math.asin(min(1.0, math.sqrt(h)))


def inside(inner: Known, outer: Known) -> bool:
    """Does the outer place hold the inner one?"""
    if inner.id == outer.id:
        return False
    if outer.precision == "country":
        return inner.country == outer.country and inner.precision != "country"
    if inner.precision == "country":
        return False
    if outer.feature == "admin1":
        return inner.admin1 == outer.admin1 and inner.feature != "admin1"
    if inner.radius_km > outer.radius_km:
        return False
    if outer.admin1 and outer.precision == "region":
        return inner.admin1 == outer.admin1
    return distance_km(inner, outer) <= outer.radius_km * 1.3 + 15


class _Field:
    """Who supports whom: computed in blocks of rows, so that a story of a thousand places stays small."""

    def __init__(self, flat: Sequence[Option], owner: Ints, links: Floats) -> None:
        self._owner, self._links = owner, links
        known = [option.known for option in flat]
        self._lat = np.radians(np.array([k.lat for k in known], np.float32))
        self._lon = np.radians(np.array([k.lon for k in known], np.float32))
        self._country = _codes([k.country for k in known])
        self._region = _codes([k.admin1 for k in known])
        self._wide = np.array([k.precision == "country" for k in known])
        self._state = np.array([k.feature in STATES for k in known])
        self._area = np.array([k.precision == "region" for k in known])
        self._blocks = [slice(at, at + _BLOCK) for at in range(0, len(flat), _BLOCK)]
        exact = np.float32 if len(flat) <= _IN_WHOLE else np.float16
        held = len(flat) <= _IN_HALF
        self._kept = [self._kernel(rows).astype(exact) for rows in self._blocks] if held else None

    def company(self, belief: Floats) -> Floats:
        """What the others add to each option: the logarithm of one plus their belief-weighted support."""
        kernels = self._kept if self._kept is not None else map(self._kernel, self._blocks)
        return np.concatenate([np.log1p(kernel.astype(np.float32, copy=False) @ belief) for kernel in kernels])

    def _kernel(self, rows: slice) -> Floats:
        lat, lon = self._lat[rows, None], self._lon[rows, None]
        h = np.sin((self._lat - lat) / 2) ** 2 + np.cos(lat) * np.cos(self._lat) * np.sin((self._lon - lon) / 2) ** 2
        km = 12742 * np.arcsin(np.sqrt(np.minimum(h, 1)))
        country = (self._country[rows, None] == self._country) & (self._country >= 0)
        region = (self._region[rows, None] == self._region) & (self._region >= 0)
        narrow = ~self._wide[rows, None] & ~self._wide
        support = np.where(narrow, NEAR * np.exp(-km / NEAR_KM) + FAR * np.exp(-km / FAR_KM), 0)
        support += np.where(country, np.where(narrow, SAME_COUNTRY, HELD), 0)
        support += np.where(region & narrow, np.where(self._area | self._area[rows, None], HELD, SAME_REGION), 0)
        links = self._links[self._owner[rows, None], self._owner]
        peers = (self._wide[rows, None] & self._wide) | (self._state[rows, None] & self._state & country)
        support += np.where(peers & (links == SAME_SENTENCE), PEER, 0)
        support *= links
        support[self._owner[rows, None] == self._owner] = 0
        return support.astype(np.float32)


def _belief(scores: Floats, owner: Ints, count: int, sharpness: float) -> Floats:
    """Softmax of the scores within each toponym."""
    top = np.full(count, -np.inf, np.float32)
    np.maximum.at(top, owner, scores)
    weight = np.exp(sharpness * (scores - top[owner]))
    share: Floats = (weight / np.bincount(owner, weight, count)[owner]).astype(np.float32)
    return share


def _codes(names: Sequence[str | None]) -> Ints:
    numbers = {name: i for i, name in enumerate(sorted({n for n in names if n}))}
    return np.array([numbers[name] if name else -1 for name in names], np.int32)
