"""The command line: groups and commands made when they are asked for, from contracts and descriptors."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any

import click

from iotcentral.cli.command import OperationCommand
from iotcentral.cli.connect import ENVIRONMENT
from iotcentral.cli.exits import CANNOT_RUN, EPILOG, INTERRUPTED, CannotRun, one_line
from iotcentral.cli.options import kebab
from iotcentral.cli.surfaces import (
    MAIN_PLANE,
    Place,
    Surface,
    elsewhere,
    other_planes,
    surface,
    versions_of,
)
from iotcentral.cli.surroundings import Surroundings
from iotcentral.cli.tools import TOOLS, Tool

__all__ = ["chosen_version", "root", "run"]

_WIDEST = 100
_HELP = {"help_option_names": ["-h", "--help"]}


def run(arguments: Sequence[str], around: Surroundings) -> int:
    """Run the command line and return its exit code."""
    try:
        code: Any = root(chosen_version(arguments)).main(
            list(arguments),
            prog_name="iotcentral",
            standalone_mode=False,
            obj=around,
            terminal_width=min(around.columns(), _WIDEST),
        )
    except click.exceptions.NoArgsIsHelpError as error:
        around.stderr.write(error.format_message() + "\n")
        return CANNOT_RUN
    except click.ClickException as error:
        around.say(one_line(error.format_message()) + _hint(error))
        return CANNOT_RUN
    except CannotRun as error:
        around.say(one_line(str(error)))
        return CANNOT_RUN
    except click.Abort:
        return INTERRUPTED
    return code if isinstance(code, int) else 0


def _hint(error: click.ClickException) -> str:
    context = error.ctx if isinstance(error, click.UsageError) else None
    return f" (see `{context.command_path} --help`)" if context else ""


def chosen_version(arguments: Sequence[str]) -> str | None:
    """Return the api-version of a command line before it is parsed: it decides which commands there are."""
    found: str | None = None
    for number, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument == "--api-version" and number + 1 < len(arguments):
            found = arguments[number + 1]
        elif argument.startswith("--api-version="):
            found = argument.partition("=")[2]
    return found


def root(version: str | None) -> click.Group:
    """Return the root command for an api-version, `None` for the default."""
    return _Root(version)


class _TagGroup(click.Group):
    """The operations of one tag."""

    def __init__(self, at: Surface, tag: str) -> None:
        super().__init__(kebab(tag), help=at.tags[tag], context_settings=_HELP)
        self._at, self._tag = at, tag

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [kebab(name) for name in self._at.operations(self._tag)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        method = cmd_name.replace("-", "_")
        operation = self._at.operations(self._tag).get(method)
        if operation is None:
            return None
        return OperationCommand(self._at, self._tag, method, operation)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if self.get_command(ctx, args[0]) is None and not args[0].startswith("-"):
            place = Place(self._tag, args[0].replace("-", "_"))
            raise _missing(self._at, f"{self.name} {args[0]}", place, self.list_commands(ctx), args[0], ctx)
        return super().resolve_command(ctx, args)


class _PlaneGroup(click.Group):
    """The tags of one plane."""

    def __init__(self, plane: str, version: str | None, **attributes: Any) -> None:
        super().__init__(context_settings=_HELP, **attributes)
        self._plane, self._version = plane, version

    @property
    def _at(self) -> Surface:
        return surface(self._plane, self._version)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [kebab(tag) for tag in self._at.tags]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        tag = cmd_name.replace("-", "_")
        return _TagGroup(self._at, tag) if tag in self._at.tags else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            place = Place(args[0].replace("-", "_"))
            raise _missing(self._at, args[0], place, self.list_commands(ctx), args[0], ctx)
        return super().resolve_command(ctx, args)


class _Root(_PlaneGroup):
    """The tags of the data plane, the other planes, and the tools."""

    def __init__(self, version: str | None) -> None:
        super().__init__(
            MAIN_PLANE,
            version,
            name="iotcentral",
            help="Azure IoT Central at the command line: every operation of its REST API, and some tools.",
            params=[click.Option(["--api-version"], metavar="VERSION", expose_value=False, help=_versions())],
        )

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [*super().list_commands(ctx), *other_planes(), *(tool.name for tool in TOOLS)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        for tool in TOOLS:
            if tool.name == cmd_name:
                return _tool_command(tool)
        if cmd_name in other_planes():
            return _PlaneGroup(
                cmd_name, self._version, name=cmd_name, help=f"The operations of the {cmd_name}."
            )
        return super().get_command(ctx, cmd_name)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        tools = {tool.name for tool in TOOLS}
        named = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        shown = [(name, each.get_short_help_str(limit=90)) for name, each in named if each is not None]
        with formatter.section(f"Operations of {self._at.name}"):
            formatter.write_dl([each for each in shown if each[0] not in tools])
        with formatter.section("Tools"):
            formatter.write_dl([each for each in shown if each[0] in tools])
        with formatter.section("Environment"):
            formatter.write_dl(list(ENVIRONMENT.items()))

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_paragraph()
        formatter.write_text(EPILOG)


def _versions() -> str:
    return f"Which version of the API to speak: {', '.join(versions_of(MAIN_PLANE))}. After a command too."


def _tool_command(tool: Tool) -> click.Command:
    return click.Command(
        tool.name,
        help=tool.text,
        add_help_option=False,
        context_settings={"ignore_unknown_options": True, "allow_extra_args": True},
        callback=lambda: None,
    )


def _missing(
    at: Surface, name: str, place: Place, near: list[str], typed: str, ctx: click.Context
) -> click.UsageError:
    """Return the error for a command that is not there: which versions have it, or what is like it."""
    versions = elsewhere(at.plane, place)
    if versions:
        text = f"{at.name} has no `{name}`; add --api-version {' or '.join(versions)}"
    else:
        like = get_close_matches(typed, near, n=1)
        text = f"no command `{name}`" + (f"; did you mean `{like[0]}`?" if like else "")
    return click.UsageError(text, ctx)
