"""Calling the documented-only surface of an emulator, whose every answer is checked against the contract."""

from __future__ import annotations

from typing import Any

from tests.emulator.harness import Answer, Service

_QUERY = "api-version=2022-07-31"


class Reference:
    """One caller of the surface: the API token of a caller of the data plane, after `Bearer`."""

    def __init__(self, service: Service) -> None:
        self.service = service

    def call(
        self,
        method: str,
        path: str,
        body: Any = None,
        *,
        query: str = "",
        authorization: str | None = None,
        **options: Any,
    ) -> Answer:
        other = Service(self.service.emulator, authorization or f"Bearer {self.service.token}")
        whole = f"{_QUERY}&{query}" if query else _QUERY
        return other.call(method, f"/v1{path}", body, query=whole, **options)

    def ok(self, method: str, path: str, body: Any = None, *, query: str = "") -> Any:
        """Call and answer the body, expecting success."""
        answer = self.call(method, path, body, query=query)
        assert answer.status < 300, answer.response.body
        return answer.json if answer.response.body else None
