"""What generated models are built of: `Model`, `OpenStrEnum`, `UnknownVariant`."""

from __future__ import annotations

import enum
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeVar, dataclass_transform

import msgspec
from msgspec import UNSET, Struct, UnsetType, field

from iotcentral._core import codec
from iotcentral._core.extras import EXTRAS_FIELD, EXTRAS_NAME, UNKNOWN_TAG, Extras

__all__ = ["UNKNOWN_TAG", "UNSET", "Model", "OpenStrEnum", "UnknownVariant", "UnsetType", "unknown_members"]


@dataclass_transform(kw_only_default=True, field_specifiers=(field,))
class ModelMeta(msgspec.StructMeta):
    """Makes `kw_only` the rule for every model: msgspec does not pass it on to subclasses."""

    if not TYPE_CHECKING:

        def __new__(cls, name, bases, namespace, /, **config):  # noqa: ANN001, ANN003, ANN204
            config.setdefault("kw_only", True)
            return super().__new__(cls, name, bases, namespace, **config)


# Said twice: mypy asks the bases before the metaclass, and msgspec's own base says otherwise.
@dataclass_transform(kw_only_default=True, field_specifiers=(field,))
class Model(Struct, metaclass=ModelMeta, kw_only=True, forbid_unknown_fields=True):
    """An object of the contract.

    Members the contract does not name survive a decode, a change and an encode; `unknown_members()` shows
    them. A member that is not set is `UNSET` and is left out; one that is `None` is written as null.
    """

    __schema__: ClassVar[str] = ""
    """Name of the schema in the contract document."""
    __read_only__: ClassVar[frozenset[str]] = frozenset()
    """Wire names the service alone writes; left out of requests."""
    __secret__: ClassVar[frozenset[str]] = frozenset()
    """Wire names whose values `repr` does not show."""

    _extras: Extras | UnsetType = field(default=UNSET, name=EXTRAS_NAME)

    @classmethod
    def from_json(cls, data: bytes | str) -> Self:
        """Decode a JSON object; raises `DecodeError` for anything that is not one of this class."""
        return codec.decode(cls, data)

    def to_json(self) -> bytes:
        """Encode without loss: read-only and unknown members, and date-times in their original text."""
        return codec.encode(self)

    def to_dict(self) -> dict[str, Any]:
        """Return what `to_json` writes, as a new dict under the wire names."""
        result: dict[str, Any] = codec.plain(self)
        return result

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={value}' for name, value in _shown(self))})"

    def __rich_repr__(self) -> list[tuple[str, Any]]:
        return [(name, _Verbatim(value)) for name, value in _shown(self)]


class _Verbatim:
    """A text whose `repr` is the text itself."""

    def __init__(self, text: str) -> None:
        self.text = text

    def __repr__(self) -> str:
        return self.text


def _shown(model: Model) -> Iterator[tuple[str, str]]:
    """Yield the members `repr` shows: those that are set, secrets masked."""
    for name, wire in zip(model.__struct_fields__, model.__struct_encode_fields__, strict=True):
        value = getattr(model, name)
        if value is UNSET or name == EXTRAS_FIELD:
            continue
        yield name, "'***'" if wire in model.__secret__ and value is not None else repr(value)


class UnknownVariant(Model):
    """A union member whose tag this version does not name; only a decode makes one that can be sent."""

    __union__: ClassVar[str] = ""
    """Name of the union's schema in the contract document."""

    @property
    def raw(self) -> Mapping[str, Any]:
        """The whole object as it came, read-only."""
        return unknown_members(self)

    @property
    def type(self) -> str | None:
        """The tag as it came; `None` when there was none."""
        tag = self.raw.get(type(self).__struct_config__.tag_field or "type")
        return tag if isinstance(tag, str) else None

    def __repr__(self) -> str:
        return f"{type(self).__name__}(type={self.type!r})"


def unknown_members(model: Model) -> Mapping[str, Any]:
    """Return what the answer held and the contract does not name, by wire name; read-only."""
    extras = getattr(model, EXTRAS_FIELD)
    return MappingProxyType(extras if isinstance(extras, Extras) else {})


_Kind = TypeVar("_Kind", bound="OpenStrEnum")


class _OpenEnumType(enum.EnumType):
    """Lets a caller name known values only, while decoding (which asks `_missing_` itself) takes any."""

    if not TYPE_CHECKING:

        def __call__(cls, value, *args, **options):  # noqa: ANN001, ANN002, ANN003, ANN204
            if cls._member_map_ and not isinstance(value, cls) and value not in cls._value2member_map_:
                names = ", ".join(map(repr, cls._value2member_map_))
                raise ValueError(f"{value!r} is not a {cls.__name__}: use one of {names}")
            return super().__call__(value, *args, **options)


class OpenStrEnum(enum.StrEnum, metaclass=_OpenEnumType):
    """Text values of which the service may know more than this version names.

    An unknown value survives a decode as a member called `UNKNOWN`; it equals its text and any other member
    made of the same text. `Kind("bogus")` raises ValueError.
    """

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        return _unknown_member(cls, value) if isinstance(value, str) else None

    @property
    def is_known(self) -> bool:
        """Whether this version of the contract names the value."""
        return self._name_ in type(self).__members__ and type(self).__members__[self._name_] is self

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: object) -> Self:
        return self

    def __reduce_ex__(self, protocol: object) -> tuple[Any, ...]:
        return (type(self) if self.is_known else _unknown_member), self._pickled()

    def _pickled(self) -> tuple[Any, ...]:
        return (self._value_,) if self.is_known else (type(self), self._value_)


def _unknown_member(kind: type[_Kind], value: str) -> _Kind:
    # Not kept anywhere: a cache would grow with whatever a server sends, and equality goes by the text.
    member = str.__new__(kind, value)
    member._name_ = "UNKNOWN"
    member._value_ = value
    return member
