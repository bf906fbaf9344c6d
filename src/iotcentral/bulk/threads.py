"""The engine for sync callers: a few threads, never more items in memory than those under way."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from typing import Any

from iotcentral.bulk.plan import BulkResult, Run, Work, is_fatal, result_of
from iotcentral.errors import IotCentralError

__all__ = ["run_threads"]

Pending = set[Future[tuple[Work, BulkResult[Any]]]]


def run_threads(
    start: Callable[[], Run], items: Iterable[Any], concurrency: int
) -> Iterator[BulkResult[Any]]:
    """Do all items and give their results as they come.

    Ends early with the error of an iterable that fails, and with that of a credential the service does not
    take; what is under way then is waited for and noted in the journal.
    """
    run = start()
    try:
        with ThreadPoolExecutor(concurrency, thread_name_prefix="iotcentral-bulk") as pool:
            yield from _results(run, iter(items), pool, concurrency)
    finally:
        run.close()


def _results(
    run: Run, items: Iterator[Any], pool: ThreadPoolExecutor, concurrency: int
) -> Generator[BulkResult[Any]]:
    pending: Pending = set()
    failure: BaseException | None = None
    while True:
        while failure is None and len(pending) < concurrency:
            try:
                work = run.work(next(items))
            except StopIteration:
                failure = StopIteration()
            except Exception as error:  # what is under way still counts; then it is the caller's
                failure = error
            else:
                if work.skip:
                    yield run.counted(result_of(work))
                else:
                    pending.add(pool.submit(_do, run, work))
        if not pending:
            break
        ready, pending = wait(pending, return_when=FIRST_COMPLETED)
        for future in ready:
            work, result = future.result()
            run.counted(result)
            if failure is None and result.error is not None and is_fatal(result.error):
                failure = result.error
            yield result
            run.taken(work, result)
    if failure is not None and not isinstance(failure, StopIteration):
        raise failure


def _do(run: Run, work: Work) -> tuple[Work, BulkResult[Any]]:
    run.begin(work)
    try:
        value = run.action.call(work.id, work.body)
    except IotCentralError as error:
        if not run.forgives(work, error):
            return work, result_of(work, error=error)
        value = None
    run.written(work)
    return work, result_of(work, value)
