"""What can go wrong for the caller. Bad reports are `Issue` records, not exceptions."""


class DatelineError(Exception):
    """The root. The message says what was seen, what was expected and what to do."""


class SettingsError(DatelineError):
    """A settings file or option is wrong: the user's to mend."""


class InputError(DatelineError):
    """Nothing that was given could be read: the user's to mend."""


class StoreError(DatelineError):
    """The store cannot be opened, is locked by another writer, or is full: the user's to mend."""


class StageError(DatelineError):
    """A stage failed on a unit: our fault. The engine turns it into an `Issue` and goes on."""


class MissingPartError(DatelineError):
    """A part of the installation is missing (model, gazetteer, bundle): `dateline doctor` says the fix."""
