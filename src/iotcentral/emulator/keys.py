"""Device keys, derived from the keys of an enrollment group."""

from __future__ import annotations

import base64
import hashlib
import hmac

__all__ = ["device_key"]


def device_key(group_key: bytes, device_id: str) -> str:
    """Derive a device's key: base64 of HMAC-SHA256 over the device id (registration id)."""
    return base64.b64encode(hmac.new(group_key, device_id.encode(), hashlib.sha256).digest()).decode()
