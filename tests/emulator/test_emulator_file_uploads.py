"""The file upload configuration and its states (dossier 8.5, 14 point 10)."""

from __future__ import annotations

import pytest

from tests.emulator.harness import Service

_BODY = {
    "connectionString": "DefaultEndpointsProtocol=https;AccountName=a;AccountKey=c2VjcmV0==;BlobEndpoint=x/",
    "container": "files",
}
_MASKED = "DefaultEndpointsProtocol=https;AccountName=a;AccountKey=*****;BlobEndpoint=x/"


def _state(service: Service) -> str:
    return str(service.ok("GET", "/fileUploads")["state"])


@pytest.mark.parametrize(("method", "body"), [("GET", None), ("PATCH", {}), ("DELETE", None)])
def test_nothing_is_there_at_first(service: Service, method: str, body: object) -> None:
    assert service.call(method, "/fileUploads", body).code == "NotFound"


def test_put_fills_in_the_ttl_and_leaves_the_account_absent(service: Service) -> None:
    created = service.ok("PUT", "/fileUploads", _BODY)
    assert created.pop("etag").startswith('"')
    assert created == {
        "connectionString": _MASKED,
        "container": "files",
        "sasTtl": "PT1H",
        "state": "pending",
    }


def test_account_key_is_masked_in_every_answer(service: Service) -> None:
    service.ok("PUT", "/fileUploads", _BODY)
    service.ok("PATCH", "/fileUploads", {"container": "other"})
    assert service.ok("GET", "/fileUploads")["connectionString"] == _MASKED


def test_write_is_pending_for_one_read_then_succeeded(service: Service) -> None:
    service.ok("PUT", "/fileUploads", _BODY)
    assert [_state(service) for _ in range(3)] == ["pending", "succeeded", "succeeded"]


def test_patch_passes_through_updating(service: Service) -> None:
    service.ok("PUT", "/fileUploads", _BODY)
    changed = service.ok("PATCH", "/fileUploads", {"sasTtl": "PT2H", "state": "failed", "account": "a"})
    assert (changed["sasTtl"], changed["state"], changed["account"]) == ("PT2H", "updating", "a")
    assert [_state(service) for _ in range(2)] == ["updating", "succeeded"]


def test_null_resets_the_ttl_and_removes_the_account(service: Service) -> None:
    service.ok("PUT", "/fileUploads", _BODY | {"sasTtl": "PT2H", "account": "a"})
    changed = service.ok("PATCH", "/fileUploads", {"sasTtl": None, "account": None})
    assert (changed["sasTtl"], "account" in changed) == ("PT1H", False)


def test_one_read_after_delete_says_deleting_then_404(service: Service) -> None:
    service.ok("PUT", "/fileUploads", _BODY)
    service.ok("DELETE", "/fileUploads")
    assert _state(service) == "deleting"
    assert service.call("GET", "/fileUploads").code == "NotFound"


def test_configuration_on_its_way_out_cannot_be_patched_but_made_again(service: Service) -> None:
    service.ok("PUT", "/fileUploads", _BODY)
    service.ok("DELETE", "/fileUploads")
    assert service.call("PATCH", "/fileUploads", {}).status == 404
    assert service.ok("PUT", "/fileUploads", _BODY)["state"] == "pending"


@pytest.mark.parametrize("text", ["PT1H", "PT24H", "P1D", "PT90M", "PT3600S", "P0DT1H30M"])
def test_validity_of_links_from_an_hour_to_a_day_is_taken(service: Service, text: str) -> None:
    assert service.ok("PUT", "/fileUploads", _BODY | {"sasTtl": text})["sasTtl"] == text


@pytest.mark.parametrize(
    "text", ["", "P", "PT", "PT59M", "PT25H", "P1DT1S", "1H", "-PT1H", "P1M", "PT1H\n", "P9999999D"]
)
@pytest.mark.parametrize("method", ["PUT", "PATCH"])
def test_other_validity_of_links_is_invalid_body(service: Service, method: str, text: str) -> None:
    service.ok("PUT", "/fileUploads", _BODY)
    answer = service.call(method, "/fileUploads", _BODY | {"sasTtl": text})
    assert (answer.status, answer.code) == (400, "InvalidBody")
    assert ".sasTtl should be a duration from PT1H to PT24H" in answer.sentence
