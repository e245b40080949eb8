"""Dateline reads many noisy reports of one unfolding situation and gives one sourced account.

`read(paths)` gives an `Account`; `Store(path)` keeps reports and brings their account up to date as they come.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dateline.library import Store, read
    from dateline.model import Account

__version__ = "0.1.0"
__all__ = ["Account", "Store", "read"]


def __getattr__(name: str) -> Any:
    """The public names, loaded when they are first asked for: the rooms import this package's records."""
    if name in ("Store", "read"):
        from dateline import library

        return getattr(library, name)
    if name == "Account":
        from dateline.model import Account

        return Account
    raise AttributeError(f"module 'dateline' has no attribute {name!r}")
