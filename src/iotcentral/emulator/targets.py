"""Taking a request's address apart: scheme, public host, raw path segments, query."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import parse_qsl, unquote_to_bytes

import msgspec

from iotcentral._core.transport import Request
from iotcentral.emulator.replies import bad_request, not_found

__all__ = ["SKIP_TOKEN", "Target", "application_name", "parse_target", "split_path"]

SKIP_TOKEN = "$skiptoken"  # noqa: S105 - the parameter's name
"""The query parameter that the links of lists carry."""

_HOST = re.compile(r"([A-Za-z0-9_.-]+|\[[0-9A-Fa-f:.]+\])(:[0-9]{1,5})?\Z")
_SCHEMES = ("http", "https")
_ADDRESS = re.compile(r"[0-9.]+\Z|\[")


class Target(msgspec.Struct, frozen=True):
    """Where a request goes, as the caller wrote it."""

    scheme: str
    host: str
    """Host and port by which the caller reaches the service; behind a proxy the one the proxy names."""
    path: str
    """The path as it came, percent-encoding untouched."""
    query: Mapping[str, tuple[str, ...]]
    """Every query parameter with all its values, decoded."""

    def first(self, name: str) -> str:
        """Answer the first value of a query parameter, empty if there is none."""
        return next(iter(self.query.get(name, ())), "")

    def single(self, name: str) -> str | None:
        """Answer a query parameter that may be repeated with the same value.

        Raises:
            Problem: 400 when it comes with different values.

        """
        values = set(self.query.get(name, ()))
        if len(values) > 1:
            raise bad_request(f"The query parameter '{name}' has more than one value.")
        return next(iter(values), None)


def parse_target(request: Request) -> Target:
    """Read a request's URL and the headers that name its host; nothing is normalised."""
    scheme, _, rest = request.url.partition("://")
    rest, _, _ = rest.partition("#")
    address, _, query = rest.partition("?")
    authority, slash, path = address.partition("/")
    forwarded = (_first_header(request, "x-forwarded-proto") or "").lower()
    host = _first_header(request, "x-forwarded-host") or _first_header(request, "host") or authority
    return Target(
        scheme=forwarded if forwarded in _SCHEMES else scheme.lower(),
        host=host.lower(),
        path=slash + path,
        query=_read_query(query),
    )


def split_path(path: str) -> list[str]:
    """Split a raw path at `/`, then percent-decode each segment: `a%2Fb` stays one segment.

    Raises:
        Problem: 404 for bytes that are not UTF-8; no resource can have such an id.

    """
    try:
        return [unquote_to_bytes(part).decode("utf-8") for part in path.removeprefix("/").split("/")]
    except UnicodeError:
        raise not_found() from None


def application_name(host: str) -> str | None:
    """Answer the subdomain of a host name; `None` for hosts without one (`localhost`, addresses).

    Raises:
        Problem: 404 for text that is no host name.

    """
    if not _HOST.match(host):
        raise not_found("The instance or device identity does not exist.")
    name, dot, _ = host.partition(".")
    return name if dot and not _ADDRESS.match(host.rpartition(":")[0] or host) else None


def _first_header(request: Request, name: str) -> str | None:
    for header, value in request.headers:
        if header.lower() == name:
            # Proxies append to a list; the first entry is what the caller saw.
            return value.partition(",")[0].strip() or None
    return None


def _read_query(query: str) -> dict[str, tuple[str, ...]]:
    read: dict[str, tuple[str, ...]] = {}
    for name, value in parse_qsl(query, keep_blank_values=True, errors="replace"):
        read[name] = (*read.get(name, ()), value)
    return read
