"""What other tools are shown: an exchange, and the operation it is about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from contract_tests.reading import exchange as wire
from iotcentral.contract import exchanges as recorded

__all__ = ["Asked", "Got", "Seen", "Tool"]

Asked = wire.Request | recorded.Request
Got = wire.Answer | recorded.Answer
Object = Mapping[str, Any]


@dataclass(frozen=True)
class Seen:
    """A request alone, or with the answer to it: then the answer is what is judged."""

    path: str
    """The operation's path, as the document writes it."""
    method: str
    values: Mapping[str, str]
    """What stands at the placeholders of the path."""
    request: Asked
    answer: Got | None = None


class Tool(Protocol):
    """A tool that anyone can install, set up for one document."""

    def __init__(self, raw: Object, /) -> None: ...

    def finds(self, seen: Seen, /) -> Sequence[str]:
        """What it says is wrong."""
        ...
