"""What a decode found that the contract does not name, kept so that it can be written back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NoReturn

__all__ = ["EXTRAS_FIELD", "EXTRAS_NAME", "UNKNOWN_TAG", "Extras"]

MARK = "\uf8ff"
"""A private-use character: no member of any contract begins with it, and msgspec takes it in names."""

EXTRAS_FIELD = "_extras"
EXTRAS_NAME = MARK + "extras"
"""Wire name of the hidden field. It never goes over the wire; the encoder looks for it."""

UNKNOWN_TAG = MARK + "unknown"
"""Tag of the `Unknown…` branch of every union."""


class Extras(dict[str, Any]):
    """Members as they came; read-only, so that holding one proves the values came out of a decode.

    msgspec has no decoder for this class: a payload can never fill the hidden field by itself.
    """

    __slots__ = ()

    def __reduce__(self) -> tuple[type[Extras], tuple[dict[str, Any]]]:
        return Extras, (dict(self),)

    def _refuse(self, *_: object, **__: object) -> NoReturn:
        raise TypeError("members kept from an answer cannot be changed")

    if not TYPE_CHECKING:
        __setitem__ = __delitem__ = __ior__ = _refuse
        clear = pop = popitem = setdefault = update = _refuse
