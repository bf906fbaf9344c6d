"""Keys of devices that register themselves with the symmetric key of an enrollment group."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac

from iotcentral.errors import InvalidRequest

__all__ = ["derive"]


def derive(group_key: str, device_id: str) -> str:
    """Return a device's own key: base64 of the HMAC-SHA256 of its id under the group's key.

    `group_key` is the primary or secondary key of the group, base64 as the service shows it; the device
    takes the key of the same kind. Raises InvalidRequest for a key that is not base64 and for an empty id.
    """
    try:
        secret = base64.b64decode(group_key, validate=True)
    except (binascii.Error, ValueError, TypeError):
        raise _refused("group_key", "must be base64, as the service shows it", "base64") from None
    if not secret:
        raise _refused("group_key", "must not be empty", "base64")
    if not device_id:
        raise _refused("device_id", "must not be empty", "minLength")
    digest = hmac.new(secret, device_id.encode(), hashlib.sha256).digest()
    return base64.b64encode(digest).decode()


def _refused(argument: str, message: str, rule: str) -> InvalidRequest:
    return InvalidRequest(message, argument=argument, rule=rule)
