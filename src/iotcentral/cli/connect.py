"""From the environment to a client. How the client of another version is reached stands here alone."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from iotcentral._core.auth import BearerToken
from iotcentral._core.transport import Transport
from iotcentral.cli.exits import CannotRun
from iotcentral.cli.surfaces import MAIN_PLANE, Surface
from iotcentral_rest.versions import DEFAULT

__all__ = ["ENVIRONMENT", "Connection", "connection", "open_client"]

ENVIRONMENT = {
    "IOTC_SUBDOMAIN": "the application, as in https://SUBDOMAIN.azureiotcentral.com",
    "IOTC_API_TOKEN": "an API token, `SharedAccessSignature …`",
    "IOTC_BEARER_TOKEN": "an Entra access token, instead of an API token",
}
"""Names and texts of what is read from the environment; secrets come from nowhere else."""


@dataclass(frozen=True, slots=True)
class Connection:
    """Where the application is and how to sign in."""

    application: str
    credential: str | BearerToken
    connect_to: str | None
    timeout: float | None
    transport: Transport | None

    def __repr__(self) -> str:
        return f"Connection({self.application!r})"


def connection(
    environment: Mapping[str, str],
    *,
    url: str | None,
    connect_to: str | None,
    timeout: float | None,
    transport: Transport | None,
) -> Connection:
    """Return the connection of a command; raises CannotRun when the environment does not give all of it."""
    application = url or environment.get("IOTC_SUBDOMAIN")
    if not application:
        raise CannotRun("which application? Set IOTC_SUBDOMAIN, or give --url")
    return Connection(application, _credential(environment), connect_to, timeout, transport)


def _credential(environment: Mapping[str, str]) -> str | BearerToken:
    token, bearer = environment.get("IOTC_API_TOKEN"), environment.get("IOTC_BEARER_TOKEN")
    if token and bearer:
        raise CannotRun("IOTC_API_TOKEN and IOTC_BEARER_TOKEN are both set: unset one")
    if bearer:
        return BearerToken(bearer)
    if not token:
        raise CannotRun("no credential: set IOTC_API_TOKEN or IOTC_BEARER_TOKEN")
    return token


@contextmanager
def open_client(surface: Surface, to: Connection) -> Generator[Any]:
    """Give a client that has the operations of a surface, one attribute a tag; close it after the block."""
    if surface.plane != MAIN_PLANE:
        raise CannotRun(f"the client of {surface.plane} is not part of this installation")
    from iotcentral.client import IotCentral

    options: dict[str, Any] = {} if to.timeout is None else {"timeout": to.timeout}
    with IotCentral(
        to.application, to.credential, connect_to=to.connect_to, transport=to.transport, **options
    ) as client:
        app: Any = client
        yield app if surface.version == DEFAULT[MAIN_PLANE] else app.at(surface.version)
