"""Mentions -> entities: who and what is named, described or meant by a pronoun, over all reports of a story."""
