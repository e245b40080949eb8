"""events -> happenings: which mentions of a story are the same, and what is said of it together."""
