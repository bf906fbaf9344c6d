"""The surface that a published "API Reference" documents and the real service does not have.

It is here to compare with and to be shown wrong; see the description of its specification. Its client is
apart from `IotCentral` in all: other addresses, other models, another way to send an API token.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from iotcentral._core.auth import Authorization, BearerToken
from iotcentral._core.endpoint import Endpoint, locate
from iotcentral._core.opening import DEFAULT_TIMEOUT, AsyncOpening, SyncOpening, base_path
from iotcentral._core.transport import AsyncTransport, Transport
from iotcentral.errors import InvalidRequest
from iotcentral_rest.reference_v1.default import SERVER, AsyncReferenceV1, ReferenceV1

__all__ = ["AsyncIotCentralReference", "IotCentralReference"]

ApiToken = str | Callable[[], str]
AsyncApiToken = ApiToken | Callable[[], Awaitable[str]]


class _TokenAsBearer(Authorization):
    """`Bearer` before an API token, as the document has it and nobody else."""

    __slots__ = ()

    def __init__(self, credential: Any) -> None:
        if isinstance(credential, BearerToken) or not (isinstance(credential, str) or callable(credential)):
            message = "must be an API token or a callable that returns one: the document knows no others"
            raise InvalidRequest(message, argument="credential", rule="type")
        super().__init__(credential)

    def header(self, fetched: Any) -> str:
        """Return the value of `Authorization`."""
        return f"Bearer {super().header(fetched).removeprefix('Bearer ')}"


def _endpoint(application: str, connect_to: str | None) -> Endpoint:
    return locate(application, connect_to, base_path(SERVER))


class IotCentralReference(SyncOpening, ReferenceV1):
    """One application as the document imagines it.

        with IotCentralReference("contoso", "SharedAccessSignature sr=…", transport=…) as app:
            app.devices.list(filter="simulated eq true")

    `credential` is the text of an API token, or a callable that returns it. The rest is as for `IotCentral`.
    The real service answers none of this.
    """

    def __init__(
        self,
        application: str,
        credential: ApiToken,
        *,
        connect_to: str | None = None,
        transport: Transport | None = None,
        timeout: float | None = DEFAULT_TIMEOUT,
    ) -> None:
        authorization = _TokenAsBearer(credential)
        endpoint = _endpoint(application, connect_to)
        ReferenceV1.__init__(self, self._open(endpoint, authorization, transport, timeout))


class AsyncIotCentralReference(AsyncOpening, AsyncReferenceV1):
    """The same for `async` callers; the callable may be async here."""

    def __init__(
        self,
        application: str,
        credential: AsyncApiToken,
        *,
        connect_to: str | None = None,
        transport: AsyncTransport | None = None,
        timeout: float | None = DEFAULT_TIMEOUT,
    ) -> None:
        authorization = _TokenAsBearer(credential)
        endpoint = _endpoint(application, connect_to)
        AsyncReferenceV1.__init__(self, self._open(endpoint, authorization, transport, timeout))
