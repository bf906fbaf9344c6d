"""Change how a module or class behaves for a while: what mutants of client and emulator are made of."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import Any

__all__ = ["Patch", "around", "patched"]


@dataclass(frozen=True)
class Patch:
    """Another value for an attribute, made from the one it has."""

    owner: Any
    name: str
    make: Callable[[Any], Any]


@contextmanager
def patched(patches: Sequence[Patch]) -> Iterator[None]:
    """Behave otherwise inside the block, and as before after it."""
    with ExitStack() as undo:
        for patch in patches:
            original = vars(patch.owner)[patch.name]
            undo.callback(setattr, patch.owner, patch.name, original)
            setattr(patch.owner, patch.name, patch.make(original))
        yield


def around(owner: Any, name: str, change: Callable[..., Any]) -> Patch:
    """Call `change` in place of a function, with the function itself first."""

    def make(original: Any) -> Any:
        if asyncio.iscoroutinefunction(original):

            async def awaited(*given: Any, **named: Any) -> Any:
                return await change(original, *given, **named)

            return awaited

        def changed(*given: Any, **named: Any) -> Any:
            return change(original, *given, **named)

        return changed

    return Patch(owner, name, make)
