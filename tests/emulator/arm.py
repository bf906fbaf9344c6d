"""Calling the control plane of an emulator, whose every answer is checked against the contract."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

from iotcentral._core.transport import Request
from iotcentral.emulator import Emulator
from tests.emulator.harness import Answer, new_emulator

GA = "2021-06-01"
PREVIEW = "2021-11-01-preview"
VERSIONS = (GA, PREVIEW)
SUBSCRIPTION = "/subscriptions/00000000-0000-0000-0000-000000000001"
PROVIDER = "/providers/Microsoft.IoTCentral"
GROUP = f"{SUBSCRIPTION}/resourceGroups/factories{PROVIDER}/iotApps"
APP = f"{GROUP}/north-plant"
BEARER = "an administrator's Entra token"


def arm_emulator(**options: Any) -> Emulator:
    """An emulator whose administrator has a known Entra token."""
    return new_emulator(**{"admin_bearer": BEARER} | options)


def body(**members: Any) -> dict[str, Any]:
    """The body that makes an application."""
    properties = {"displayName": "North plant", "subdomain": "north"}
    return {"location": "EastUS", "sku": {"name": "ST2"}, "properties": properties} | members


class Arm:
    """One caller of the control plane: an Entra token and the shortest way to make a request."""

    def __init__(self, emulator: Emulator, version: str = GA, token: str = f"Bearer {BEARER}") -> None:
        self.emulator = emulator
        self.version = version
        self.token = token

    def send(
        self, method: str, url: str, content: bytes | None = None, media_type: str = "application/json"
    ) -> Answer:
        headers = [("Authorization", self.token)] if self.token else []
        if content is not None:
            headers.append(("Content-Type", media_type))
        return _answered(self.emulator, Request(method, url, tuple(headers), content))

    def call(self, method: str, path: str, sent: Any = None, *, query: str | None = None) -> Answer:
        query = f"api-version={self.version}" if query is None else query
        content = None if sent is None else json.dumps(sent).encode()
        return self.send(method, f"https://management.azure.com{path}?{query}", content)

    def ok(self, method: str, path: str, sent: Any = None) -> Any:
        """Call and answer the body, expecting success."""
        answer = self.call(method, path, sent)
        assert answer.status < 300, answer.response.body
        return answer.json if answer.response.body else None

    def at(self, version: str) -> Arm:
        """The same caller, speaking another api-version."""
        return Arm(self.emulator, version, self.token)

    def wait(self, seconds: float) -> None:
        """Let the engine's clock move on."""
        self.emulator.steering.clock.advance(timedelta(seconds=seconds))

    def application(self, subdomain: str, path: str = "/roles", token: str | None = None) -> Answer:
        """Ask an application's data plane something."""
        url = f"https://{subdomain}.azureiotcentral.com/api{path}?api-version=2022-07-31"
        return _answered(self.emulator, Request("GET", url, (("Authorization", token or self.token),), None))


def _answered(emulator: Emulator, request: Request) -> Answer:
    response = emulator.engine.handle(request)
    return Answer(response.status, response)
