"""The parameters of a command: those of its operation, and those every command has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import click

from iotcentral._core.descriptor import Operation, Parameter
from iotcentral.cli.surroundings import Surroundings
from iotcentral.cli.texts import Texts

__all__ = ["SUBSCRIPTION", "kebab", "parameters_of"]

SUBSCRIPTION = "subscriptionId"
"""A path parameter that is the same for every call: an option, by default from the environment."""

_TYPES: Mapping[str, Any] = {"integer": click.INT, "number": click.FLOAT, "boolean": click.BOOL}


def kebab(name: str) -> str:
    """Return a Python name as it is typed at a shell."""
    return name.replace("_", "-")


def parameters_of(operation: Operation[Any], texts: Texts) -> list[click.Parameter]:
    """Return all parameters of an operation's command, those of the operation first."""
    found: list[click.Parameter] = []
    for parameter in operation.parameters:
        text = texts.parameter(operation, parameter)
        found.append(_argument(parameter) if _stands_alone(parameter) else _option(parameter, text))
    if operation.body is not None:
        found += _body_options()
    if operation.paging is not None:
        found += _paging_options()
    if operation.long_running is not None:
        found.append(_wait_option())
    return [*found, *_common_options()]


def _stands_alone(parameter: Parameter) -> bool:
    return parameter.location == "path" and parameter.name != SUBSCRIPTION


def _argument(parameter: Parameter) -> click.Parameter:
    return click.Argument(
        [parameter.python_name], metavar=parameter.python_name.upper(), type=_type(parameter.schema)
    )


class _Option(click.Option):
    """An option whose variable is read from the command's surroundings."""

    def resolve_envvar_value(self, ctx: click.Context) -> str | None:
        around = ctx.find_object(Surroundings)
        return None if around is None else around.environment.get(str(self.envvar)) or None


def _option(parameter: Parameter, text: str) -> click.Parameter:
    return _Option(
        [f"--{kebab(parameter.python_name)}", parameter.python_name],
        type=_type(parameter.schema),
        required=parameter.required,
        envvar="AZURE_SUBSCRIPTION_ID" if parameter.name == SUBSCRIPTION else None,
        show_envvar=True,
        help=text,
    )


def _type(schema: Mapping[str, Any]) -> Any:
    if "enum" in schema and schema.get("type") == "string":
        return click.Choice([str(each) for each in schema["enum"]])
    return _TYPES.get(str(schema.get("type")), click.STRING)


def _body_options() -> Iterator[click.Parameter]:
    yield click.Option(
        ["--body"], metavar="FILE", help="The request body, JSON; `-` reads it from standard input."
    )
    yield click.Option(
        ["--set", "settings"],
        metavar="NAME=VALUE",
        multiple=True,
        help="Set one member of the body, over what --body holds; repeat it for more. Text where the "
        "contract says text, else JSON if it reads as JSON. Dots lead into objects: `pump.speed=3`.",
    )


def _paging_options() -> Iterator[click.Parameter]:
    yield click.Option(
        ["--limit"],
        type=click.IntRange(min=1),
        metavar="N",
        help="Stop after so many items; no further page is asked for. A table stops after 100 by default.",
    )
    yield click.Option(["--all", "everything"], is_flag=True, help="Every item, in a table too.")


def _wait_option() -> click.Parameter:
    return click.Option(
        ["--wait/--no-wait"],
        default=True,
        help="Wait until the service has done all of it, the default, or only until it has begun.",
    )


def _common_options() -> Iterator[click.Parameter]:
    yield click.Option(
        ["-o", "--output"],
        type=click.Choice(["table", "json", "jsonl", "csv"]),
        help="Form of the answer; a table on a terminal, else json. Lists come as an array (json), a line an "
        "item (jsonl) or rows (csv) while they are read.",
    )
    yield click.Option(["--show-secrets"], is_flag=True, help="Show keys and tokens instead of `*****`.")
    yield click.Option(["--api-version"], metavar="VERSION", help="Which version of the API to speak.")
    yield click.Option(
        ["--url"],
        metavar="URL",
        help="The application's URL instead of IOTC_SUBDOMAIN, an emulator's for one.",
    )
    yield click.Option(
        ["--connect-to"],
        metavar="HOST:PORT",
        help="Send everything to this address; the service still sees the application's name.",
    )
    yield click.Option(
        ["--timeout"], type=click.FloatRange(min=0, min_open=True), metavar="SECONDS", help="Of each request."
    )
