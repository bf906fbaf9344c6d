"""The control plane: IoT Central applications as resources of Azure Resource Manager."""

from __future__ import annotations

from iotcentral._core.auth import MANAGEMENT_SCOPE, AsyncCredential, Authorization, Credential
from iotcentral._core.endpoint import Endpoint, locate
from iotcentral._core.opening import DEFAULT_TIMEOUT, AsyncOpening, SyncOpening, base_path
from iotcentral._core.transport import AsyncTransport, Transport
from iotcentral_rest.control_plane.at import AsyncControlPlaneVersions, ControlPlaneVersions
from iotcentral_rest.control_plane.default import SERVER, AsyncControlPlane, ControlPlane

__all__ = ["AsyncIotCentralManagement", "IotCentralManagement"]


def _endpoint(connect_to: str | None) -> Endpoint:
    return locate(SERVER, connect_to, base_path(SERVER))


class IotCentralManagement(SyncOpening, ControlPlane, ControlPlaneVersions):
    """The applications of Azure subscriptions.

        with IotCentralManagement(DefaultAzureCredential()) as management:
            for application in management.apps.list_by_subscription("00000000-…"):
                print(application.name, application.properties)

    `credential` is a `BearerToken` for `https://management.azure.com`, a callable that returns one, or an
    object with azure-identity's `get_token`. API tokens belong to one application and are refused. The
    subscription is an argument of each operation. `connect_to`, `transport` and `timeout` are those of
    `IotCentral`.

    Raises InvalidRequest for an argument that cannot work. Safe to use from several threads.
    """

    def __init__(
        self,
        credential: Credential,
        *,
        connect_to: str | None = None,
        transport: Transport | None = None,
        timeout: float | None = DEFAULT_TIMEOUT,
    ) -> None:
        authorization = Authorization(credential, scope=MANAGEMENT_SCOPE)
        ControlPlane.__init__(self, self._open(_endpoint(connect_to), authorization, transport, timeout))


class AsyncIotCentralManagement(AsyncOpening, AsyncControlPlane, AsyncControlPlaneVersions):
    """The applications of Azure subscriptions, for `async` callers.

    Takes what `IotCentralManagement` takes; a callable or a `get_token` may be async here.
    """

    def __init__(
        self,
        credential: AsyncCredential,
        *,
        connect_to: str | None = None,
        transport: AsyncTransport | None = None,
        timeout: float | None = DEFAULT_TIMEOUT,
    ) -> None:
        authorization = Authorization(credential, scope=MANAGEMENT_SCOPE)
        AsyncControlPlane.__init__(self, self._open(_endpoint(connect_to), authorization, transport, timeout))
