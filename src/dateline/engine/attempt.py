"""The one place that catches everything: a stage that fails becomes an issue, and the run goes on."""

import traceback
from collections.abc import Callable
from typing import Any, TypeVar

import msgspec

from dateline.engine.stages import Stage
from dateline.errors import DatelineError, StageError
from dateline.model import Issue
from dateline.store.issues import Failure

T = TypeVar("T")


def attempt(
    stage: Stage[..., Any], report: str | None, what: str, call: Callable[[], T], failures: list[Failure]
) -> T | None:
    """The result of `call`, or None after adding to `failures` what went wrong. `what`: the unit in words. What the
    user must mend (a missing model, a full disk) is not a failure of the report and goes up."""
    try:
        result = call()
        msgspec.msgpack.encode(result)  # what no store can hold would stop the whole chunk when it is written
        return result
    except StageError as error:
        failures.append(failure(stage, report, f"{what}: the {stage.name} stage {error}", error))
    except DatelineError:
        raise
    except Exception as error:
        message = f"{what}: the {stage.name} stage failed ({type(error).__name__}: {error})"
        failures.append(failure(stage, report, message, error))
    return None


def failure(stage: Stage[..., Any], report: str | None, message: str, error: Exception) -> Failure:
    """The issue with its traceback and an invitation to report it."""
    issue = Issue(stage=stage.name, code="stage-failed", report=report, message=message)
    return Failure(issue=issue, trace="".join(traceback.format_exception(error)))
