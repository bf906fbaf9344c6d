"""Every operation of every version is a command, and its help speaks with the words of the contract."""

from __future__ import annotations

from typing import Any

import click
import pytest

from iotcentral._core.contract_document import load
from iotcentral.cli.app import root
from iotcentral.cli.command import OperationCommand
from iotcentral.cli.options import kebab
from iotcentral.cli.surfaces import MAIN_PLANE, Surface, surface
from iotcentral_rest.versions import VERSIONS
from tests.cli.harness import around

METHODS = ("get", "put", "patch", "post", "delete")


def raw_operations() -> list[Any]:
    """Every operation as the documents have it, read without the descriptors."""
    return [
        pytest.param(
            each.plane, each.version, operation, id=f"{each.plane}-{each.version}-{operation['operationId']}"
        )
        for each in VERSIONS
        for item in load(each.plane, each.version)["paths"].values()
        for method, operation in item.items()
        if method in METHODS
    ]


def commands(plane: str, version: str) -> dict[str, tuple[str, str]]:
    """Tag and method of every command by operation id."""
    at: Surface = surface(plane, version)
    return {
        operation.id: (tag, method) for tag in at.tags for method, operation in at.operations(tag).items()
    }


def find(plane: str, version: str, tag: str, method: str) -> tuple[click.Command, click.Context]:
    command: click.Command = root(version)
    context = click.Context(command, info_name="iotcentral", obj=around({}, None), terminal_width=1000)
    context.max_content_width = 1000
    for name in ([plane] if plane != MAIN_PLANE else []) + [kebab(tag), kebab(method)]:
        assert isinstance(command, click.Group)
        found = command.get_command(context, name)
        assert found is not None, name
        command, context = found, click.Context(found, parent=context, info_name=name)
    return command, context


def squeezed(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize(("plane", "version", "operation"), raw_operations())
def test_every_operation_has_a_command_whose_help_shows_summary_and_description(
    plane: str, version: str, operation: dict[str, Any]
) -> None:
    tag, method = commands(plane, version)[operation["operationId"]]
    command, context = find(plane, version, tag, method)
    text = squeezed(command.get_help(context))
    assert operation["summary"] in text
    assert squeezed(operation["description"]) in text
    assert operation["operationId"] in text


@pytest.mark.parametrize(("plane", "version", "operation"), raw_operations())
def test_every_parameter_is_explained_and_no_two_share_a_name(
    plane: str, version: str, operation: dict[str, Any]
) -> None:
    tag, method = commands(plane, version)[operation["operationId"]]
    command, context = find(plane, version, tag, method)
    assert isinstance(command, OperationCommand)
    text = squeezed(command.get_help(context))
    for parameter in command.operation.parameters:
        assert squeezed(command.texts.parameter(command.operation, parameter)) in text
    names = [each.name for each in command.params]
    options = [name for each in command.params if isinstance(each, click.Option) for name in each.opts]
    assert (len(names), len(options)) == (len(set(names)), len(set(options)))


@pytest.mark.parametrize("entry", VERSIONS, ids=lambda each: f"{each.plane}-{each.version}")
def test_each_tag_lists_its_commands_with_their_summaries(entry: Any) -> None:
    for tag in surface(entry.plane, entry.version).tags:
        group, context = group_of(entry, tag)
        text = squeezed(group.get_help(context))
        for name in group.list_commands(context):
            command = group.get_command(context, name)
            assert command is not None
            assert squeezed(f"{name} {command.short_help}") in text


def group_of(entry: Any, tag: str) -> tuple[click.Group, click.Context]:
    top = root(entry.version)
    context = click.Context(top, info_name="iotcentral", obj=around({}, None), terminal_width=1000)
    context.max_content_width = 1000
    if entry.plane != MAIN_PLANE:
        inner = top.get_command(context, entry.plane)
        assert isinstance(inner, click.Group)
        top = inner
    group = top.get_command(context, kebab(tag))
    assert isinstance(group, click.Group)
    return group, click.Context(group, parent=context, info_name=kebab(tag))
