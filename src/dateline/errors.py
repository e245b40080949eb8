"""What can go wrong for the caller. Bad reports are `Issue` records, not exceptions."""

from typing import ClassVar


class DatelineError(Exception):
    """The root. The message says what was seen, what was expected and what to do. `exit_code`: the command's."""

    exit_code: ClassVar[int] = 5


class SettingsError(DatelineError):
    """A settings file or option is wrong: the user's to mend."""

    exit_code = 2


class InputError(DatelineError):
    """Nothing that was given could be read: the user's to mend."""

    exit_code = 1


class StoreError(DatelineError):
    """The store cannot be opened, is locked by another writer, or is full: the user's to mend."""

    exit_code = 4


class OutputError(DatelineError):
    """A file of the account cannot be written: the user's to mend."""

    exit_code = 4


class StageError(DatelineError):
    """A stage failed on a unit: our fault. The engine turns it into an `Issue` and goes on."""


class MissingPartError(DatelineError):
    """A part of the installation is missing (model, gazetteer, bundle): `dateline doctor` says the fix."""
