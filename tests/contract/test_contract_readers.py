"""Reading vcrpy cassettes: forms, layouts, and what is said of broken ones."""

from __future__ import annotations

import base64
import gzip
import json
import tracemalloc
from pathlib import Path
from typing import Any

import pytest
import yaml
from vcr.cassette import Cassette
from vcr.request import Request as VcrRequest

from iotcentral.contract.readers import vcr as reader
from iotcentral.contract.readers.errors import RecordingError
from iotcentral.contract.readers.recording import read_recording
from iotcentral.contract.readers.slices import cut

PAIR: dict[str, Any] = {
    "request": {
        "method": "GET",
        "uri": "https://h.azureiotcentral.com/api/devices/a?api-version=2022-07-31",
        "body": None,
        "headers": {"Accept": ["application/json"], "Host": "h"},
    },
    "response": {
        "status": {"code": 200, "message": "OK"},
        "headers": {"Content-Type": ["application/json"]},
        "body": {"string": '{"id": "a"}'},
    },
}
GZIP = {"content-encoding": ["gzip"]}
JSON = b'{"id": "a"}'


def answering(body: Any, **headers: list[str]) -> dict[str, Any]:
    response = {**PAIR["response"], "body": body, "headers": {**PAIR["response"]["headers"], **headers}}
    return {**PAIR, "response": response}


def write(path: Path, *pairs: Any) -> Path:
    text = yaml.dump({"interactions": list(pairs), "version": 1})
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize(
    "pair",
    [
        PAIR,
        answering(JSON.decode()),
        answering(JSON),
        answering({"string": JSON}),
        answering({"base64_string": base64.b64encode(JSON).decode()}),
        answering({"encoding": "base64", "string": base64.b64encode(JSON).decode()}),
        answering({"string": gzip.compress(JSON)}, **{"Content-Encoding": ["gzip"]}),
        answering({"string": JSON}, **{"Content-Encoding": ["gzip"]}),
    ],
    ids=["string", "bare-text", "bare-bytes", "bytes", "base64", "encoding", "gzip", "gzip-already-undone"],
)
def test_bodies_are_read_in_every_form_recorders_write(tmp_path: Path, pair: Any) -> None:
    (exchange,) = read_recording(write(tmp_path / "c.yaml", pair))
    assert exchange.answer is not None
    assert exchange.answer.body == JSON


def test_a_cassette_written_by_vcrpy_is_read(tmp_path: Path) -> None:
    path = tmp_path / "c.yaml"
    cassette = Cassette(str(path))
    uri = str(PAIR["request"]["uri"])
    for name in ("a", "b"):
        body = {"string": f'{{"id": "{name}", "text": "- request:\\n- x"}}\n- request: no\n'.encode()}
        cassette.append(
            VcrRequest("PUT", uri, '{"x":\n- 1}', {"Accept": "*/*"}), {**PAIR["response"], "body": body}
        )
    cassette._save(force=True)
    exchanges = list(read_recording(path))
    assert [each.request.body for each in exchanges] == [b'{"x":\n- 1}'] * 2
    assert [each.where.interaction for each in exchanges] == [0, 1]


def test_json_cassettes_are_read(tmp_path: Path) -> None:
    path = tmp_path / "c.json"
    path.write_text(json.dumps({"interactions": [PAIR, PAIR], "version": 1}))
    assert [each.request.method for each in read_recording(path)] == ["GET", "GET"]


def test_a_null_response_is_a_request_without_an_answer(tmp_path: Path) -> None:
    (exchange,) = read_recording(write(tmp_path / "c.yaml", {**PAIR, "response": None}))
    assert exchange.answer is None


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: "# recorded\n" + text.replace("interactions:\n", "interactions:  # all\n\n"),
        lambda text: text.replace("interactions:\n", "interactions:\n# first\n"),
        lambda text: "\n".join(("  " + line) if line[:1] in "- " else line for line in text.splitlines()),
        lambda text: "version: 1\n" + text.replace("version: 1\n", ""),
        lambda text: json.dumps(yaml.safe_load(text)),
    ],
    ids=["crlf", "comments", "comment-first", "indented", "version-first", "flow"],
)
def test_other_layouts_of_yaml_are_read(tmp_path: Path, change: Any) -> None:
    path = write(tmp_path / "c.yaml", PAIR, answering("x"))
    path.write_bytes(change(path.read_text()).encode())
    assert len(list(read_recording(path))) == 2


def test_an_alias_into_another_interaction_is_followed(tmp_path: Path) -> None:
    path = write(tmp_path / "c.yaml", PAIR, PAIR)
    assert "*id001" in path.read_text()
    assert len(list(read_recording(path))) == 2


def test_an_empty_list_of_interactions_is_no_error(tmp_path: Path) -> None:
    assert list(read_recording(write(tmp_path / "c.yaml"))) == []


def _without(name: str) -> dict[str, Any]:
    return {key: value for key, value in PAIR.items() if key != name}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("interactions:\n- request: {a: [}\n", "line 2"),
        ("interactions:\n- request:\n    body: 'x\n", "broken YAML"),
        ("interactions: 5\n", "is no list"),
        ("a: 1\n", "there is no `interactions`"),
        ("", "there is no `interactions`"),
        ("interactions:\n- 5\n", "interaction 0: it is no mapping"),
        (yaml.dump({"interactions": [_without("response")]}), "`response` is missing"),
        (yaml.dump({"interactions": [_without("request")]}), "`request` is missing"),
        (yaml.dump({"interactions": [{**PAIR, "request": {"method": "GET"}}]}), "`uri` of the request"),
        (
            yaml.dump({"interactions": [{**PAIR, "request": {"method": "GET", "uri": "https://[x"}}]}),
            "no URL",
        ),
        (yaml.dump({"interactions": [{**PAIR, "response": {"status": "OK"}}]}), "has no number"),
        (yaml.dump({"interactions": [answering({"base64_string": "*"})]}), "no base64"),
        (yaml.dump({"interactions": [answering({"what": 1})]}), "a body with the members what"),
        (yaml.dump({"interactions": [answering(b"\x1f\x8bxx", **GZIP)]}), "decompress"),
        ("interactions:\n- request: !!python/object:os.system {}\n", "broken YAML"),
        ("interactions:\n- request: 2023-99-99\n  response: null\n", "broken YAML"),
    ],
)
def test_a_broken_cassette_is_refused_with_the_reason(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "c.yaml"
    path.write_text(text)
    with pytest.raises(RecordingError, match=said):
        list(read_recording(path))


@pytest.mark.parametrize(("name", "data"), [("c.yaml", b"\xff\xfe"), ("c.json", b"{"), ("c.json", b"[]")])
def test_a_file_that_is_no_text_or_no_cassette_is_refused(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(RecordingError):
        list(read_recording(tmp_path / name))


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RecordingError, match="No such file"):
        list(read_recording(tmp_path / "none.yaml"))


def test_a_slice_knows_its_line() -> None:
    lines = ["interactions:\n", "- a: 1\n", "  b: 2\n", "- a: 3\n", "version: 1\n"]
    assert [(each.line, each.text) for each in cut(lines)] == [(2, "- a: 1\n  b: 2\n"), (4, "- a: 3\n")]


def test_reading_holds_one_interaction_at_a_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "c.yaml"
    one = yaml.dump([answering({"string": "x" * 20_000})])
    path.write_text("interactions:\n" + one * 100 + "version: 1\n")
    monkeypatch.setattr(reader, "_whole", lambda *_: pytest.fail("loaded whole"))
    tracemalloc.start()
    assert sum(1 for _ in read_recording(path)) == 100
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < path.stat().st_size / 4
