"""Verifying takes the memory of what is remembered, not of the recording's length."""

from __future__ import annotations

import json
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml

from iotcentral.contract.verify import Report, verify_recordings
from tests.contract.examples import device
from tests.contract.recordings import Interaction, har_entry, pair

LENGTHS = 400, 1_600
PADDING = "x" * 4_000


def interactions(count: int) -> Iterator[Interaction]:
    """Devices that come and go; each device has a text of its own, so that nothing is shared."""
    for n in range(count):
        body = device(id=f"d{n}", displayName=f"{n}{PADDING}")
        yield pair("GET", f"/devices/d{n}", 206 if n % 2 else 200, body)


def as_cassette(path: Path, count: int) -> None:
    with path.open("w") as stream:
        stream.write("interactions:\n")
        for each in interactions(count):
            stream.write(yaml.dump([each], Dumper=yaml.CSafeDumper))
        stream.write("version: 1\n")


def as_har(path: Path, count: int) -> None:
    entries = ",".join(json.dumps(har_entry(each)) for each in interactions(count))
    path.write_text(f'{{"log": {{"entries": [{entries}]}}}}')


def as_json(path: Path, count: int) -> None:
    path.write_text(f'{{"interactions": [{",".join(map(json.dumps, interactions(count)))}]}}')


def peak(path: Path) -> tuple[int, Report]:
    tracemalloc.start()
    try:
        report = verify_recordings([path])
        return tracemalloc.get_traced_memory()[1], report
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    ("name", "write"),
    [("c.yaml", as_cassette), ("c.har", as_har), ("c.json", as_json)],
    ids=lambda v: str(v)[:6],
)
def test_a_recording_four_times_as_long_takes_hardly_more_memory(
    tmp_path: Path, name: str, write: Callable[[Path, int], None]
) -> None:
    paths = [tmp_path / f"{count}-{name}" for count in LENGTHS]
    for path, count in zip(paths, LENGTHS, strict=True):
        write(path, count)
    verify_recordings([paths[0]])  # contracts and validators are made once
    (short, _), (long, report) = map(peak, paths)
    more = paths[1].stat().st_size - paths[0].stat().st_size
    assert report.interactions == LENGTHS[1]
    assert report.count("broken") == LENGTHS[1] // 2
    assert long - short < more / 10
