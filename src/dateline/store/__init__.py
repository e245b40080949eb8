"""The store: one SQLite file (WAL) with reports, what was read in them, judgements and search indexes.

`StoreFile` opens it and gives transactions; the modules beside it read and write one kind of row each, given a
connection. What is written when is the engine's business.
"""

from dateline.store.file import StoreFile

__all__ = ["StoreFile"]
