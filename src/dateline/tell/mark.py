"""How what this program wrote says so, where the form has no other sign of it."""

MARK = "urn:dateline:"
COMMENT = f"<!-- {MARK}account -->"
"""In Markdown, HTML and XML."""
