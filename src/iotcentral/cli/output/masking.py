"""Answers made plain, their secrets masked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import UNSET

from iotcentral._core.codec import plain
from iotcentral._core.model import Model, UnknownVariant, unknown_members
from iotcentral._core.shapes import is_array, is_object

__all__ = ["MASK", "Masker"]

MASK = "*****"
"""The service's own mask, which the client refuses to write back."""

_NAMES = frozenset(
    ("clientSecret", "connectionString", "endorsementKey", "password", "primaryKey", "secondaryKey", "token")
)
"""Secrets by name, where an answer is newer than the contract."""


class Masker:
    """Makes answers plain and remembers whether anything was masked."""

    def __init__(self, *, show_secrets: bool) -> None:
        self._show = show_secrets
        self.masked = False

    def plain(self, value: Any) -> Any:
        """Return a value as dicts, lists and scalars under the wire names."""
        return plain(value) if self._show else self._masked(value)

    def _masked(self, value: Any) -> Any:
        if isinstance(value, Model):
            return self._model(value)
        if is_object(value):
            return {name: self._masked(member) for name, member in value.items()}
        if is_array(value):
            return [self._masked(item) for item in value]
        return plain(value)

    def _model(self, model: Model) -> dict[str, Any]:
        if isinstance(model, UnknownVariant):
            return self._by_name(model.raw)
        # The plain form knows tags and order; what is secret is known by class alone.
        row: dict[str, Any] = plain(model)
        members = zip(model.__struct_encode_fields__, model.__struct_fields__, strict=True)
        for wire, name in members:
            value = getattr(model, name)
            if wire in row and value is not UNSET:
                row[wire] = self._secret(value) if wire in model.__secret__ else self._masked(value)
        return row | self._by_name(unknown_members(model))

    def _by_name(self, members: Mapping[str, Any]) -> dict[str, Any]:
        return {
            name: self._secret(value) if name in _NAMES else self._free(value)
            for name, value in members.items()
        }

    def _free(self, value: Any) -> Any:
        if is_object(value):
            return self._by_name(value)
        return [self._free(item) for item in value] if is_array(value) else value

    def _secret(self, value: Any) -> Any:
        if value in (None, "", [], {}):
            return plain(value)
        self.masked = True
        return MASK
