"""Event kinds -> what they say of each other: which deal a blow, which harm, which two writers exchange."""

from dateline.model.kinds import BLOWS, DEADLY

MEANS = BLOWS - {"attack"}
"""Ways of attacking: two of them are seldom one happening, whatever the reader calls a blow."""

CAUSES = DEADLY | {"abduction"}
"""Kinds that kill and wound: a death beside one of them in a sentence is part of it."""

SPEECH = frozenset({"accusation", "demand", "threat", "rejection", "support"})
"""Acts of one speaker: what two say is two, however alike."""

MANY_A_DAY = frozenset({"accusation", "arrest", "sanction", "politics", "threat", "demand", "aid"})
"""Kinds of which each day has many: to whom it is done says which it is."""

MAY_BE_ONE: frozenset[frozenset[str]] = frozenset(
    frozenset(pair)
    for pair in (
        *(("attack", k) for k in BLOWS | {"riot", "abduction"}),
        ("evacuation", "displacement"),
        ("evacuation", "withdrawal"),
        ("displacement", "withdrawal"),
        ("displacement", "arrival"),
        ("evacuation", "arrival"),
        ("evacuation", "concession"),
        ("arrest", "coercion"),
        ("protest", "riot"),
        ("hazard", "accident"),
        ("armed_clash", "capture_territory"),
        ("capture_territory", "withdrawal"),
        ("aid", "evacuation"),
        ("accusation", "rejection"),
        ("accusation", "arrest"),
        ("agreement", "talks"),
        ("agreement", "concession"),
        ("abduction", "arrest"),
        ("demand", "threat"),
        ("politics", "agreement"),
        ("death", "injury"),
    )
)
"""Kinds that two writers give to one happening: the kinds that annotators of the reading corpus confuse."""

COUNTABLE = frozenset({"agreement", "accident", "abduction", "attack", "bombing"})
"""Kinds whose plural speaks of several happenings: “evacuation deals” are not the deal."""

MOVES = frozenset({"evacuation", "displacement"})
"""Kinds of people on the move, of which the place says who moves."""

LASTING = frozenset({"armed_clash", "coercion", "deployment", "displacement", "protest", "talks", "hazard"})
"""Kinds that go on for weeks: told as going on by two reports, they have no day on which they differ."""
