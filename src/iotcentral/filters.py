"""Filters for lists, built instead of written: right field names, right quoting, in each preview's spelling.

    from iotcentral.filters import device

    hall = device.display_name.contains("Hall") & device.provisioned.eq(True)
    app.devices.list(filter=hall.text("2022-10-31-preview"))

No parentheses are written, which the service does not document: `and` goes before `or`, and a conjunction of
alternatives is multiplied out.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from iotcentral.errors import InvalidRequest

__all__ = ["Condition", "FlagField", "TextField", "device", "device_template"]

Dialect = Literal["contains", "indexof"]
Operator = Literal["eq", "ne", "lt", "le", "gt", "ge"]

_DIALECTS: tuple[tuple[str, Dialect], ...] = (
    ("1.1-preview", "indexof"),
    ("1.2-preview", "indexof"),
    ("2022-06-30-preview", "indexof"),
    ("2022-10-31-preview", "contains"),
)
_MOST = 100
"""Comparisons that a filter may come to when it is multiplied out."""


class _Comparison:
    """One comparison, in every dialect."""

    __slots__ = ("_texts",)

    def __init__(self, contains: str, indexof: str) -> None:
        self._texts: dict[Dialect, str] = {"contains": contains, "indexof": indexof}

    def text(self, dialect: Dialect) -> str:
        return self._texts[dialect]


class Condition:
    """A filter; `&` and `|` make a larger one of two."""

    __slots__ = ("_alternatives",)

    def __init__(self, alternatives: Iterable[tuple[_Comparison, ...]]) -> None:
        self._alternatives = tuple(alternatives)

    def __and__(self, other: Condition) -> Condition:
        """Both must hold."""
        ours, theirs = self._alternatives, other._alternatives
        count = sum(len(one) + len(two) for one in ours for two in theirs)
        if count > _MOST:
            message = f"comes to {count} comparisons when it is multiplied out; {_MOST} are allowed"
            raise InvalidRequest(message, argument="filter", rule="maxItems")
        return Condition(one + two for one in ours for two in theirs)

    def __or__(self, other: Condition) -> Condition:
        """One of them must hold."""
        return Condition(self._alternatives + other._alternatives)

    def __bool__(self) -> bool:
        """Refuse `and`, `or` and `not`, which would drop a part."""
        raise TypeError("a filter has no truth value: use `&` and `|`")

    def text(self, version: str) -> str:
        """Return the filter as an api-version writes it; raises InvalidRequest for one without filters."""
        dialect = dict(_DIALECTS).get(version)
        if dialect is None:
            known = ", ".join(name for name, _ in _DIALECTS)
            raise InvalidRequest(
                f"lists cannot be filtered in {version}, only in {known}", argument="filter", rule="version"
            )
        return " or ".join(
            " and ".join(comparison.text(dialect) for comparison in alternative)
            for alternative in self._alternatives
        )

    def __str__(self) -> str:
        return self.text(_DIALECTS[-1][0])

    def __repr__(self) -> str:
        return f"Condition({str(self)!r})"


def _quoted(text: object) -> str:
    if not isinstance(text, str):
        raise _refused(f"must be text, not {type(text).__name__}", "type")
    if any(ord(char) < 32 or 0xD800 <= ord(char) <= 0xDFFF or ord(char) == 127 for char in text):
        raise _refused("must not hold control characters or halves of surrogate pairs", "pattern")
    return "'" + str.__str__(text).replace("'", "''") + "'"


def _flag(value: object) -> str:
    if not isinstance(value, bool):
        raise _refused(f"must be True or False, not {type(value).__name__}", "type")
    return "true" if value else "false"


def _refused(message: str, rule: str) -> InvalidRequest:
    return InvalidRequest(message, argument="filter", rule=rule)


def _one(contains: str, indexof: str | None = None) -> Condition:
    return Condition([(_Comparison(contains, contains if indexof is None else indexof),)])


class _Field:
    __slots__ = ("_name",)

    def __init__(self, name: str) -> None:
        self._name = name

    def ascending(self) -> str:
        """Return the text of `order_by` for this field, smallest first."""
        return self._name

    def descending(self) -> str:
        """Return the text of `order_by` for this field, largest first."""
        return f"{self._name} desc"

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._name!r})"


class TextField(_Field):
    """A field that holds text."""

    __slots__ = ()

    def _compare(self, operator: Operator, value: str) -> Condition:
        return _one(f"{self._name} {operator} {_quoted(value)}")

    def eq(self, value: str) -> Condition:
        """Equal to."""
        return self._compare("eq", value)

    def ne(self, value: str) -> Condition:
        """Not equal to."""
        return self._compare("ne", value)

    def lt(self, value: str) -> Condition:
        """Less than."""
        return self._compare("lt", value)

    def le(self, value: str) -> Condition:
        """Less than or equal to."""
        return self._compare("le", value)

    def gt(self, value: str) -> Condition:
        """Greater than."""
        return self._compare("gt", value)

    def ge(self, value: str) -> Condition:
        """Greater than or equal to."""
        return self._compare("ge", value)

    def contains(self, value: str) -> Condition:
        """Look for a text anywhere in it; `contains(…)`, in the older previews `indexof(…) ge 0`."""
        pair = f"({self._name}, {_quoted(value)})"
        return _one(f"contains{pair}", f"indexof{pair} ge 0")

    def lacks(self, value: str) -> Condition:
        """Refuse a text anywhere in it; `contains(…) eq false`, in the older previews `indexof(…) lt 0`."""
        pair = f"({self._name}, {_quoted(value)})"
        return _one(f"contains{pair} eq false", f"indexof{pair} lt 0")


class FlagField(_Field):
    """A field that holds true or false."""

    __slots__ = ()

    def _compare(self, operator: Operator, value: bool) -> Condition:
        return _one(f"{self._name} {operator} {_flag(value)}")

    def eq(self, value: bool) -> Condition:
        """Equal to."""
        return self._compare("eq", value)

    def ne(self, value: bool) -> Condition:
        """Not equal to."""
        return self._compare("ne", value)


class _DeviceFields:
    __slots__ = ()

    id = TextField("id")
    display_name = TextField("displayName")
    template = TextField("template")
    """Id of the device template."""
    scopes = TextField("scopes")
    """Id of the organization."""
    enabled = FlagField("enabled")
    provisioned = FlagField("provisioned")
    simulated = FlagField("simulated")


class _TemplateFields:
    __slots__ = ()

    id = TextField("'@id'")
    """The field's name stands in quotes itself."""
    display_name = TextField("displayName")
    capability_model_id = TextField("capabilityModelId")


device = _DeviceFields()
"""The fields devices can be filtered by."""

device_template = _TemplateFields()
"""The fields device templates can be filtered by."""
