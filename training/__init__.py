"""How the reader model is made: corpus in, weights out, one command (`python -m training`)."""
