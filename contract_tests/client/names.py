"""Python names by the written rule, not from what was generated: a wrong name there must fail here."""

from __future__ import annotations

import re

from contract_tests.reading.operations import Operation

__all__ = ["attribute_of", "class_name", "method_of", "snake"]

_WORDS = re.compile(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z0-9]+|[A-Z]+[0-9]*|[0-9]+")

_SPLIT = {"sha1Thumbprint": "sha_1_thumbprint"}
"""Where openapi-python-client's splitting of digits from words differs from the plain rule."""


def snake(name: str) -> str:
    """`displayName` as `display_name`; `@id` as `at_id`."""
    if name in _SPLIT:
        return _SPLIT[name]
    spoken = name.replace("@", "at_")
    return "_".join(word.lower() for part in re.split(r"[_\W]+", spoken) for word in _WORDS.findall(part))


def class_name(name: str) -> str:
    """The class of a schema or an enum: as the document has it, with a capital."""
    return name[:1].upper() + name[1:]


def attribute_of(operation_id: str) -> str:
    """The attribute of the client that holds the operation: `DeviceGroups_Get` is in `device_groups`."""
    return snake(operation_id.split("_", 1)[0])


def method_of(operation: Operation) -> str:
    """The method: the id's suffix, `Remove` called `delete`; what goes on in the background is begun."""
    name = re.sub(r"^remove", "delete", snake(operation.id.split("_", 1)[1]))
    return f"begin_{name}" if operation.long_running else name
