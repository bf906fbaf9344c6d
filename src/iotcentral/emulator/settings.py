"""How an engine is to behave: everything a command line or a test may set, in one value."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import msgspec

from iotcentral.emulator.choices import Choices
from iotcentral.emulator.credentials import Credentials
from iotcentral.emulator.list_query import LARGEST_PAGE
from iotcentral.emulator.manners import Manners, Requests, Rule, manners_of
from iotcentral.emulator.paging import DEFAULT_PAGE_SIZE

__all__ = ["Settings", "base_url", "subdomain"]

_SUBDOMAIN = re.compile(r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\Z")


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """What an engine does where callers, operators or nobody knows what is wanted."""

    page_size: int = DEFAULT_PAGE_SIZE
    """Items on a page of a list, at most 100."""
    external_url: str | None = None
    """Scheme and host for links, when callers use another address than the one they send."""
    choices: Choices = Choices()
    """How open questions about the service are decided."""
    requests: Requests = "service"
    """Whether requests are read as the service does or as the contract documents say."""
    credentials: Credentials = Credentials()
    """What callers may send beside the applications' own API tokens."""
    rate_limits: bool = False
    """Refuse calls over the published rates, by the engine's clock."""
    deny_create: bool = False
    """Refuse to create applications through the control plane, as the service of today."""

    @property
    def items(self) -> int:
        """Items on a page, within what a page may have."""
        return max(1, min(self.page_size, LARGEST_PAGE))

    def statuses(self) -> frozenset[int]:
        """Answer the statuses these settings bring that a contract document may not name."""
        return self.choices.statuses() | ({429} if self.rate_limits else set[int]())

    @property
    def manners(self) -> Manners:
        """What of the things the contract forbids is refused."""
        chosen = manners_of(self.requests)
        if self.choices.undeclared_members == "refuse":
            return Manners(chosen.refused | {Rule.UNDECLARED_MEMBER})
        return chosen


def subdomain(text: str) -> str:
    """Answer the name of an application as it is given.

    Raises:
        ValueError: it cannot be the first part of a host name.

    """
    if not _SUBDOMAIN.match(text):
        raise ValueError(f"{text!r} is no subdomain: 1 to 63 letters a-z, digits and hyphens inside")
    return text


def base_url(text: str) -> str:
    """Answer the scheme and host that links are to start with.

    Raises:
        ValueError: it is not that, or has more to it.

    """
    parts = urlsplit(text)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.username is not None:
        raise ValueError(f"{text!r} is no URL of a server, such as https://demo.example:8443")
    if parts.path.strip("/") or parts.query or parts.fragment:
        raise ValueError(f"{text!r} has more than scheme, host and port")
    return f"{parts.scheme}://{parts.netloc}"
