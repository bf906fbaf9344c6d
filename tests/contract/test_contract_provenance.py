"""Where a recording says it comes from, and what the page makes of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from iotcentral.contract.outcome import Source
from iotcentral.contract.page import as_html, page_of
from iotcentral.contract.readers.provenance import source_of
from iotcentral.contract.verify import verify_recordings
from tests.contract.recordings import clean, write

SAID = "metadata:\n  target: live\n  recorded: '2026-10-03T08:00:00Z'\n"
LONG = "".join(f"- request: {number}\n" for number in range(2000))


def written(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize(
    "text",
    [
        f"interactions:\n{LONG}{SAID}version: 1\n",
        f"{SAID}interactions:\n{LONG}version: 1\n",
        f"interactions: []\n{SAID}",
        f"interactions: []\n{SAID}".removesuffix("\n"),
        f"version: 1\n{SAID.replace(chr(39), '')}",
        "version: 1\nmetadata: {target: live, recorded: 2026-10-03}",
    ],
    ids=["behind", "before", "short", "no end of line", "a time, not a text", "in one line"],
)
def test_a_cassette_says_where_and_when_it_was_recorded(tmp_path: Path, text: str) -> None:
    assert source_of(written(tmp_path / "c.yaml", text)) == Source("live", "2026-10-03")


@pytest.mark.parametrize("folder", ["live", "emulator", "documented"])
def test_one_that_says_nothing_is_known_by_its_folder(tmp_path: Path, folder: str) -> None:
    assert source_of(written(tmp_path / folder / "more" / "c.yaml", "interactions: []\n")) == Source(folder)


@pytest.mark.parametrize(
    "text", ["", "metadata: [\n", "metadata: live\n", "metadata:\n  target: 5\n", "\udcff"]
)
def test_what_cannot_be_read_says_nothing(tmp_path: Path, text: str) -> None:
    path = tmp_path / "c.yaml"
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    assert source_of(path) == Source("unnamed target")


def test_the_page_says_when_the_real_service_was_last_seen(tmp_path: Path) -> None:
    for name, day in (("a", "2026-10-03"), ("b", "2026-09-01")):
        path = Path(write(tmp_path / f"{name}.yaml", clean()))
        path.write_text(f"{path.read_text('utf-8').rstrip()}\n{SAID.replace('2026-10-03', day)}", "utf-8")
    html = as_html(page_of(verify_recordings([tmp_path]), lambda _: ""))
    assert "on live. Real service: 2026-10-03." in html
    assert "<td class='day'>2026-10-03</td>" in html
    assert "2026-09-01" not in html
