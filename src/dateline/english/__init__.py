"""The English of the news: words and patterns that more than one room reads by. It knows no record and no room.

What only one room asks stands in that room, and so do its stop words, which are calibrated with its stems. Tables that
a user may add to are in `dateline.tables`.
"""
