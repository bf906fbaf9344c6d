"""What a recording has deleted, and when: asked in the time a path is long, however much was deleted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from iotcentral.contract.case import Key

__all__ = ["Deletions"]


def _holders(key: Key) -> Iterator[Key]:
    """Yield the resource itself and everything it lies in."""
    return (key[:length] for length in range(1, len(key) + 1))


@dataclass(slots=True)
class Deletions:
    """Deletions by resource; what lies in a deleted resource went with it."""

    _moment: int = 0
    _last: dict[Key, int] = field(default_factory=dict[Key, int])
    _gone: set[Key] = field(default_factory=set[Key])

    def now(self) -> int:
        """Return the present moment; each is later than the one before."""
        self._moment += 1
        return self._moment

    def delete(self, key: Key) -> None:
        """Take notice of a deletion."""
        self._last[key] = self.now()
        self._gone.add(key)

    def write(self, key: Key) -> None:
        """Take notice of a write: the resource and what it lies in are there again."""
        self._gone.difference_update(_holders(key))

    def gone(self, key: Key) -> bool:
        """Return whether a resource was deleted and not written since."""
        return bool(self._gone) and any(each in self._gone for each in _holders(key))

    def since(self, key: Key, moment: int) -> bool:
        """Return whether a resource was deleted after a moment."""
        return bool(self._last) and any(self._last.get(each, 0) > moment for each in _holders(key))
