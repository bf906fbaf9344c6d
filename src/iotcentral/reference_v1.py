"""The surface that a published "API Reference" documents and the real service does not have.

It is here to compare with and to be shown wrong; see the description of its specification. Its client is
apart from `IotCentral` in all: other addresses, other models, another way to send an API token.
"""

from __future__ import annotations

import os
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Self, Unpack

from iotcentral._core.auth import Authorization, BearerToken
from iotcentral._core.endpoint import Endpoint, locate
from iotcentral._core.environment import from_environment
from iotcentral._core.opening import AsyncOpening, SyncOpening, base_path
from iotcentral._core.options import AsyncClientOptions, ClientOptions
from iotcentral._core.sources import Sources
from iotcentral.errors import InvalidRequest
from iotcentral_rest.reference_v1.default import SERVER, AsyncReferenceV1, ReferenceV1

__all__ = ["AsyncIotCentralReference", "IotCentralReference"]

ApiToken = str | Callable[[], str]
AsyncApiToken = ApiToken | Callable[[], Awaitable[str]]


class _TokenAsBearer(Authorization):
    """`Bearer` before an API token, as the document has it and nobody else."""

    __slots__ = ()

    def __init__(self, credential: Any, sources: Sources | None) -> None:
        if not isinstance(credential, str) and not callable(credential):
            message = "must be an API token or a callable that returns one: the document knows no others"
            raise InvalidRequest(message, argument="credential", rule="type")
        # The document does not say what its tokens look like: text goes the way of what a callable returns.
        super().__init__((lambda: credential) if isinstance(credential, str) else credential, sources=sources)
        if isinstance(credential, str):
            self.header(credential)

    def header(self, fetched: Any) -> str:
        """Return the value of `Authorization`."""
        return f"Bearer {super().header(fetched).removeprefix('Bearer ')}"


def _endpoint(application: str, connect_to: str | None) -> Endpoint:
    return locate(application, connect_to, base_path(SERVER))


class IotCentralReference(SyncOpening, ReferenceV1):
    """One application as the document imagines it.

        with IotCentralReference("contoso", "SharedAccessSignature sr=…", transport=…) as app:
            app.devices.list(filter="simulated eq true")

    `credential` is the text of an API token, or a callable that returns it. Options are as for `IotCentral`.
    The real service answers none of this.
    """

    def __init__(self, application: str, credential: ApiToken, **options: Unpack[ClientOptions]) -> None:
        authorization = _TokenAsBearer(credential, options.get("sources"))
        endpoint = _endpoint(application, options.get("connect_to"))
        ReferenceV1.__init__(self, self._open(endpoint, authorization, options))

    @classmethod
    def from_env(cls, environment: Mapping[str, str] = os.environ, **options: Unpack[ClientOptions]) -> Self:
        """Make a client from `IOTC_SUBDOMAIN` and `IOTC_API_TOKEN`.

        Raises InvalidRequest naming the variable that is missing or cannot be used.
        """
        return cls(*_from_environment(environment), **options)


class AsyncIotCentralReference(AsyncOpening, AsyncReferenceV1):
    """The same for `async` callers; the callable may be async here."""

    def __init__(
        self, application: str, credential: AsyncApiToken, **options: Unpack[AsyncClientOptions]
    ) -> None:
        authorization = _TokenAsBearer(credential, options.get("sources"))
        endpoint = _endpoint(application, options.get("connect_to"))
        AsyncReferenceV1.__init__(self, self._open(endpoint, authorization, options))

    @classmethod
    def from_env(
        cls, environment: Mapping[str, str] = os.environ, **options: Unpack[AsyncClientOptions]
    ) -> Self:
        """Make a client from `IOTC_SUBDOMAIN` and `IOTC_API_TOKEN`.

        Raises InvalidRequest naming the variable that is missing or cannot be used.
        """
        return cls(*_from_environment(environment), **options)


def _from_environment(environment: Mapping[str, str]) -> tuple[str, str]:
    application, credential = from_environment(environment)
    if isinstance(credential, BearerToken):
        message = "set IOTC_API_TOKEN: the document knows no Entra tokens"
        raise InvalidRequest(message, argument="IOTC_API_TOKEN", rule="environment")
    return application, credential
