"""The typed walk that makes a payload the contract does not quite describe fit its types.

It changes four things: members the type does not name, and nulls where the type allows none, go into the
hidden field; an object whose tag the union does not name becomes the union's `Unknown…` branch; a whole
number written with a point (`80.0`) becomes an `int`. Whatever else is wrong is left as it is, for msgspec to
refuse.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, partial
from types import NoneType, UnionType
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin

import msgspec
from msgspec import NODEFAULT, Struct, UnsetType

from iotcentral._core.extras import EXTRAS_FIELD, EXTRAS_NAME, UNKNOWN_TAG, Extras
from iotcentral._core.shapes import is_array, is_object

__all__ = ["loosen"]

Step = Callable[[Any], Any]


class _Field(NamedTuple):
    step: Step | None
    takes_null: bool
    optional: bool


class _Plan(NamedTuple):
    tag_field: str | None
    fields: Mapping[str, _Field]


class _Tags(NamedTuple):
    tag_field: str
    branches: Mapping[Any, type[Struct]]


def loosen(kind: Any, value: Any) -> Any:
    """Return `value` (plain JSON values) in a shape that msgspec converts to `kind`."""
    step = _step(kind)
    return value if step is None else step(value)


@cache
def _step(kind: Any) -> Step | None:
    """Return what to do with a value of this type; `None` when there is nothing a walk could mend."""
    origin = get_origin(kind)
    if origin is Annotated:
        return _step(get_args(kind)[0])
    if origin in (Union, UnionType):
        return _union_step(tuple(part for part in get_args(kind) if part not in (NoneType, UnsetType)))
    if origin is list:
        inner = _step(get_args(kind)[0])
        return None if inner is None else partial(_loosen_list, inner)
    if origin is dict:
        inner = _step(get_args(kind)[1])
        return None if inner is None else partial(_loosen_dict, inner)
    if kind is int:
        return _loosen_integer
    return partial(_loosen_struct, kind) if _is_struct(kind) else None


def _is_struct(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Struct)


def _union_step(parts: tuple[Any, ...]) -> Step | None:
    if len(parts) == 1:
        return _step(parts[0])
    structs = tuple(part for part in parts if _is_struct(part))
    if structs:
        return partial(_loosen_variant, structs)
    steps = [step for part in parts if part is not int and (step := _step(part)) is not None]
    return steps[0] if steps else None


def _loosen_list(step: Step, value: Any) -> Any:
    return [step(item) for item in value] if is_array(value) else value


def _loosen_dict(step: Step, value: Any) -> Any:
    return {name: step(member) for name, member in value.items()} if is_object(value) else value


def _loosen_integer(value: Any) -> Any:
    return int(value) if isinstance(value, float) and value.is_integer() else value


@cache
def _tags(structs: tuple[type[Struct], ...]) -> _Tags:
    configs = {struct: struct.__struct_config__ for struct in structs}
    tag_field = next((config.tag_field for config in configs.values() if config.tag_field), "type")
    return _Tags(tag_field, {config.tag: struct for struct, config in configs.items()})


def _loosen_variant(structs: tuple[type[Struct], ...], value: Any) -> Any:
    if not is_object(value):
        return value
    tag_field, branches = _tags(structs)
    tag = value.get(tag_field, UNKNOWN_TAG)
    if not isinstance(tag, str):
        return value
    branch = branches.get(tag)
    if branch is not None and tag != UNKNOWN_TAG:
        return _loosen_struct(branch, value)
    return {tag_field: UNKNOWN_TAG, EXTRAS_NAME: Extras(value)}


@cache
def _plan(struct: type[Struct]) -> _Plan:
    fields = {
        info.encode_name: _Field(
            _step(info.type),
            info.type is Any or NoneType in get_args(info.type),
            info.default is not NODEFAULT or info.default_factory is not NODEFAULT,
        )
        for info in msgspec.structs.fields(struct)
        if info.name != EXTRAS_FIELD
    }
    return _Plan(struct.__struct_config__.tag_field, fields)


def _loosen_struct(struct: type[Struct], value: Any) -> Any:
    if not is_object(value):
        return value
    plan = _plan(struct)
    members: dict[str, Any] = {}
    extras: dict[str, Any] = {}
    for name, member in value.items():
        known = plan.fields.get(name)
        if known is None:
            (members if name == plan.tag_field else extras)[name] = member
        elif member is None:
            (members if known.takes_null or not known.optional else extras)[name] = None
        else:
            members[name] = member if known.step is None else known.step(member)
    if extras:
        members[EXTRAS_NAME] = Extras(extras)
    return members
