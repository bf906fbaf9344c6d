"""Reading HAR files: forms of bodies, what browsers leave out, and what is said of broken ones."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from iotcentral.contract.exchanges import Exchange
from iotcentral.contract.readers.errors import RecordingError
from iotcentral.contract.readers.recording import read_recording
from iotcentral.contract.verify import verify_recordings
from tests.contract.recordings import change_body, change_status, clean, har, har_entry, pair, write

ONE = pair("PUT", "/devices/d1", 200, {"id": "d1"}, {"displayName": "Ö"})


def save(path: Path, document: Any) -> Path:
    path.write_text(json.dumps(document), "utf-8")
    return path


def read(tmp_path: Path, *entries: Any, notes: list[str] | None = None) -> list[Exchange]:
    return list(read_recording(save(tmp_path / "c.har", har(*entries)), notes))


@pytest.mark.parametrize("encoded", [False, True], ids=["text", "base64"])
def test_an_entry_is_read_as_it_was_sent_and_answered(tmp_path: Path, encoded: bool) -> None:
    (exchange,) = read(tmp_path, har_entry(ONE, encoded=encoded))
    assert (exchange.request.method, exchange.request.json) == ("PUT", {"displayName": "Ö"})
    assert exchange.answer is not None
    assert (exchange.answer.status, exchange.answer.json) == (200, {"id": "d1"})


def test_pseudo_headers_of_http2_are_left_out(tmp_path: Path) -> None:
    (exchange,) = read(tmp_path, har_entry(ONE))
    assert [name for name, _ in exchange.request.headers] == ["Authorization", "Content-Type"]


@pytest.mark.parametrize("suffix", ["har", "json"])
def test_the_members_decide_not_the_name_of_the_file(tmp_path: Path, suffix: str) -> None:
    path = save(tmp_path / f"c.{suffix}", har(har_entry(ONE)))
    assert len(list(read_recording(path))) == 1


@pytest.mark.parametrize(
    "interactions",
    [clean(), change_status(2, 206), change_body(0, lambda body: body.pop("value"))],
    ids=["clean", "status", "required"],
)
def test_a_har_file_and_a_cassette_of_the_same_exchanges_have_the_same_findings(
    tmp_path: Path, interactions: Any
) -> None:
    cassette = verify_recordings([write(tmp_path / "c.yaml", interactions)])
    file = verify_recordings([save(tmp_path / "c.har", har(*map(har_entry, interactions)))])
    told = [
        [(each.rule, each.pointer, each.where.interaction) for each in r.findings] for r in (cassette, file)
    ]
    assert told[0] == told[1]


def test_an_aborted_request_is_judged_alone_and_said(tmp_path: Path) -> None:
    entry = har_entry(ONE)
    entry["response"] = {**entry["response"], "status": 0}
    notes: list[str] = []
    (exchange,) = read(tmp_path, entry, notes=notes)
    assert exchange.answer is None
    assert "1 of its answers are not in the file" in notes[0]


def test_a_body_the_recorder_left_out_is_no_empty_answer(tmp_path: Path) -> None:
    entry = har_entry(ONE)
    entry["response"] = {**entry["response"], "content": {"size": 12, "mimeType": "application/json"}}
    assert [each.answer for each in read(tmp_path, entry)] == [None]


def test_an_answer_without_a_body_stays_an_answer(tmp_path: Path) -> None:
    entry = har_entry(pair("DELETE", "/devices/d1", 204, None))
    entry["response"] = {**entry["response"], "headers": [], "content": {"size": 0, "mimeType": "x-unknown"}}
    (exchange,) = read(tmp_path, entry)
    assert exchange.answer is not None
    assert (exchange.answer.status, exchange.answer.body) == (204, b"")


def test_questions_of_the_browser_are_left_out(tmp_path: Path) -> None:
    question = har_entry(pair("OPTIONS", "/devices", 204, None))
    question["request"]["headers"] = [{"name": "Access-Control-Request-Method", "value": "GET"}]
    assert [each.request.method for each in read(tmp_path, question, har_entry(ONE))] == ["PUT"]


def _entry(part: str, **members: Any) -> dict[str, Any]:
    entry = har_entry(ONE)
    return {**entry, part: {**entry[part], **members}}


@pytest.mark.parametrize(
    ("document", "said"),
    [
        ({"log": {"version": "1.2"}}, "there is no `interactions` and no `log.entries`"),
        ({"log": 5}, "there is no `interactions`"),
        ({"log": {"entries": 5}}, "`log.entries` is no list"),
        (har({}), "entry 0: `request` is missing"),
        (har(har_entry(ONE), {"request": {}}), "entry 1: `response` is missing"),
        (har(_entry("request", url=5)), "entry 0: `method` or `url`"),
        (har(_entry("request", url="https://[x")), "entry 0: `url` is no URL"),
        (har(_entry("response", status="200")), "entry 0: `status` of the response has no number"),
        (
            har(_entry("response", content={"text": "*", "encoding": "base64"})),
            "entry 0: a body that is no base64",
        ),
    ],
)
def test_a_file_that_is_no_har_is_refused_with_place_and_reason(
    tmp_path: Path, document: Any, said: str
) -> None:
    with pytest.raises(RecordingError) as refused:
        list(read_recording(save(tmp_path / "c.har", document)))
    assert said in str(refused.value)


@pytest.mark.parametrize(
    ("missing", "said"),
    [(0.999, "value"), (0.5, "after 9 whole interactions"), (0.01, "after 19 whole interactions")],
)
def test_a_truncated_file_is_refused_and_says_how_far_it_is_whole(
    tmp_path: Path, missing: float, said: str
) -> None:
    text = json.dumps(har(*[har_entry(ONE)] * 20))
    path = tmp_path / "c.har"
    path.write_text(text[: int(len(text) * (1 - missing))])
    with pytest.raises(RecordingError, match=f"ends too early.*{said}"):
        list(read_recording(path))


def test_a_byte_order_mark_as_editors_leave_it_is_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "c.har"
    path.write_text(json.dumps(har(har_entry(ONE))), "utf-8-sig")
    assert len(list(read_recording(path))) == 1
