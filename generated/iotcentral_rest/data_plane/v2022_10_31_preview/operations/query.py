# Written by `python -m codegen generate` from specs/data-plane/2022-10-31-preview.yaml. Do not edit: change the spec and run it again.
"""Operations `query` of data-plane 2022-10-31-preview: descriptors, sync and async methods.

Every call may raise `InvalidRequest` before sending, `TransportError`, `DecodeError`, and by the status of the
answer `Unauthenticated`, `Forbidden`, `Throttled`, `InternalServerError` or `ServiceUnavailable`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from iotcentral._core.descriptor import Body, Operation
from iotcentral._core.surface import Surface

from .. import models as m

if TYPE_CHECKING:
    from iotcentral._core.caller import AsyncCaller, Caller, CallOptions

__all__ = ["AsyncQueryOperations", "QueryOperations", "RUN"]


RUN: Operation[m.QueryResponse] = Operation(
    id="Query_Run",
    plane="data-plane",
    version="2022-10-31-preview",
    method="POST",
    path="/query",
    body=Body("QueryRequest", "application/json"),
    success={200: m.QueryResponse},
    errors=(400, 401, 403, 404, 429, 500, 503),
    retry="safe",
)


class QueryOperations(Surface):
    """One question to the stored telemetry or property values of all devices of a template, in a language
    like SQL. No GA version has it.
    """

    __slots__ = ("_caller",)
    __place__ = ("data-plane", "2022-10-31-preview", "query")

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def run(self, body: m.QueryRequest, **options: Unpack[CallOptions]) -> m.QueryResponse:
        """Run a query.

        Evaluates a text such as `SELECT $id, $ts, temperature FROM dtmi:azurertos:devkit:hlby5jgib2o WHERE
        WITHIN_WINDOW(P1D)` and returns the rows. It changes nothing. One call a second is allowed, more
        give 429; a text that cannot be read is taken to be answered with 400.

        Args:
            body: The query text: at most 350 characters, 15 selected items, 10 operators in `WHERE`, and no
                `*`.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The rows in `results`, without paging; an empty list if nothing matches.

        Raises:
            BadRequest, NotFound: by status; besides them what every call may raise.

        Operation: `Query_Run`, POST /query
        """
        return self._caller.call(RUN, (), body, **options)


class AsyncQueryOperations(Surface):
    """Asynchronous twin of `QueryOperations`: the same methods, awaited."""

    __slots__ = ("_caller",)
    __place__ = ("data-plane", "2022-10-31-preview", "query")

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def run(self, body: m.QueryRequest, **options: Unpack[CallOptions]) -> m.QueryResponse:
        """Run a query. See `QueryOperations.run`."""
        return await self._caller.call(RUN, (), body, **options)
