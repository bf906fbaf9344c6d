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
"""Makes a client of an origin over a transport; without one (None) over its own.

It repeats nothing unless it is told to.
"""


@dataclass(frozen=True)
class Surface:
    """The public clients of one plane."""

    origin: str
    authorization: str
    """The header every request of the clients here must carry."""
    sync: Open
    awaited: Open


def _opening(kind: Any, credential: Any, *, has_origin: bool = True) -> Open:
    def make(origin: str, transport: Any, **options: Any) -> Any:
        place = (origin, credential) if has_origin else (credential,)
        return kind(*place, transport=transport, **{"retries": None, **options})

    return make


_ENTRA = BearerToken(ENTRA_TOKEN)

SURFACES: Mapping[str, Surface] = {
    "data-plane": Surface(APPLICATION, TOKEN, _opening(IotCentral, TOKEN), _opening(AsyncIotCentral, TOKEN)),
    "control-plane": Surface(
        "https://management.azure.com",
        f"Bearer {ENTRA_TOKEN}",
        _opening(IotCentralManagement, _ENTRA, has_origin=False),
        _opening(AsyncIotCentralManagement, _ENTRA, has_origin=False),
    ),
    "reference-v1": Surface(
        APPLICATION,
        f"Bearer {TOKEN}",
        _opening(IotCentralReference, TOKEN),
        _opening(AsyncIotCentralReference, TOKEN),
    ),
}


def surface_of(document: Document) -> Surface:
    """The clients that speak the document's plane."""
    return SURFACES[document.plane]


def speaking(client: Any, document: Document) -> Any:
    """What has the operations of the document: the client itself for its default version, else `at`."""
    return client if document.label in defaults() else client.at(document.version)
