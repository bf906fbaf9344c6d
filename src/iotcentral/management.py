"""The control plane: IoT Central applications as resources of Azure Resource Manager."""

from __future__ import annotations

import os
from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, Self, TypeVar, Unpack

from iotcentral._core.auth import MANAGEMENT_SCOPE, AsyncCredential, Authorization, Credential
from iotcentral._core.endpoint import Endpoint, locate
from iotcentral._core.environment import management_from_environment, require_subscription
from iotcentral._core.opening import AsyncOpening, SyncOpening, base_path
from iotcentral._core.options import AsyncClientOptions, ClientOptions
from iotcentral_rest.control_plane.at import AsyncControlPlaneVersions, ControlPlaneVersions
from iotcentral_rest.control_plane.default import SERVER, AsyncControlPlane, ControlPlane

if TYPE_CHECKING:
    from iotcentral._core.poll import AsyncPoller, Poller

__all__ = ["AsyncIotCentralManagement", "IotCentralManagement"]

T = TypeVar("T")


def _endpoint(connect_to: str | None) -> Endpoint:
    return locate(SERVER, connect_to, base_path(SERVER))


class IotCentralManagement(SyncOpening, ControlPlane, ControlPlaneVersions):
    """The applications of Azure subscriptions.

        with IotCentralManagement(DefaultAzureCredential()) as management:
            poller = management.apps.begin_delete("00000000-…", "factories", "contoso")
            poller.wait(timeout=600)

    `credential` is a `BearerToken` for `https://management.azure.com`, a callable that returns one, or an
    object with azure-identity's `get_token` or `get_token_info`. API tokens belong to one application and are
    refused. The subscription is an argument of each operation; `subscription_id` keeps one at hand. Options
    and api-versions are as for `IotCentral`.

    Raises InvalidRequest for an argument that cannot work. Safe to use from several threads.
    """

    def __init__(
        self, credential: Credential, *, subscription_id: str | None = None, **options: Unpack[ClientOptions]
    ) -> None:
        authorization = Authorization(credential, scope=MANAGEMENT_SCOPE, sources=options.get("sources"))
        endpoint = _endpoint(options.get("connect_to"))
        self._subscription_id = subscription_id
        ControlPlane.__init__(self, self._open(endpoint, authorization, options))

    @classmethod
    def from_env(cls, environment: Mapping[str, str] = os.environ, **options: Unpack[ClientOptions]) -> Self:
        """Make a client from `IOTC_BEARER_TOKEN`, and `AZURE_SUBSCRIPTION_ID` if that is set.

        Raises InvalidRequest naming the variable that is missing or cannot be used.
        """
        credential, subscription_id = management_from_environment(environment)
        return cls(credential, subscription_id=subscription_id, **options)

    @property
    def subscription_id(self) -> str:
        """The subscription this client was made with; raises InvalidRequest if it was made without."""
        return require_subscription(self._subscription_id)

    def resume(self, method: Callable[..., Poller[T]], token: str) -> Poller[T]:
        """Return the poller of what a `begin_…` method has begun, perhaps in another process.

            management.resume(management.apps.begin_delete, token).wait()

        `token` is a poller's `resume_token`. Raises InvalidRequest for one of another method, api-version or
        place.
        """
        from iotcentral._core.long_running import operation_of

        return self._driver.resume(operation_of(method), token)


class AsyncIotCentralManagement(AsyncOpening, AsyncControlPlane, AsyncControlPlaneVersions):
    """The applications of Azure subscriptions, for `async` callers.

    Takes what `IotCentralManagement` takes; a callable or a `get_token` may be async here.
    """

    def __init__(
        self,
        credential: AsyncCredential,
        *,
        subscription_id: str | None = None,
        **options: Unpack[AsyncClientOptions],
    ) -> None:
        authorization = Authorization(credential, scope=MANAGEMENT_SCOPE, sources=options.get("sources"))
        endpoint = _endpoint(options.get("connect_to"))
        self._subscription_id = subscription_id
        AsyncControlPlane.__init__(self, self._open(endpoint, authorization, options))

    @classmethod
    def from_env(
        cls, environment: Mapping[str, str] = os.environ, **options: Unpack[AsyncClientOptions]
    ) -> Self:
        """Make a client from `IOTC_BEARER_TOKEN`, and `AZURE_SUBSCRIPTION_ID` if that is set.

        Raises InvalidRequest naming the variable that is missing or cannot be used.
        """
        credential, subscription_id = management_from_environment(environment)
        return cls(credential, subscription_id=subscription_id, **options)

    @property
    def subscription_id(self) -> str:
        """The subscription this client was made with; raises InvalidRequest if it was made without."""
        return require_subscription(self._subscription_id)

    def resume(self, method: Callable[..., Awaitable[AsyncPoller[T]]], token: str) -> AsyncPoller[T]:
        """Return the poller of what a `begin_…` method has begun, perhaps in another process.

        `token` is a poller's `resume_token`. Raises InvalidRequest for one of another method, api-version or
        place.
        """
        from iotcentral._core.long_running import operation_of

        return self._driver.resume(operation_of(method), token)
