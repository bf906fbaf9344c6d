"""Who a caller is: tokens the application issued, and credentials given to the emulator when it starts."""

from __future__ import annotations

import hmac
from typing import Any, Literal

import msgspec

from iotcentral.emulator import tokens
from iotcentral.emulator.entra import EntraToken
from iotcentral.emulator.roles import ADMINISTRATOR
from iotcentral.emulator.sources import Makers
from iotcentral.emulator.store import Application, State

__all__ = ["Callers", "Credentials", "Strictness"]

Strictness = Literal["strict", "lenient"]
"""`lenient` takes any credential that is not the application's own API token for an administrator's."""


class Credentials(msgspec.Struct, frozen=True):
    """What callers may send beside the API tokens that an application issues."""

    admin_token: str | None = None
    """The whole `Authorization` text of an administrator's API token, good at every application."""
    admin_bearer: str | None = None
    """An administrator's Entra access token, for both planes; made up when first asked for unless given."""
    auth: Strictness = "strict"

    def __repr__(self) -> str:
        return f"Credentials({self.auth})"


class Callers:
    """Tells callers by their `Authorization` header."""

    def __init__(self, makers: Makers, credentials: Credentials) -> None:
        self._makers = makers
        self._admin_token = credentials.admin_token
        self._is_lenient = credentials.auth == "lenient"
        self._entra = EntraToken(makers, credentials.admin_bearer)

    @property
    def bearer(self) -> str:
        """The administrator's Entra token."""
        return self._entra.text

    def is_administrator(self, authorization: str | None) -> bool:
        """Say whether a caller shows the administrator's Entra token, or what has to do for it."""
        return self._entra.is_in(authorization) or (self._is_lenient and bool(authorization))

    def grants(
        self, application: Application, state: State, authorization: str | None
    ) -> list[dict[str, Any]]:
        """Answer the role assignments of a caller at an application.

        Raises:
            Problem: 401 for a credential that does not count.

        """
        # Those the application issued are checked in any case: they have roles, and an end.
        own = tokens.belongs_to(application, authorization or "")
        if self._is_admin_token(authorization) or (not own and self.is_administrator(authorization)):
            return [{"role": ADMINISTRATOR}]
        return tokens.authenticate(application, state, self._makers, authorization)

    def _is_admin_token(self, authorization: str | None) -> bool:
        known = self._admin_token
        return known is not None and hmac.compare_digest((authorization or "").encode(), known.encode())
