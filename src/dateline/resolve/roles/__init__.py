"""An event's own clause -> who did it and to whom, where grammar settles it."""
