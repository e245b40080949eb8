"""`dateline serve`."""

from dateline.desk.command import register

__all__ = ["register"]
