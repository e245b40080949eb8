"""sentence, outcome -> whether any of its words bears the outcome out.

What the network learned of a count, or an event hands on to it, holds only where the sentence has a word of its kind:
without one of death or injury nobody in it is counted as hurt, without one of seizing nobody as held. Words of judging
are none of seizing: whom a court sentences to "years in prison" it need not hold.
"""

import re
from typing import Final

from dateline.model.mention import What

_HARM: Final = (
    "kill* dead death deaths deadl* die died dies dying fatal* lives slain massacre* body bodies perish* toll "
    "murder* execut* shot victim victims casualt* coffin coffins funeral funerals bury buried burial assassinat* "
    "drown* injur* wound* hurt maimed hospital* treated treating treatment scars martyr* slaughter* behead* hanged "
    "suicide suicides lost losses"
)
_WORDS: Final[dict[What, str]] = {
    "killed": _HARM,
    "died": _HARM,
    "injured": _HARM,
    "captured": "arrest* detain* detention* custody jailed jailing jails in_jail into_jail imprison* prisoner "
    "prisoners inmate inmates behind_bars death_row cell cells captur* captiv* abduct* kidnap* hostage hostages held "
    "hold holds holding seiz* take takes took taken taking round_up rounded_up rounding_up apprehend* nabbed caught "
    "interned internment incarcerat* locked_up handcuff* extradit* hauled herded nets netted",
    "displaced": "displac* flee* fled flight evacu* uproot* home homes homeless* exodus refug* asylum migra* "
    "abandon* drive driven driving drove forced forcing expel* expuls* deport* left leave leaves leaving escap* "
    "shelter* camp camps idp idps exile* out_of flooded_out poured_out housed accommodat*",
    "trapped": "trap* strand* stuck besieg* siege sieges surround* encircl* cut_off caught holed_up rubble debris "
    "wreck* beneath under underneath underground buried inside blockad* pinned marooned unable",
    "protested": "protest* demonstrat* march* rally rallies rallied rallying strike* striking struck picket* sit-in "
    "sit-ins boycott* riot* chant* street streets gather* crowd crowds vigil vigils uprising uprisings revolt "
    "revolts throng* turned_out turnout activis* walked_out walkout walkouts unrest clash* occupy occupied occupying "
    "dissent* movement",
    "evacuated": "evacu* rescued rescuing rescues rescue_of managed_to_rescue airlift* recover* remov* bring* brought "
    "take takes taken taking took moved moving pull* carry carried carrying safety safely ferry ferried ferrying bused "
    "bussed clear* out free freed freeing saved saving relocat* transfer* transport*",
    "destroyed": "destr* damag* demoli* burn* torch* raze* razing flatten* ruin* wreck* collaps* broke* break* "
    "smash* ransack* loot* lost losses sank sink sinking sunk gutted ablaze blaze* fire* hit hits blow* blew blast* "
    "explo* shatter* vandal* wiped wiping level* swept cull* slaughter* kill* eliminat* ravag* bulldoz* strike* "
    "striking struck shot shoot* downed crash* went_down overturn* devastat* dismantl* defac* sabotag* tear* tore "
    "torn disabl* neutrali* attack* bomb* shell* raid* storm* uproot* spoil* delet* toppl* toll",
}
"""Words parted by spaces: "*" is any ending, "_" a space in between."""


def _pattern(words: str) -> re.Pattern[str]:
    alternatives = words.replace("*", r"\w*").replace(" ", "|").replace("_", r"\s+")
    return re.compile(rf"\b(?:{alternatives})\b", re.I)


_BORNE_OUT: Final = {what: _pattern(words) for what, words in _WORDS.items()}


def bears_out(text: str, what: What) -> bool:
    """Whether a sentence has any word of what is said to have happened in it; so has it of what needs no word."""
    words = _BORNE_OUT.get(what)
    return words is None or words.search(text) is not None
