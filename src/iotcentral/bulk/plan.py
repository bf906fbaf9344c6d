"""What both engines share: items, results, counts, and what a journal says of an item. No I/O of its own."""

from __future__ import annotations

from collections.abc import Callable, Sized
from hashlib import blake2b
from typing import Any, Generic, TypeVar

import msgspec

from iotcentral._core.codec import encode
from iotcentral._core.model import UNSET
from iotcentral._core.shapes import is_array
from iotcentral.bulk.journal import Journal
from iotcentral.errors import InvalidRequest, IotCentralError, NotFound, Unauthenticated

__all__ = ["Action", "BulkProgress", "BulkResult", "OnProgress", "Run", "Work", "checked_concurrency"]

T = TypeVar("T")


class BulkResult(msgspec.Struct, Generic[T], frozen=True, kw_only=True):
    """What became of one item."""

    index: int
    """Its place in the iterable, from 0; results come in the order in which they are ready."""
    id: str
    value: T | None = None
    """What the service answered; `None` for a deletion, an error, and what an earlier run has done."""
    error: IotCentralError | None = None
    skipped: bool = False
    """Whether the journal says that an earlier run has done it."""

    @property
    def ok(self) -> bool:
        """Whether the item is done, now or by an earlier run."""
        return self.error is None


class BulkProgress(msgspec.Struct, frozen=True, kw_only=True):
    """What a `progress` function is told after each item."""

    done: int
    failed: int
    skipped: int
    total: int | None
    """Number of items, where the iterable knows it."""


OnProgress = Callable[[BulkProgress], None]


class Action(msgspec.Struct, frozen=True, kw_only=True):
    """One kind of bulk operation."""

    name: str
    call: Callable[[str, Any], Any]
    """The client's method, given the device's id and the body (`UNSET` where there is none)."""
    has_body: bool
    removes: bool = False
    """Whether 404 means that an interrupted run has done it already."""
    reads: bool = False
    """Whether an item is done only when the caller has taken its result."""


class Work(msgspec.Struct, frozen=True, kw_only=True):
    """One item to do."""

    index: int
    id: str
    body: Any
    key: str
    was_begun: bool
    skip: bool = False


class Run:
    """One pass over an iterable: what an item is, whether it is left to do, and the counts."""

    def __init__(
        self,
        action: Action,
        items: Any,
        application: str,
        journal: Any,
        progress: OnProgress | None,
        ended: Callable[[], None] | None = None,
    ) -> None:
        self.action = action
        self._journal = None if journal is None else Journal(journal, action.name, application)
        self._progress = progress
        self._ended = ended
        self._total = len(items) if isinstance(items, Sized) else None
        self._taken = self._done = self._failed = self._skipped = 0

    def work(self, item: Any) -> Work:
        """Return an item as work; raises InvalidRequest for what is none."""
        index = self._taken
        device_id, body = split(item, self.action)
        key = _key(device_id, body)
        begun = self._journal is not None and self._journal.was_begun(key)
        skip = self._journal is not None and self._journal.is_done(key)
        self._taken += 1
        return Work(index=index, id=device_id, body=body, key=key, was_begun=begun, skip=skip)

    def begin(self, work: Work) -> None:
        """Note in the journal that an item is about to be sent."""
        if self._journal is not None and not work.was_begun:
            self._journal.begin(work.key)

    def written(self, work: Work) -> None:
        """Note in the journal, for good, that the service has done an item."""
        if self._journal is not None and not self.action.reads:
            self._journal.done(work.key)

    def taken(self, work: Work, result: BulkResult[Any]) -> None:
        """Note in the journal, for good, that the caller has what was read."""
        if self._journal is not None and self.action.reads and result.error is None:
            self._journal.done(work.key)

    def forgives(self, work: Work, error: IotCentralError) -> bool:
        """Whether an error says that an interrupted run has done the item."""
        return self.action.removes and work.was_begun and isinstance(error, NotFound)

    def counted(self, result: BulkResult[Any]) -> BulkResult[Any]:
        """Count a result, tell of it, and return it."""
        if result.skipped:
            self._skipped += 1
        elif result.error is None:
            self._done += 1
        else:
            self._failed += 1
        if self._progress is not None:
            counts = BulkProgress(
                done=self._done, failed=self._failed, skipped=self._skipped, total=self._total
            )
            self._progress(counts)
        return result

    def close(self) -> None:
        """Close the journal, and tell who looks on that this is the end."""
        if self._journal is not None:
            self._journal.close()
        if self._ended is not None:
            self._ended()


def result_of(work: Work, value: Any = None, error: IotCentralError | None = None) -> BulkResult[Any]:
    """Return the result of an item."""
    return BulkResult(index=work.index, id=work.id, value=value, error=error, skipped=work.skip)


def is_fatal(error: IotCentralError) -> bool:
    """Whether every further item would fail like this one: the credential is not taken."""
    return isinstance(error, Unauthenticated) or (
        isinstance(error, InvalidRequest) and error.argument == "credential"
    )


def split(item: Any, action: Action) -> tuple[str, Any]:
    """Return id and body of an item: an id, a pair, or a model that knows its id."""
    if not action.has_body:
        device_id, body = item if isinstance(item, str) else getattr(item, "id", None), UNSET
    elif isinstance(item, tuple) or is_array(item):
        device_id, body = _pair(item)
    else:
        device_id, body = getattr(item, "id", None), item
    if not isinstance(device_id, str) or not device_id:
        wanted = "a pair of id and body, or a model with an id" if action.has_body else "an id"
        raise InvalidRequest(f"must be {wanted}", argument="items", rule="type")
    return device_id, body


def _pair(item: Any) -> tuple[Any, Any]:
    return (item[0], item[1]) if len(item) == 2 else (None, None)


def _key(device_id: str, body: Any) -> str:
    """Return a short name of id and body: a body that has changed since is another item."""
    content = b"" if body is UNSET else encode(body)
    name = device_id.encode("utf-8", "surrogatepass")
    return blake2b(len(name).to_bytes(4) + name + content, digest_size=16).hexdigest()


def checked_concurrency(concurrency: Any) -> int:
    """Return how many items may be under way; raises InvalidRequest for a number that cannot be."""
    if isinstance(concurrency, bool) or not isinstance(concurrency, int) or not 1 <= concurrency <= 100:
        raise InvalidRequest("must be a number from 1 to 100", argument="concurrency", rule="maximum")
    return concurrency
