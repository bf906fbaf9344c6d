"""Python names by the written rule, not from what was generated: a wrong name there must fail here."""

from __future__ import annotations

import re

__all__ = ["attribute_of", "method_of", "snake"]

_WORDS = re.compile(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z0-9]+|[A-Z]+[0-9]*|[0-9]+")

_SPLIT = {"sha1Thumbprint": "sha_1_thumbprint"}
"""Where openapi-python-client's splitting of digits from words differs from the plain rule."""


def snake(name: str) -> str:
    """`displayName` as `display_name`; `@id` as `at_id`."""
    if name in _SPLIT:
        return _SPLIT[name]
    spoken = name.replace("@", "at_")
    return "_".join(word.lower() for part in re.split(r"[_\W]+", spoken) for word in _WORDS.findall(part))


def attribute_of(operation_id: str) -> str:
    """The attribute of the client that holds the operation: `DeviceGroups_Get` is in `device_groups`."""
    return snake(operation_id.split("_", 1)[0])


def method_of(operation_id: str) -> str:
    """The method: the operation id's suffix, with `Remove` called `delete` as in every other client."""
    return re.sub(r"^remove", "delete", snake(operation_id.split("_", 1)[1]))
