"""The tables of the store. `migrations/` makes them; a test holds the two together."""

from sqlalchemy import Column, Index, Integer, LargeBinary, MetaData, Table, Text, text

metadata = MetaData()

raw = Table(
    "raw",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("size", Integer, nullable=False),
    Column("bytes", LargeBinary, nullable=False),
    comment="The captured bytes, compressed with zlib.",
)
captures = Table(
    "captures",
    metadata,
    Column("id", Text, primary_key=True),
    Column("sha256", Text, nullable=False),
    Column("path", Text),
    Column("url", Text),
    Column("media", Text, nullable=False),
    Column("encoding", Text),
    Column("blob", LargeBinary, nullable=False),
    comment="One row a report as captured; blob: Capture as msgpack, compressed.",
)
records = Table(
    "records",
    metadata,
    Column("type", Text, primary_key=True),
    Column("unit", Text, primary_key=True),
    Column("fingerprint", Text, nullable=False),
    Column("blob", LargeBinary, nullable=False),
    comment="What each stage wrote for each unit (a report or a story), as msgpack, compressed.",
)
indexed = Table(
    "indexed",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("report", Text),
    Column("size", Integer, nullable=False),
    Index("indexed_dead", "kind", sqlite_where=text("report IS NULL")),
    comment="The number of each report in the entries of runs, and how many keys it has; null for a report whose "
    "entries count no longer. Looked up by number in runs of a kind of their own.",
)
runs = Table(
    "runs",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("fences", LargeBinary, nullable=False),
    comment="Inverted index: under which keys a report is compared with others, in sorted runs. fences: the first "
    "entry of each block.",
)
run_blocks = Table(
    "run_blocks",
    metadata,
    Column("place", Integer, primary_key=True),
    Column("entries", LargeBinary, nullable=False),
    comment="The blocks of each run. place: the run's seq above the block's number; entries: sorted 64-bit "
    "numbers, the low half of a key above the number of a report.",
)
links = Table(
    "links",
    metadata,
    Column("kind", Text, primary_key=True),
    Column("a", Text, primary_key=True),
    Column("b", Text, primary_key=True),
    Column("blob", LargeBinary, nullable=False),
    Index("links_back", "kind", "b"),
    comment="Copies and passages (a < b) with their shared words: of a passage neither report is made; alike: a stands "
    "beside b, the earlier report most like it.",
    sqlite_with_rowid=False,
)
membership = Table(
    "membership",
    metadata,
    Column("report", Text, primary_key=True),
    Column("origin", Text, nullable=False, index=True),
    Column("story", Text, nullable=False, index=True),
    comment="Where each settled report belongs. A report without a row is not in the account yet.",
)
things = Table(
    "things",
    metadata,
    Column("kind", Text, primary_key=True),
    Column("story", Text, primary_key=True),
    Column("seq", Integer, primary_key=True),
    Column("id", Text),
    Column("report", Text),
    Column("json", Text, nullable=False),
    Index("things_by_id", "kind", "id"),
    Index("things_by_report", "report", "kind"),
    comment="The lists of the account one row a record, in the form of docs/account.schema.json; the views read it.",
    sqlite_with_rowid=False,
)
issues = Table(
    "issues",
    metadata,
    Column("unit", Text, nullable=False, index=True),
    Column("stage", Text, nullable=False),
    Column("code", Text, nullable=False),
    Column("report", Text),
    Column("message", Text, nullable=False),
    Column("trace", Text),
    comment="What could not be read, and why. unit: whose run wrote the row; trace: the traceback of a failure.",
)
judgements = Table(
    "judgements",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("id", Text, nullable=False, unique=True),
    Column("at", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("verdict", Text, nullable=False),
    Column("json", Text, nullable=False),
    comment="What persons decided: append-only.",
)
todo = Table(
    "todo",
    metadata,
    Column("work", Text, primary_key=True),
    Column("unit", Text, primary_key=True),
    comment="What is not done yet, committed with its cause, so that a killed run is resumed. work: report, group.",
    sqlite_with_rowid=False,
)
facts = Table(
    "facts",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
    comment="Facts about the store itself: the recipe (stages, versions, settings) it was made with.",
)
texts = Table(
    "texts",
    metadata,
    Column("rowid", Integer, primary_key=True),
    Column("report", Text, nullable=False, unique=True),
    Column("title", Text, nullable=False),
    Column("body", Text, nullable=False),
    comment="The words of each settled report, for search.",
)
names = Table(
    "names",
    metadata,
    Column("rowid", Integer, primary_key=True),
    Column("entity", Text, nullable=False),
    Column("story", Text, nullable=False, index=True),
    Column("type", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("spellings", Text, nullable=False),
    comment="The names of each entity; spellings: all of them without marks and case.",
)


def index_statements(index: str, table: str, columns: tuple[str, ...], tokenizer: str) -> list[str]:
    """The statements that make a full-text index which follows its table."""
    listed = ", ".join(columns)
    new, old = (", ".join(f"{which}.{c}" for c in columns) for which in ("new", "old"))
    insert = f"INSERT INTO {index} (rowid, {listed}) VALUES (new.rowid, {new});"
    delete = f"INSERT INTO {index} ({index}, rowid, {listed}) VALUES ('delete', old.rowid, {old});"
    return [
        f"CREATE VIRTUAL TABLE {index} USING fts5({listed}, content='{table}', tokenize='{tokenizer}')",
        f"CREATE TRIGGER {table}_in AFTER INSERT ON {table} BEGIN {insert} END",
        f"CREATE TRIGGER {table}_out AFTER DELETE ON {table} BEGIN {delete} END",
    ]


SEARCH = (
    *index_statements("text_index", "texts", ("title", "body"), "porter unicode61 remove_diacritics 2"),
    *index_statements("name_index", "names", ("spellings",), "trigram"),
)
"""The full-text indexes: the words of reports, and names by trigrams, so that any part of a name finds it."""
