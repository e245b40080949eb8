"""Ordered changes to the form of the store; the newest is named by `dateline.store.file.HEAD`."""
