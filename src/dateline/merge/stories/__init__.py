"""reports -> stories: which reports are of one situation."""
