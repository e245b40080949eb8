"""The account with its links followed: a quote is the sentence as it was read."""

import msgspec
import pytest

from dateline.model import Account, Block
from dateline.tell.export.view import QUOTE, View

TEXT = "Ferries\nMr. Vey said the U.S. Navy towed nine ferries off Tavo at 6 a.m. Friday. Nobody was hurt."


@pytest.mark.parametrize(
    ("words", "quote"),
    [
        ("nine ferries", "Mr. Vey said the U.S. Navy towed nine ferries off Tavo at 6 a.m. Friday."),
        ("Nobody", "Nobody was hurt."),
        ("Friday. Nobody", TEXT.partition("\n")[2]),
    ],
)
def test_a_quote_is_the_whole_sentence_that_holds_the_words(account: Account, words: str, quote: str) -> None:
    body = TEXT.index("\n") + 1
    blocks = (Block(start=0, end=body - 1, kind="title"), Block(start=body, end=len(TEXT), kind="body"))
    first = msgspec.structs.replace(account.reports[0], text=TEXT, blocks=blocks)
    view = View(msgspec.structs.replace(account, reports=(first, *account.reports[1:])))
    start = TEXT.index(words)
    assert view.quote(first.id, start, start + len(words)) == quote


def test_a_quote_of_a_text_without_stops_is_cut(account: Account) -> None:
    text = "ferry " * QUOTE
    first = msgspec.structs.replace(account.reports[0], text=text, blocks=(Block(start=0, end=len(text), kind="body"),))
    view = View(msgspec.structs.replace(account, reports=(first, *account.reports[1:])))
    assert len(view.quote(first.id, 3 * QUOTE, 3 * QUOTE + 5)) <= 2 * QUOTE + 5
