"""The Entra token of an administrator: the only one the emulator knows, for both planes."""

from __future__ import annotations

import base64
import hmac

from iotcentral.emulator.sources import Makers

__all__ = ["EntraToken"]

_SCHEME = "bearer "


class EntraToken:
    """A token that is what its text is: nothing in it is read, so any text will do.

    Without a configured text one is made up when it is first asked for; until then none is accepted.
    """

    def __init__(self, makers: Makers, text: str | None = None) -> None:
        self._makers = makers
        self._text = text

    @property
    def text(self) -> str:
        """The token, to be sent as `Bearer …`."""
        if self._text is None:
            self._text = base64.urlsafe_b64encode(self._makers.randomness(48)).decode()
        return self._text

    def is_in(self, authorization: str | None) -> bool:
        """Say whether an `Authorization` header carries the token."""
        given = authorization or ""
        if self._text is None or given[: len(_SCHEME)].lower() != _SCHEME:
            return False
        return hmac.compare_digest(given[len(_SCHEME) :].encode(), self._text.encode())
