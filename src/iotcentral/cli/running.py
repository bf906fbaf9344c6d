"""How a command ends: every error becomes one line and an exit code."""

from __future__ import annotations

from collections.abc import Callable

from iotcentral.cli.exits import (
    BROKEN_PIPE,
    CANNOT_RUN,
    INTERRUPTED,
    NO_ANSWER,
    OK,
    REFUSED,
    CannotRun,
    one_line,
)
from iotcentral.cli.surroundings import Surroundings
from iotcentral.errors import ApiError, InvalidRequest, IotCentralError, OperationFailed, TransportError

__all__ = ["guarded"]


def guarded(around: Surroundings, work: Callable[[], None]) -> int:
    """Run a command and return its exit code."""
    try:
        work()
    except (CannotRun, InvalidRequest) as error:
        return _failed(around, str(error), CANNOT_RUN)
    except IotCentralError as error:
        return _failed(around, str(error), _code(error))
    except KeyboardInterrupt:
        return _failed(around, "interrupted", INTERRUPTED)
    except BrokenPipeError:
        return BROKEN_PIPE
    return OK


def _code(error: IotCentralError) -> int:
    if isinstance(error, (ApiError, OperationFailed)):
        return REFUSED
    unsent = isinstance(error, TransportError) and not error.sent
    return CANNOT_RUN if unsent else NO_ANSWER


def _failed(around: Surroundings, reason: str, code: int) -> int:
    around.say(one_line(reason))
    return code
