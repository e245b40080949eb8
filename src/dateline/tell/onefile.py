"""Account -> account.html: the desk's pages with the account inside. One file, no network, opens from disk."""

from functools import cache
from importlib.resources import files

import msgspec

from dateline.errors import MissingPartError
from dateline.model import Account
from dateline.tell.mark import COMMENT
from dateline.tell.neighbours import find_neighbours

SLOT = "<!--account-->"
"""Where the built page takes its records."""


@cache
def page() -> str:
    """The page as `npm run build` left it in the package."""
    built = files("dateline.tell") / "page" / "index.html"
    if not built.is_file():
        raise MissingPartError("the page of the one-file report is not built: run `npm ci && npm run build` in ui/")
    return built.read_text("utf-8")


def embed(name: str, records: object) -> str:
    """A script element that the browser reads as text. Every `<` is escaped, so no report can close it; the two
    line separators that JSON allows and older script readers do not are escaped too."""
    text = msgspec.json.encode(records).decode("utf-8")
    text = text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f'<script type="application/json" id="{name}">{text}</script>'


def to_html(account: Account) -> bytes:
    """The one-file report. The same account gives the same bytes."""
    before, slot, after = page().partition(SLOT)
    if not slot:
        raise MissingPartError(f"the built page has no {SLOT} to put the account in: build ui/ again")
    records = embed("account", account) + "\n" + embed("towns", find_neighbours(account))
    return f"{before}{records}{after}{COMMENT}\n".encode("utf-8", "surrogatepass")
