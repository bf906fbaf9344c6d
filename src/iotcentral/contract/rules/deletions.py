"""What a recording has deleted, and when: asked in the time a path is long, however much was deleted."""

from __future__ import annotations

from collections.abc import Iterator

from iotcentral.contract.case import Key
from iotcentral.contract.rules.recent import RESOURCES, Recent

__all__ = ["Deletions"]


def _holders(key: Key) -> Iterator[Key]:
    """Yield the resource itself and everything it lies in."""
    return (key[:length] for length in range(1, len(key) + 1))


class Deletions:
    """Deletions by resource; what lies in a deleted resource went with it."""

    def __init__(self, most: int = RESOURCES) -> None:
        self._moment = 0
        self._horizon = 0
        self._last: Recent[Key, int] = Recent(most, self._forget)
        self._gone: Recent[Key, None] = Recent(most)

    def _forget(self, moment: int) -> None:
        self._horizon = moment

    def now(self) -> int:
        """Return the present moment; each is later than the one before."""
        self._moment += 1
        return self._moment

    def delete(self, key: Key) -> None:
        """Take notice of a deletion."""
        self._last.put(key, self.now())
        self._gone.put(key, None)

    def write(self, key: Key) -> None:
        """Take notice of a write: the resource and what it lies in are there again."""
        for each in _holders(key):
            self._gone.pop(each, None)

    def gone(self, key: Key) -> bool:
        """Return whether a resource was deleted and not written since."""
        return bool(self._gone) and any(each in self._gone for each in _holders(key))

    def since(self, key: Key, moment: int) -> bool:
        """Return whether a resource was, or for all that is remembered may have been, deleted since then."""
        if moment < self._horizon:
            return True
        return bool(self._last) and any(self._last.get(each, 0) > moment for each in _holders(key))
