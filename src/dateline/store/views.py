"""SQL views over the store, so that Datasette or any SQLite tool can read the account without this package."""

COLUMNS: dict[str, tuple[str, ...]] = {
    "entity": ("type", "name", "aliases", "party"),
    "place": ("entity", "name", "lat", "lon", "country", "admin1", "gazetteer_id", "precision", "radius_km", "how"),
    "time": ("start", "end", "text", "value", "granularity", "anchor", "why"),
    "claim": ("source.text", "source.entity", "cue.text", "content", "kind", "medium", "stance"),
    "figure": (
        "text", "low", "best", "high", "qualifier", "unit", "what", "of", "place", "time", "claim", "source", "measure",
    ),
    "event": (
        "trigger.text", "kind", "status", "plover", "actor.text", "actor.entity", "target.text", "target.entity",
        "place", "time", "claim",
    ),
    "happening": (
        "kind", "status", "summary", "start", "end", "precision", "place", "grade", "support.reports",
        "support.publishers", "support.origins", "support.informants", "actors", "targets", "events",
    ),
    "series": ("label", "unit", "what", "of", "place", "measure", "low", "best", "high", "latest", "grade", "members"),
    "contradiction": ("kind", "a.type", "a.id", "b.type", "b.id", "why"),
    "timeline": ("start", "end", "precision", "summary", "happening", "background", "support"),
    "brief": ("topic", "text", "grade", "inferred", "support"),
}  # fmt: skip
"""Kind of thing -> the fields that its view shows; `a.b` is field b of field a, shown as column a_b."""

VIEW_OF = {
    "entity": "entities", "place": "places", "time": "times", "claim": "claims", "figure": "figures",
    "event": "events", "happening": "happenings", "series": "all_series", "contradiction": "contradictions",
    "timeline": "timeline", "brief": "brief",
}  # fmt: skip


def view_statements() -> list[str]:
    """The statements that make the views anew."""
    statements = []
    for kind, fields in COLUMNS.items():
        shown = "".join(f", json_extract(json, '$.{f}') AS \"{f.replace('.', '_')}\"" for f in fields)
        statements.append(
            f"CREATE VIEW {VIEW_OF[kind]} AS SELECT id, story, report{shown} FROM things WHERE kind = '{kind}'"
        )
    statements.append(
        "CREATE VIEW reports AS SELECT report AS id, NULLIF(membership.origin, '') AS origin, membership.story,"
        " json_extract(json, '$.path') AS path, json_extract(json, '$.url') AS url,"
        " json_extract(json, '$.title') AS title, json_extract(json, '$.outlet') AS outlet,"
        " json_extract(json, '$.language') AS language, json_extract(json, '$.published.value') AS published,"
        " texts.body AS text FROM things JOIN membership USING (report) JOIN texts USING (report) WHERE kind = 'report'"
    )
    return statements
