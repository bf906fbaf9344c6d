"""The one place that says which public client speaks a plane and version, and how it shows on the wire."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from contract_tests.reading.document import Document, defaults
from iotcentral import (
    AsyncIotCentral,
    AsyncIotCentralManagement,
    BearerToken,
    IotCentral,
    IotCentralManagement,
)
from iotcentral.reference_v1 import AsyncIotCentralReference, IotCentralReference

__all__ = ["APPLICATION", "TOKEN", "Surface", "speaking", "surface_of"]

APPLICATION = "https://contoso.azureiotcentral.com"
TOKEN = "SharedAccessSignature sr=00000000-0000-0000-0000-000000000000&sig=FAKE&skn=fake&se=4102444800000"
ENTRA_TOKEN = "FAKE"

Open = Callable[..., Any]
"""Makes a client of an origin over a transport; without one (None) over its own."""


@dataclass(frozen=True)
class Surface:
    """The public clients of one plane."""

    origin: str
    authorization: str
    """The header every request of the clients here must carry."""
    sync: Open
    awaited: Open


ONCE: dict[str, Any] = {"retries": None}
"""Nothing is repeated, unless a test says otherwise."""

SURFACES: Mapping[str, Surface] = {
    "data-plane": Surface(
        APPLICATION,
        TOKEN,
        lambda origin, transport, **options: IotCentral(
            origin, TOKEN, transport=transport, **(ONCE | options)
        ),
        lambda origin, transport, **options: AsyncIotCentral(
            origin, TOKEN, transport=transport, **(ONCE | options)
        ),
    ),
    "control-plane": Surface(
        "https://management.azure.com",
        f"Bearer {ENTRA_TOKEN}",
        lambda _, transport, **options: IotCentralManagement(
            BearerToken(ENTRA_TOKEN), transport=transport, **(ONCE | options)
        ),
        lambda _, transport, **options: AsyncIotCentralManagement(
            BearerToken(ENTRA_TOKEN), transport=transport, **(ONCE | options)
        ),
    ),
    "reference-v1": Surface(
        APPLICATION,
        f"Bearer {TOKEN}",
        lambda origin, transport, **options: IotCentralReference(
            origin, TOKEN, transport=transport, **(ONCE | options)
        ),
        lambda origin, transport, **options: AsyncIotCentralReference(
            origin, TOKEN, transport=transport, **(ONCE | options)
        ),
    ),
}


def surface_of(document: Document) -> Surface:
    """The clients that speak the document's plane."""
    return SURFACES[document.plane]


def speaking(client: Any, document: Document) -> Any:
    """What has the operations of the document: the client itself for its default version, else `at`."""
    return client if document.label in defaults() else client.at(document.version)
