"""Dateline reads many noisy reports of one unfolding situation and gives one sourced account."""

__version__ = "0.1.0"
