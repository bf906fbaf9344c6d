"""The clients: one IoT Central application each, one attribute a group of operations."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Self, Unpack

from iotcentral._core.auth import AsyncCredential, Authorization, Credential
from iotcentral._core.endpoint import locate
from iotcentral._core.environment import from_environment
from iotcentral._core.opening import AsyncOpening, SyncOpening, base_path
from iotcentral._core.options import AsyncClientOptions, ClientOptions
from iotcentral_rest.data_plane.at import AsyncDataPlaneVersions, DataPlaneVersions
from iotcentral_rest.data_plane.default import SERVER, AsyncDataPlane, DataPlane

if TYPE_CHECKING:
    from iotcentral.bulk import AsyncBulk, Bulk
    from iotcentral.polling import AsyncPollers, Pollers

__all__ = ["AsyncIotCentral", "IotCentral"]


class IotCentral(SyncOpening, DataPlane, DataPlaneVersions):
    """One application of Azure IoT Central.

        with IotCentral("contoso", "SharedAccessSignature sr=…") as app:
            app.devices.get("tstat-7")

    `application` is a subdomain or a URL (`https://contoso.azureiotcentral.com`). `credential` is the text of
    an API token, a `BearerToken`, a callable that returns either, or an object with azure-identity's
    `get_token` or `get_token_info`; it goes over https only, or over http to this machine. Tokens of
    azure-identity are kept until shortly before they expire; a callable is asked for each request.

    Options: `connect_to`, `transport`, `timeout`, `retries`, `rate_limit`, `verify`, `on_request`,
    `on_response`, `sources`; see `ClientOptions`.

    It speaks the default api-version; `app.at("2022-10-31-preview")` speaks another one over the same
    connections, with the same credential, limits and budget of repeats. What a version lacks raises
    NotInThisVersion.

    Raises InvalidRequest for an argument that cannot work. Safe to use from several threads.
    """

    def __init__(self, application: str, credential: Credential, **options: Unpack[ClientOptions]) -> None:
        endpoint = locate(application, options.get("connect_to"), base_path(SERVER))
        authorization = Authorization(credential, sources=options.get("sources"))
        DataPlane.__init__(self, self._open(endpoint, authorization, options))

    @classmethod
    def from_env(cls, environment: Mapping[str, str] = os.environ, **options: Unpack[ClientOptions]) -> Self:
        """Make a client from `IOTC_SUBDOMAIN` and one of `IOTC_API_TOKEN` and `IOTC_BEARER_TOKEN`.

        Raises InvalidRequest naming the variable that is missing or cannot be used.
        """
        return cls(*from_environment(environment), **options)

    @cached_property
    def poll(self) -> Pollers:
        """Wait for what the service does in the background: jobs, the file upload configuration."""
        from iotcentral.polling import Pollers

        return Pollers(self, self._driver)

    @cached_property
    def bulk(self) -> Bulk:
        """The same operation on many devices: several at a time, resumable."""
        from iotcentral.bulk import Bulk

        return Bulk(self, self._endpoint.public.url, self._driver.session.sources.monotonic)


class AsyncIotCentral(AsyncOpening, AsyncDataPlane, AsyncDataPlaneVersions):
    """One application of Azure IoT Central, for `async` callers on asyncio.

        async with AsyncIotCentral("contoso", "SharedAccessSignature sr=…") as app:
            await app.devices.get("tstat-7")

    Takes what `IotCentral` takes; a callable or a `get_token` may be async here. One that is not is called in
    the event loop and must not block for long.
    """

    def __init__(
        self, application: str, credential: AsyncCredential, **options: Unpack[AsyncClientOptions]
    ) -> None:
        endpoint = locate(application, options.get("connect_to"), base_path(SERVER))
        authorization = Authorization(credential, sources=options.get("sources"))
        AsyncDataPlane.__init__(self, self._open(endpoint, authorization, options))

    @classmethod
    def from_env(
        cls, environment: Mapping[str, str] = os.environ, **options: Unpack[AsyncClientOptions]
    ) -> Self:
        """Make a client from `IOTC_SUBDOMAIN` and one of `IOTC_API_TOKEN` and `IOTC_BEARER_TOKEN`.

        Raises InvalidRequest naming the variable that is missing or cannot be used.
        """
        return cls(*from_environment(environment), **options)

    @cached_property
    def poll(self) -> AsyncPollers:
        """Wait for what the service does in the background: jobs, the file upload configuration."""
        from iotcentral.polling import AsyncPollers

        return AsyncPollers(self, self._driver)

    @cached_property
    def bulk(self) -> AsyncBulk:
        """The same operation on many devices: several at a time, resumable."""
        from iotcentral.bulk import AsyncBulk

        return AsyncBulk(self, self._endpoint.public.url, self._driver.session.sources.monotonic)
