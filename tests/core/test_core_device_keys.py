import base64
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iotcentral import InvalidRequest, device_keys
from iotcentral.emulator.keys import device_key

KEY = base64.b64encode(b"k" * 32).decode()


@given(st.binary(min_size=1, max_size=64), st.text(st.characters(codec="utf-8"), min_size=1))
def test_a_derived_key_is_the_one_the_emulator_gives(key: bytes, device_id: str) -> None:
    assert device_keys.derive(base64.b64encode(key).decode(), device_id) == device_key(key, device_id)


def test_the_key_of_the_documents_example() -> None:
    # Azure IoT docs, "Symmetric key attestation": group key and registration id of the published sample.
    group = "8isrFI1sGsIlvvFSSFRiMfCNzv21fjbE/+ah/lSh3lF8e2YG1Te7w1KpZhJFFXJrqYKi9yegxkqIChbqOS9Egw=="
    assert device_keys.derive(group, "sn-007-888-abc-mac-a1-b2-c3-d4-e5-f6") == (
        "Jsm0lyGpjaVYVP2g3FnmnmG9dI/9qU24wNoykUmermc="
    )


@pytest.mark.parametrize("key", ["", "a", "not base64!", KEY + "\n", "é"])
def test_a_group_key_that_is_none_is_refused_without_being_shown(key: str) -> None:
    with pytest.raises(InvalidRequest) as caught:
        device_keys.derive(key, "a")
    assert (caught.value.argument, caught.value.rule) == ("group_key", "base64")
    assert json.dumps(key) not in str(caught.value) or not key


def test_an_empty_id_is_refused() -> None:
    with pytest.raises(InvalidRequest) as caught:
        device_keys.derive(KEY, "")
    assert caught.value.argument == "device_id"
