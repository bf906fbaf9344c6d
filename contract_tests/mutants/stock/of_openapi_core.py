"""openapi-core: requests, and answers knowing their requests."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from openapi_core import Config, OpenAPI
from openapi_core.testing import MockRequest, MockResponse
from werkzeug.datastructures import MultiDict

from contract_tests.mutants.stock.seen import Asked, Seen

__all__ = ["OpenapiCore"]


def _from_json(body: bytes, **_: Any) -> Any:
    return json.loads(body)


# Without a reader of its own, every correct PATCH is refused.
CONFIG = Config(
    spec_validator_cls=None, extra_media_type_deserializers={"application/merge-patch+json": _from_json}
)


class OpenapiCore:
    """Finds the operation by itself, as a middleware does."""

    def __init__(self, raw: Mapping[str, Any]) -> None:
        self._openapi = OpenAPI.from_dict(dict(raw), config=CONFIG)

    def finds(self, seen: Seen) -> Sequence[str]:
        """Its errors by name; the chain of each cause."""
        return [" < ".join(_chain(error)) for error in self._errors(seen)]

    def _errors(self, seen: Seen) -> Iterator[Exception]:
        asked, answer = _asked(seen.request), seen.answer
        if answer is None:
            return self._openapi.iter_request_errors(asked)
        media_type = answer.header("content-type") or ""
        got = MockResponse(answer.body, answer.status, headers=dict(answer.headers), content_type=media_type)
        return self._openapi.iter_response_errors(asked, got)


def _asked(request: Asked) -> Any:
    split = urlsplit(request.url)
    return MockRequest(
        f"{split.scheme}://{split.netloc}",
        request.method.lower(),
        split.path,
        args=MultiDict(parse_qsl(split.query, keep_blank_values=True)),
        headers=dict(request.headers),
        data=request.body or b"",
        content_type=request.header("content-type") or "",
    )


def _chain(error: BaseException | None) -> Iterator[str]:
    while error is not None:
        yield type(error).__name__
        error = error.__cause__
