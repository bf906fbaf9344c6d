"""The client of each api-version, where there is one."""

from __future__ import annotations

from typing import Any

from contract_tests.client.calling import client
from contract_tests.client.transports import Answering, Listening, not_found
from iotcentral_rest.versions import DEFAULT

__all__ = ["speaking"]


def speaking(plane: str, version: str, answering: Answering = not_found) -> tuple[Any, Listening] | None:
    """A client that speaks a version and where its requests can be seen; None while there is none for it."""
    return client(answering) if plane == "data-plane" and DEFAULT[plane] == version else None
