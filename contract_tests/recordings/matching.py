"""When a request is the recorded one: compared as a server reads it, body and all."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from contract_tests.reading.exchange import media_type_of

__all__ = ["MATCHERS", "register"]


def _header(request: Any, name: str) -> str | None:
    values = {key.lower(): value for key, value in request.headers.items()}.get(name)
    return values[0] if isinstance(values, list) else values


def _raw_path(request: Any) -> str:
    return urlsplit(str(request.uri)).path


def _raw_query(request: Any) -> list[str]:
    return sorted(urlsplit(request.uri).query.split("&"))


def _origin(request: Any) -> tuple[str, str]:
    parts = urlsplit(request.uri)
    return parts.scheme, parts.netloc


def _media_type(request: Any) -> str | None:
    return media_type_of(_header(request, "content-type"))


def _json_body(request: Any) -> Any:
    """The body as JSON whatever its `+json` type; the bytes themselves where they are no JSON."""
    body = request.body
    try:
        return json.loads(body) if body else None
    except ValueError:
        return body


def _equal(what: str, part: Callable[[Any], Any]) -> Callable[[Any, Any], None]:
    def matcher(sent: Any, recorded: Any) -> None:
        mine, theirs = part(sent), part(recorded)
        if mine != theirs:
            raise AssertionError(f"{what}: {mine!r} is sent, {theirs!r} is recorded")

    return matcher


MATCHERS: dict[str, Callable[[Any, Any], None]] = {
    "contract_method": _equal("method", lambda request: request.method),
    "contract_origin": _equal("scheme and host", _origin),
    "contract_path": _equal("path", _raw_path),
    "contract_query": _equal("query", _raw_query),
    "contract_media_type": _equal("media type", _media_type),
    "contract_if_match": _equal("If-Match", lambda request: _header(request, "if-match")),
    "contract_json": _equal("body", _json_body),
}


def register(player: Any) -> list[str]:
    """Teach a `vcr.VCR` our matchers; returns their names for `match_on`."""
    for name, matcher in MATCHERS.items():
        player.register_matcher(name, matcher)
    return list(MATCHERS)
