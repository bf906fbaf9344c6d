from __future__ import annotations

from iotcentral.cli.activity import Activity, Below, Ticker
from tests.cli.harness import Stream


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def after(*moments: float, items: int = 0) -> tuple[Activity, Stream, Clock]:
    clock, stream = Clock(), Stream(terminal=True)
    activity = Activity("devices list", stream, clock)
    for _ in range(items):
        activity.count()
    for moment in moments:
        clock.now = moment
        activity.tick()
    return activity, stream, clock


def test_two_seconds_pass_in_silence() -> None:
    assert after(0.5, 1.9)[1].getvalue() == ""


def test_then_one_line_tells_the_time_and_the_items() -> None:
    assert after(2.0, 3.4, items=1200)[1].getvalue() == (
        "\r\x1b[2Kdevices list … 2 s, 1,200 items\r\x1b[2Kdevices list … 3 s, 1,200 items"
    )


def test_output_takes_the_line_away_and_begins_a_new_silence() -> None:
    activity, stream, clock = after(2.0)
    activity.clear()
    clock.now = 3.9
    activity.tick()
    assert stream.getvalue().endswith("2 s\r\x1b[2K")


def test_without_a_line_there_is_nothing_to_take_away() -> None:
    activity, stream, _ = after(1.0)
    activity.clear()
    assert stream.getvalue() == ""


def test_writing_to_the_terminal_takes_the_line_away_first() -> None:
    activity, stream, _ = after(2.0)
    Below(activity, stream).write("row\n")
    assert stream.getvalue().endswith("2 s\r\x1b[2Krow\n")


def test_items_alone_do_not_put_the_line_off() -> None:
    activity, stream, clock = after(items=1)
    clock.now = 2.0
    activity.count()
    activity.tick()
    assert stream.getvalue().endswith("2 s, 2 items")


def test_nobody_watching_means_no_thread() -> None:
    activity, stream, clock = after()
    clock.now = 9.0
    with Ticker(activity, seen=False, pause=0.0):
        pass
    assert stream.getvalue() == ""


def test_a_ticker_ticks_while_the_block_runs_and_leaves_nothing_behind() -> None:
    activity, stream, clock = after()
    clock.now = 9.0
    with Ticker(activity, seen=True, pause=0.001):
        while not stream.getvalue():
            pass
    assert stream.getvalue().endswith("\r\x1b[2K")
