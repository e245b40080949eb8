"""How the map is walked: stages over a store, incrementally. Knows no room; `dateline.pipeline` hands it the stages."""

from dateline.engine.account import account_of
from dateline.engine.engine import Added, Engine, Found, Progress
from dateline.engine.groups import Settled, make_dossier, tell_story
from dateline.engine.stages import Stage, Stages, check

__all__ = [
    "Added", "Engine", "Found", "Progress", "Settled", "Stage", "Stages", "account_of", "check", "make_dossier",
    "tell_story",
]  # fmt: skip
