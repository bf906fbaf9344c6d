from types import SimpleNamespace
from typing import Any

import msgspec
import pytest

from iotcentral import UNSET, InvalidRequest, models
from iotcentral._core.descriptor import Operation, Parameter
from iotcentral._core.request import build_request
from tests.core.fakes import settings

ID = Parameter("deviceId", "device_id", "path", True, {"type": "string"})
IF_MATCH = Parameter("If-Match", "if_match", "header", False, {"type": "string"})
UPDATE: Operation[Any] = Operation(
    id="Devices_Update",
    plane="data-plane",
    version="1",
    method="PATCH",
    path="/devices/{deviceId}",
    parameters=(ID, IF_MATCH),
    success={200: Any},
    retry="conditional",
)


def sent(value: Any, operation: Operation[Any] = UPDATE) -> str | None:
    request = build_request(operation, ("a", value), UNSET, {}, settings())
    return dict(request.headers).get("If-Match")


@pytest.mark.parametrize(
    "value", ['"1"', models.Device(etag='"1"'), SimpleNamespace(etag='"1"')], ids=["text", "model", "object"]
)
def test_an_etag_is_text_or_what_was_read(value: Any) -> None:
    assert sent(value) == '"1"'


def test_without_an_etag_no_header_is_sent() -> None:
    assert sent(UNSET) is None


@pytest.mark.parametrize(
    "value", [models.Device(), SimpleNamespace(etag=None), None, 7, "", models.Device(etag="")]
)
def test_what_has_no_etag_is_refused(value: Any) -> None:
    with pytest.raises(InvalidRequest) as caught:
        sent(value)
    assert (caught.value.argument, caught.value.rule) == ("if_match", "etag")


@pytest.mark.parametrize("value", ["a\r\nX: y", "é"])
def test_an_etag_that_http_cannot_carry_is_refused(value: str) -> None:
    with pytest.raises(InvalidRequest) as caught:
        sent(models.Device(etag=value))
    assert caught.value.rule == "header"


def test_another_header_takes_no_object() -> None:
    other = msgspec.structs.replace(IF_MATCH, name="X-Other", python_name="other")
    with pytest.raises(InvalidRequest):
        sent(models.Device(etag="1"), msgspec.structs.replace(UPDATE, parameters=(ID, other)))
