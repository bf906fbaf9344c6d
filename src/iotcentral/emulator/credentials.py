"""Who a caller is: tokens the application issued, and credentials given to the emulator when it starts."""

from __future__ import annotations

import hmac
from typing import Any, Literal

import msgspec

from iotcentral.emulator import tokens
from iotcentral.emulator.roles import ADMINISTRATOR
from iotcentral.emulator.sources import Makers
from iotcentral.emulator.store import Application, State

__all__ = ["Credentials", "Strictness"]

Strictness = Literal["strict", "lenient"]
"""`lenient` takes any credential that is not the application's own token for an administrator's."""

_BEARER = "bearer "


class Credentials(msgspec.Struct, frozen=True):
    """What callers may send beside the API tokens that an application issues."""

    admin_token: str | None = None
    """The whole `Authorization` text of an administrator's API token."""
    admin_bearer: str | None = None
    """An administrator's Entra access token: what follows `Bearer`."""
    auth: Strictness = "strict"

    def __repr__(self) -> str:
        return f"Credentials({self.auth})"

    def is_administrator(self, authorization: str | None) -> bool:
        """Say whether this is one of the administrator's credentials given at the start."""
        text = authorization or ""
        given = [_same(text, self.admin_token)]
        if text[: len(_BEARER)].lower() == _BEARER:
            given.append(_same(text[len(_BEARER) :].strip(), self.admin_bearer))
        return any(given)

    def grants(
        self, application: Application, state: State, makers: Makers, authorization: str | None
    ) -> list[dict[str, Any]]:
        """Answer the role assignments of a caller.

        Raises:
            Problem: 401 for a credential that does not count.

        """
        if self.is_administrator(authorization) or self._takes(application, authorization):
            return [{"role": ADMINISTRATOR}]
        return tokens.authenticate(application, state, makers, authorization)

    def _takes(self, application: Application, authorization: str | None) -> bool:
        """Say whether a credential nobody can check is taken; the application's own tokens stay checked."""
        return (
            self.auth == "lenient"
            and bool(authorization)
            and not tokens.belongs_to(application, authorization or "")
        )


def _same(text: str, known: str | None) -> bool:
    return known is not None and hmac.compare_digest(text.encode(), known.encode())
