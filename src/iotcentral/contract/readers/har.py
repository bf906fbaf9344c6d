"""HAR 1.2 files, as browsers and proxies write them, read entry by entry."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from iotcentral.contract.exchanges import Answer, Exchange, Headers, Request
from iotcentral.contract.findings import Where
from iotcentral.contract.readers.bodies import body_bytes, decompressed
from iotcentral.contract.values import is_array, is_object

__all__ = ["ENTRIES", "har_exchange", "is_preflight", "lacks_body"]

ENTRIES = ("log", "entries")


def har_exchange(raw: Any, where: Where) -> Exchange:
    """Return the exchange of one entry.

    A status of 0 (blocked, aborted) and a body that the recorder left out are an answer not recorded.

    Raises:
        ValueError: the entry is none.

    """
    request, response = _part(raw, "request"), _part(raw, "response")
    sent = _request(request)
    status = response.get("status")
    if not isinstance(status, int) or isinstance(status, bool):
        raise ValueError("`status` of the response has no number")
    is_unknown = status == 0 or lacks_body(response)
    return Exchange(where, sent, None if is_unknown else _answer(response, status))


def is_preflight(raw: Any) -> bool:
    """Whether an entry is a question of the browser (CORS), which no client of the service asks."""
    request = raw.get("request") if is_object(raw) else None
    if not is_object(request) or request.get("method") != "OPTIONS":
        return False
    return any(
        name.lower() == "access-control-request-method" for name, _ in _headers(request.get("headers"))
    )


def lacks_body(response: Mapping[str, Any]) -> bool:
    """Whether the answer had a body that is not in the file."""
    content = response.get("content")
    if not is_object(content) or "text" in content:
        return False
    return any(isinstance(size, int) and size > 0 for size in (content.get("size"), response.get("bodySize")))


def _part(raw: Any, name: str) -> Mapping[str, Any]:
    if not is_object(raw):
        raise ValueError("it is no object")
    part = raw.get(name)
    if not is_object(part):
        raise ValueError(f"`{name}` is missing or no object")
    return part


def _request(raw: Mapping[str, Any]) -> Request:
    method, url = raw.get("method"), raw.get("url")
    if not isinstance(method, str) or not isinstance(url, str):
        raise ValueError("`method` or `url` of the request is missing or no text")
    try:
        urlsplit(url)
    except ValueError as error:
        raise ValueError(f"`url` is no URL: {url[:80]!r}") from error
    headers, sent = _headers(raw.get("headers")), raw.get("postData")
    body = _sent(sent) if is_object(sent) else b""
    return Request(headers=headers, body=body, method=method.upper(), url=url.partition("#")[0])


def _sent(stored: dict[str, Any]) -> bytes:
    encoding = stored.get("encoding") or stored.get("_encoding")
    text = stored.get("text") or ""
    return body_bytes({"base64_string": text} if encoding == "base64" else text)


def _answer(raw: Mapping[str, Any], status: int) -> Answer:
    headers = _headers(raw.get("headers"))
    content = raw.get("content")
    stored = content if is_object(content) else {}
    text = stored.get("text")
    body = body_bytes({"base64_string": text} if stored.get("encoding") == "base64" else text)
    encoding = next((value for name, value in headers if name.lower() == "content-encoding"), None)
    return Answer(headers=headers, body=decompressed(body, encoding), status=status)


def _headers(raw: Any) -> Headers:
    """Return the headers; those of HTTP/2 that stand for the request line are left out."""
    listed = [each for each in raw if is_object(each)] if is_array(raw) else []
    pairs = [(str(each.get("name") or ""), str(each.get("value"))) for each in listed]
    return tuple((name, value) for name, value in pairs if name and not name.startswith(":"))
