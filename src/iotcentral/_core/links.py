"""Links that answers carry: followed as they stand, and only within the application."""

from __future__ import annotations

import base64
import binascii
from typing import Any
from urllib.parse import urlsplit

import msgspec

from iotcentral._core.endpoint import Endpoint, origin_of
from iotcentral._core.shapes import is_object
from iotcentral.errors import IotCentralError

__all__ = ["BadLink", "pack", "target_of", "unpack"]


class BadLink(IotCentralError):  # noqa: N818 - becomes the error of whoever follows links
    """A link that must not be followed; always turned into another error."""


def target_of(link: str, endpoint: Endpoint) -> str:
    """Return path and query of a link, as they stand; raises BadLink if it leads out of the endpoint."""
    if not link.isprintable() or " " in link or "\\" in link:
        raise BadLink("is not a URL")
    origin = origin_of(link)
    if origin is None:
        raise BadLink("is not an absolute URL")
    if not endpoint.owns(origin):
        raise BadLink(f"leads to another place: {origin.url}")
    target = link[link.index("://") + 3 + len(urlsplit(link).netloc) :].split("#", 1)[0]
    return target if target.startswith("/") else f"/{target}"


def pack(members: dict[str, str]) -> str:
    """Write members as one word of text that can go anywhere: the form of resume tokens."""
    return base64.urlsafe_b64encode(msgspec.json.encode(members)).rstrip(b"=").decode()


def unpack(token: Any) -> dict[str, str]:
    """Read what `pack` wrote; raises BadLink for any other text."""
    try:
        data = base64.urlsafe_b64decode(token.encode("ascii") + b"=" * (-len(token) % 4))
        members: Any = msgspec.json.decode(data)
    except (AttributeError, UnicodeError, binascii.Error, ValueError, msgspec.MsgspecError, RecursionError):
        raise BadLink("is not a resume token of this package") from None
    if not is_object(members) or not all(isinstance(value, str) for value in members.values()):
        raise BadLink("is not a resume token of this package")
    return members
