"""From the environment to a client. How the client of each plane and version is reached stands here alone."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from types import MappingProxyType
from typing import Any

from iotcentral._core.sources import Sources
from iotcentral._core.transport import Transport
from iotcentral.cli.exits import CannotRun
from iotcentral.cli.surfaces import Surface
from iotcentral_rest.versions import DEFAULT

__all__ = ["ENVIRONMENT", "Connection", "open_client"]

ENVIRONMENT: Mapping[str, str] = MappingProxyType(
    {
        "IOTC_SUBDOMAIN": "the application, as in https://SUBDOMAIN.azureiotcentral.com",
        "IOTC_API_TOKEN": "an API token, `SharedAccessSignature …`",
        "IOTC_BEARER_TOKEN": "an Entra access token, instead of an API token",
        "AZURE_SUBSCRIPTION_ID": "the subscription of `control-plane` commands",
    }
)
"""Names and texts of what is read from the environment; secrets come from nowhere else."""

_CLIENTS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "data-plane": ("iotcentral.client", "IotCentral"),
        "control-plane": ("iotcentral.management", "IotCentralManagement"),
        "reference-v1": ("iotcentral.reference_v1", "IotCentralReference"),
    }
)
"""Module and class of each plane's client; all have `from_env` and, but for the last, `at`."""

_WITHOUT_APPLICATION = "control-plane"


@dataclass(frozen=True, slots=True)
class Connection:
    """What the environment and the options of a command say of where to go and how to sign in."""

    environment: Mapping[str, str]
    sources: Sources
    url: str | None = None
    connect_to: str | None = None
    timeout: float | None = None
    transport: Transport | None = None

    def __repr__(self) -> str:
        return f"Connection({self.url!r}, {self.connect_to!r})"  # the environment holds the credential

    def settings(self, plane: str) -> Mapping[str, str]:
        """Return the environment as a plane's client reads it; raises CannotRun when --url is amiss."""
        if plane == _WITHOUT_APPLICATION:
            if self.url is not None:
                raise CannotRun(f"--url is of an application, and {plane} has none: there is --connect-to")
            return self.environment
        application = self.url or self.environment.get("IOTC_SUBDOMAIN")
        if not application:
            raise CannotRun("which application? Set IOTC_SUBDOMAIN, or give --url")
        return {**self.environment, "IOTC_SUBDOMAIN": application}

    def options(self) -> dict[str, Any]:
        """Return the options of the client."""
        given = {"connect_to": self.connect_to, "timeout": self.timeout, "transport": self.transport}
        return {"sources": self.sources} | {name: value for name, value in given.items() if value is not None}


@contextmanager
def open_client(surface: Surface, to: Connection) -> Generator[Any]:
    """Give a client that has the operations of a surface, one attribute a tag; close it after the block."""
    if surface.plane not in _CLIENTS:
        raise CannotRun(f"the client of {surface.plane} is not part of this installation")
    module, name = _CLIENTS[surface.plane]
    kind: Any = getattr(import_module(module), name)
    with kind.from_env(to.settings(surface.plane), **to.options()) as client:
        yield client if surface.version == DEFAULT[surface.plane] else client.at(surface.version)
