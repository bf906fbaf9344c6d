"""The first answer of an operation that goes on after it: what came, and where to ask how it stands."""

from __future__ import annotations

from typing import Generic, TypeVar

import msgspec

from iotcentral._core.descriptor import Operation
from iotcentral._core.transport import Request, Response

__all__ = ["LongRunningAnswer"]

T = TypeVar("T")


class LongRunningAnswer(msgspec.Struct, Generic[T], frozen=True, kw_only=True):
    """What the service answered at once; `T` is what the operation ends with."""

    operation: Operation[T]
    request: Request
    """The request as it was sent, without its credential; its URL is that of the resource."""
    response: Response
    body: T | None
    """The resource as it stood when the service answered; `None` where the answer had no body."""

    @property
    def status(self) -> int:
        """200 or 201 (there, perhaps not finished), 202 (accepted) or 204 (nothing to do)."""
        return self.response.status

    @property
    def operation_url(self) -> str | None:
        """`Azure-AsyncOperation`: where the state of the operation can be read; to be used as it stands."""
        return self.response.header("Azure-AsyncOperation")

    @property
    def location(self) -> str | None:
        """`Location`: where the result can be read, 202 as long as it is not there."""
        return self.response.header("Location")

    @property
    def retry_after(self) -> str | None:
        """`Retry-After` as it came: seconds, or a date."""
        return self.response.header("Retry-After")

    def __repr__(self) -> str:
        # The URLs carry signatures, the body may hold what is not for a log.
        return f"LongRunningAnswer({self.operation.id} answered {self.status})"
