"""The commands that are no operations. They need their own extras, but not that of the command line."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

__all__ = ["TOOLS", "Tool", "lacking", "tool"]


@dataclass(frozen=True, slots=True)
class Tool:
    """One command with arguments of its own."""

    name: str
    text: str
    needs: Mapping[str, str]
    """Modules it imports, each with the name of its distribution."""
    extra: str
    run: Callable[[Sequence[str]], int]


def _verify(arguments: Sequence[str]) -> int:
    from iotcentral.cli.verify import main

    return main(arguments)


def _diff(arguments: Sequence[str]) -> int:
    from iotcentral.cli.diff import main

    return main(arguments)


def _emulator(arguments: Sequence[str]) -> int:
    from iotcentral.emulator.__main__ import main

    return main(arguments, "iotcentral emulator")


_CONTRACT = {"jsonschema_rs": "jsonschema-rs", "yaml": "PyYAML", "rich": "rich"}
_EMULATOR = {"jsonschema_rs": "jsonschema-rs", "uvicorn": "uvicorn"}

TOOLS = (
    Tool("emulator", "Serve Azure IoT Central on this machine.", _EMULATOR, "emulator", _emulator),
    Tool(
        "verify",
        "Check whether recordings, a server or a spec keep the contract.",
        _CONTRACT,
        "contract",
        _verify,
    ),
    Tool("diff", "Show what differs between two versions of the API.", {}, "contract", _diff),
)


def tool(name: str) -> Tool | None:
    """Return the tool of a name."""
    return next((each for each in TOOLS if each.name == name), None)


def lacking(needs: Mapping[str, str]) -> list[str]:
    """Return the distributions whose modules are not installed."""
    return [name for module, name in needs.items() if importlib.util.find_spec(module) is None]
