"""Figures and events -> their time, place, claim and participants."""
