"""The engine for async callers: a few tasks, never more items in memory than those under way."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterable, AsyncIterator, Callable, Iterable
from typing import Any

from iotcentral.bulk.plan import BulkResult, Run, Work, is_fatal, result_of
from iotcentral.errors import IotCentralError

__all__ = ["run_tasks"]

Pending = set[asyncio.Task[tuple[Work, BulkResult[Any]]]]


async def run_tasks(
    start: Callable[[], Run], items: Iterable[Any] | AsyncIterable[Any], concurrency: int
) -> AsyncGenerator[BulkResult[Any]]:
    """Do all items and give their results as they come.

    Ends early like the engine of threads. One that is cancelled or closed cancels what is under way; the
    journal knows those items as begun.
    """
    run = start()
    pending: Pending = set()
    try:
        async for result in _results(run, _source(items), pending, concurrency):
            yield result
    finally:
        for task in pending:
            task.cancel()
        await asyncio.gather(*pending, return_exceptions=True)
        run.close()


async def _source(items: Iterable[Any] | AsyncIterable[Any]) -> AsyncIterator[Any]:
    if isinstance(items, AsyncIterable):
        async for item in items:
            yield item
    else:
        for item in items:
            yield item


async def _results(
    run: Run, items: AsyncIterator[Any], pending: Pending, concurrency: int
) -> AsyncIterator[BulkResult[Any]]:
    failure: BaseException | None = None
    while True:
        while failure is None and len(pending) < concurrency:
            try:
                work = run.work(await anext(items))
            except StopAsyncIteration as end:
                failure = end
            except Exception as error:  # what is under way still counts; then it is the caller's
                failure = error
            else:
                if work.skip:
                    yield run.counted(result_of(work))
                else:
                    pending.add(asyncio.create_task(_do(run, work)))
        if not pending:
            break
        ready, _ = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
        pending -= ready
        for task in ready:
            work, result = task.result()
            run.counted(result)
            if failure is None and result.error is not None and is_fatal(result.error):
                failure = result.error
            yield result
            run.taken(work, result)
    if failure is not None and not isinstance(failure, StopAsyncIteration):
        raise failure


async def _do(run: Run, work: Work) -> tuple[Work, BulkResult[Any]]:
    run.begin(work)
    try:
        value = await run.action.call(work.id, work.body)
    except IotCentralError as error:
        if not run.forgives(work, error):
            return work, result_of(work, error=error)
        value = None
    await asyncio.to_thread(run.written, work)  # forcing a line to the disk may take milliseconds
    return work, result_of(work, value)
