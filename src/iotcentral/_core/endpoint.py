"""Where an application is: its public name, the address connected to, and which links belong to it."""

from __future__ import annotations

import re
from ipaddress import ip_address
from typing import NamedTuple
from urllib.parse import SplitResult, urlsplit

from iotcentral.errors import InvalidRequest

__all__ = ["Endpoint", "Origin", "locate", "origin_of"]

_DOMAIN = "azureiotcentral.com"
_SUBDOMAIN = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?")
_PORTS = {"https": 443, "http": 80}


class Origin(NamedTuple):
    """Scheme, host and port, in one spelling."""

    scheme: str
    host: str
    port: int

    @property
    def authority(self) -> str:
        """Host and, unless it is the scheme's own, port; as it stands in a URL and in `Host`."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def url(self) -> str:
        """The origin as text, without a slash at the end."""
        return f"{self.scheme}://{self.authority}"

    @property
    def keeps_secrets(self) -> bool:
        """Whether a credential may go there: over TLS, or without leaving this machine."""
        return self.scheme == "https" or is_loopback(self.host)


class Endpoint(NamedTuple):
    """An application's public name, and the address its requests are sent to."""

    public: Origin
    connect: Origin
    base_path: str = "/api"

    @property
    def headers(self) -> tuple[tuple[str, str], ...]:
        """What a reverse proxy would add, if the address is not the public name."""
        if self.connect == self.public:
            return ()
        return (("Host", self.public.authority), ("X-Forwarded-Proto", self.public.scheme))

    def owns(self, origin: Origin | None) -> bool:
        """Whether an origin is this application, by its public name or by its address."""
        return origin is not None and origin in (self.public, self.connect)


def is_loopback(host: str) -> bool:
    """Whether a host name is this machine: `localhost`, 127.0.0.0/8 or ::1."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def origin_of(url: str) -> Origin | None:
    """Return the origin of an absolute http(s) URL; `None` for all else, and for one with credentials."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        return None
    if parts.scheme not in _PORTS or not host or "@" in parts.netloc:
        return None
    return Origin(parts.scheme, host, _PORTS[parts.scheme] if port is None else port)


def locate(application: str, connect_to: str | None = None, base_path: str = "/api") -> Endpoint:
    """Return the endpoint of a subdomain or URL; all paths stand below `base_path`.

    Raises InvalidRequest for text that is neither.
    """
    _require_text(application, "application")
    if "://" in application:
        public = _origin(application, "application")
    elif _SUBDOMAIN.fullmatch(application):
        public = Origin("https", f"{application.lower()}.{_DOMAIN}", 443)
    else:
        raise _refused("application", "must be a subdomain such as `contoso`, or a URL such as `https://…`")
    if connect_to is None:
        return Endpoint(public, public, base_path)
    _require_text(connect_to, "connect_to")
    return Endpoint(
        public,
        _origin(connect_to if "://" in connect_to else f"{public.scheme}://{connect_to}", "connect_to"),
        base_path,
    )


def _require_text(value: object, argument: str) -> None:
    if not isinstance(value, str):
        raise InvalidRequest(f"must be text, not {type(value).__name__}", argument=argument, rule="type")


def _origin(url: str, argument: str) -> Origin:
    if re.search(r"[\s\x00-\x1f\x7f\\]", url):
        raise _refused(argument, "must not hold white space, control characters or backslashes")
    origin = origin_of(url)
    if origin is None:
        raise _refused(argument, "must be http:// or https://, a host, and nothing before the host")
    if not _bare(urlsplit(url)):
        raise _refused(argument, "must end after the host and port: path and query are added by the client")
    return origin


def _bare(parts: SplitResult) -> bool:
    return parts.path in ("", "/") and not parts.query and not parts.fragment


def _refused(argument: str, message: str) -> InvalidRequest:
    return InvalidRequest(message, argument=argument, rule="endpoint")
