"""The line that says on a terminal how far a bulk run is."""

import io
from typing import Any

import pytest

from iotcentral.bulk import BulkProgress
from iotcentral.bulk.bar import Bar, bar_on, text_of
from tests.core.bulk_runs import DEVICES, both, echo


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True

    @property
    def shown(self) -> list[str]:
        """Each thing that was drawn, without what clears the line."""
        return [drawn.strip() for drawn in self.getvalue().split("\r\x1b[2K") if drawn]


def counts(done: int, total: int | None = 100, failed: int = 0, skipped: int = 0) -> BulkProgress:
    return BulkProgress(done=done, failed=failed, skipped=skipped, total=total)


@pytest.mark.parametrize(
    ("given", "text"),
    [
        (counts(0), "[........................] 0 of 100, 1:05"),
        (counts(50), "[############............] 50 of 100, 1:05"),
        (counts(99), "[#######################.] 99 of 100, 1:05"),
        (
            counts(90, failed=4, skipped=6),
            "[########################] 100 of 100, 4 failed, 6 done before, 1:05",
        ),
        (counts(5000, None), "5,000, 1:05"),
        (counts(0, 0), "0, 1:05"),
        (counts(7, 5), "[########################] 7 of 5, 1:05"),
    ],
)
def test_a_line_says_how_far_it_is(given: BulkProgress, text: str) -> None:
    assert text_of(given, 65.9) == text


def test_it_is_drawn_ten_times_a_second_at_most_and_at_the_end() -> None:
    terminal, moments = Terminal(), iter([0.0, *(n * 0.01 for n in range(1000))])
    bar = Bar(terminal, lambda: next(moments))
    for done in range(1, 101):
        bar(counts(done))
    bar.close()
    assert 5 <= len(terminal.shown) <= 15
    assert "100 of 100" in terminal.shown[-1]
    assert terminal.getvalue().endswith("\n")


def test_a_run_without_items_draws_nothing() -> None:
    terminal = Terminal()
    Bar(terminal, lambda: 0.0).close()
    assert terminal.getvalue() == ""


@pytest.mark.parametrize("stream", [None, io.StringIO()])
def test_without_a_terminal_there_is_no_bar(stream: Any) -> None:
    assert bar_on(stream, lambda: 0.0) is None


@both
def test_true_draws_on_a_terminal(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    run("create_devices", DEVICES, echo, progress=True)
    assert f"{len(DEVICES)} of {len(DEVICES)}, 0:00" in terminal.shown[-1]


@both
@pytest.mark.parametrize("progress", [True, False, None])
def test_nothing_is_written_where_nobody_looks(
    run: Any, progress: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    assert len(run("create_devices", DEVICES, echo, progress=progress)) == len(DEVICES)
    assert capsys.readouterr() == ("", "")


@both
def test_a_run_that_fails_leaves_the_line_behind(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def items() -> Any:
        yield from DEVICES[:3]
        raise LookupError("mine")

    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    with pytest.raises(LookupError):
        run("create_devices", items(), echo, progress=True)
    assert terminal.shown[-1].startswith("3,")
    assert terminal.getvalue().endswith("\n")
