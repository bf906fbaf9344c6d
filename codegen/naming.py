"""Python names: how wire names become identifiers, and which identifiers generated code may not use."""

from __future__ import annotations

import re
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from typing import Any

from openapi_python_client import strings

__all__ = [
    "ENUM_RESERVED",
    "MODEL_RESERVED",
    "PARAMETER_RESERVED",
    "RESERVED",
    "enum_member",
    "enum_members",
    "method_name",
    "naming_rules",
    "plane_class",
    "sanitize",
]

MODEL_RESERVED = frozenset(
    {"additional_properties", "copy", "from_dict", "from_json", "replace", "to_dict", "to_json", "to_request"}
)
"""Attributes that `iotcentral._core.model.Model` has or may come to have; a field of that name gets a `_`."""

ANNOTATIONS = frozenset({"bool", "dict", "float", "frozenset", "int", "list", "object", "str", "tuple"})
"""Built-ins that annotations use.

A field of that name would hide them from msgspec, which looks in the class.
"""

MODULE_NAMES = frozenset(
    {
        "Any",
        "ClassVar",
        "Literal",
        "Model",
        "OpenStrEnum",
        "TYPE_CHECKING",
        "Timestamp",
        "TypeAlias",
        "UnknownVariant",
    }
    | {"UnsetType"}
)
"""What `models.py` imports: a schema of that name would hide it."""

RESERVED = MODEL_RESERVED | ANNOTATIONS | MODULE_NAMES | {"self", "True", "False", "None"}

PARAMETER_RESERVED = frozenset({"body", "client_request_id", "headers", "on_response", "options", "timeout"})
"""What a generated method takes besides the operation's parameters."""

ENUM_RESERVED = frozenset({"mro"})


def sanitize(value: str) -> str:
    """Keep what an identifier may hold.

    `@id` becomes `at_id`, `$metadata` `dollar_metadata`, inner signs `_`.
    """
    for sign, word in (("@", "at_"), ("$", "dollar_")):
        value = word + value[1:] if value.startswith(sign) else value
        value = value.replace(sign, "_")
    return "".join(one for one in value if one.isidentifier() or one.isdecimal() or one in strings.DELIMITERS)


@contextmanager
def naming_rules() -> Generator[None, None, None]:
    """Make the parser of openapi-python-client name things our way, within the `with` block only.

    Its own rules drop `@` and `$`, so that `@id` beside `id` loses the whole schema, and make `type_`,
    `filter_` of `type`, `filter` and of every other built-in.
    """
    module: Any = strings
    stock = (module.sanitize, module.RESERVED_WORDS)
    module.sanitize, module.RESERVED_WORDS = sanitize, set(RESERVED)
    try:
        yield
    finally:
        module.sanitize, module.RESERVED_WORDS = stock


def method_name(operation_id: str, parsed_name: str) -> str:
    """Return the method of an operation: the parser's name without the group, `remove` said as `delete`.

    `Devices_Get` is `get`, `EnrollmentGroups_RemoveX509` is `delete_x509`; an id without a group stays whole.
    """
    group, separator, _ = operation_id.partition("_")
    name = parsed_name.removeprefix(strings.snake_case(group) + "_") if separator else parsed_name
    return re.sub(r"^remove(?=_|$)", "delete", name)


def enum_member(value: str) -> str:
    """Return the upper-case member of an enum value.

    `iotEdge` is `IOT_EDGE`, `PT30M` is `PT30M`, `1h` is `VALUE_1H`.
    """
    name = strings.snake_case(value).upper()
    return name if name.isidentifier() and name.lower() not in ENUM_RESERVED else f"VALUE_{name}".rstrip("_")


def enum_members(values: Sequence[str], given: Sequence[str] | None = None) -> list[str]:
    """Return the members of an enum, in order; `given` names (from `x-ms-enum`) come before derived ones."""
    return [enum_member(name) for name in (given or values)]


def plane_class(plane: str) -> str:
    """Return the class of a plane's client: `data-plane` is `DataPlane`."""
    return strings.pascal_case(plane)
