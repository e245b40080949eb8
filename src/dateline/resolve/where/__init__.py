"""The places of a story -> where each event was: told by its words, its sentence, or what stands around it."""
