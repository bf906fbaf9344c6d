"""What nobody knows of the service, as switches: one table of the open points the emulator has to decide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated, Any, Literal, get_args, get_type_hints

import msgspec
from msgspec import Meta

__all__ = ["Choice", "Choices", "choices_of", "table"]


class Choices(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The emulator's answers to open questions (grade X); the defaults are what seems most likely."""

    conflict_code: Annotated[
        str, Meta(description="Error code of a 409; none has been recorded.", min_length=1)
    ] = "Conflict"
    precondition_code: Annotated[
        str, Meta(description="Error code of a 412; none has been recorded.", min_length=1)
    ] = "PreconditionFailed"
    if_match_everywhere: Annotated[
        bool,
        Meta(
            description="Enforce `If-Match` on every PUT, PATCH and DELETE, not only on the PATCHes that "
            "declare it."
        ),
    ] = False
    body_etag: Annotated[
        bool,
        Meta(description="Refuse a write whose body carries another `etag` than the resource has, with 412."),
    ] = False
    template_in_use: Annotated[
        Literal[400, 409], Meta(description="Status for deleting a device template that devices use.")
    ] = 409
    unreachable_device: Annotated[
        Literal[404, 408, 504], Meta(description="Status for a command to a device that is not connected.")
    ] = 404
    denied_create: Annotated[
        Literal[403, 409],
        Meta(description="Status for creating an application where `--deny-create` refuses that."),
    ] = 403
    undeclared_members: Annotated[
        Literal["ignore", "refuse"],
        Meta(description="What becomes of body members the api-version does not declare."),
    ] = "ignore"

    def statuses(self) -> frozenset[int]:
        """Answer the statuses these choices bring that a contract document may not name."""
        enforced = {412} if self.if_match_everywhere or self.body_etag else set[int]()
        return frozenset({self.template_in_use, self.unreachable_device, *enforced})


class Choice(msgspec.Struct, frozen=True):
    """One row of the table: a switch, what it may be set to, and what it is about."""

    name: str
    values: tuple[str, ...]
    """As they are written on the command line; the default stands first."""
    meaning: str


def table() -> Iterator[Choice]:
    """Yield the switches."""
    hints = get_type_hints(Choices, include_extras=True)
    for field in msgspec.structs.fields(Choices):
        kind, meta = get_args(hints[field.name])
        values = (False, True) if kind is bool else get_args(kind)
        default: Any = field.default
        written = (_written(value) for value in (default, *values))
        yield Choice(field.name, tuple(dict.fromkeys(written)), meta.description)


def choices_of(settings: Iterable[str]) -> Choices:
    """Read switches as the command line writes them: `template_in_use=400`.

    Raises:
        ValueError: naming a switch that is not there, or what it may be set to.

    """
    known = {choice.name: choice for choice in table()}
    given: dict[str, str] = {}
    for setting in settings:
        name, _, value = setting.partition("=")
        if name not in known:
            raise ValueError(f"there is no choice {name!r}; there are {', '.join(known)}")
        given[name] = value
    return msgspec.convert({name: _read(known[name], value) for name, value in given.items()}, Choices)


def _written(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _read(choice: Choice, text: str) -> Any:
    if len(choice.values) == 1:
        if not text:
            raise ValueError(f"{choice.name} needs a text")
        return text
    if text not in choice.values:
        raise ValueError(f"{choice.name} is one of {', '.join(choice.values)}, not {text!r}")
    return {"true": True, "false": False}.get(text, int(text) if text.isdigit() else text)
