"""a story's happenings, series and claims -> contradictions: what cannot both hold, with both sides and the reason."""
