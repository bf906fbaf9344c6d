"""Attestation of single devices (dossier 6.3)."""

from __future__ import annotations

import base64
import hashlib
from typing import Any

import pytest

from tests.emulator.harness import Service

_PATH = "/devices/d1/attestation"
_DER = bytes([0x30, 0x82, 1, 2, 3, 4, 5])
_PEM = b"-----BEGIN CERTIFICATE-----\n" + base64.b64encode(_DER) + b"\n-----END CERTIFICATE-----\n"
_CERTIFICATE = base64.b64encode(_PEM).decode()
_THUMBPRINT = hashlib.sha1(_DER).hexdigest().upper()
_KEYS = {"type": "symmetricKey", "symmetricKey": {"primaryKey": "cA==", "secondaryKey": "cw=="}}
_TPM = {"type": "tpm", "tpm": {"endorsementKey": "ZQ=="}}


def _x509(**entries: str) -> dict[str, Any]:
    certificates = {name: {"certificate": text} for name, text in entries.items()}
    return {"type": "x509", "x509": {"clientCertificates": certificates}}


@pytest.fixture
def one(service: Service) -> Service:
    service.ok("PUT", "/devices/d1", {})
    return service


@pytest.mark.parametrize(("method", "body"), [("GET", None), ("PATCH", _KEYS), ("DELETE", None)])
def test_device_of_a_group_has_none_of_its_own(one: Service, method: str, body: object) -> None:
    assert one.call(method, _PATH, body).status == 404


@pytest.mark.parametrize("body", [_KEYS, _TPM])
def test_attestation_is_kept_as_sent(one: Service, body: object) -> None:
    assert one.ok("PUT", _PATH, body) == body
    assert one.ok("GET", _PATH) == body


@pytest.mark.parametrize("text", [_CERTIFICATE, base64.b64encode(_DER).decode(), _PEM.decode()])
def test_certificates_are_answered_by_their_thumbprint(one: Service, text: str) -> None:
    expected = {"primary": {"info": {"sha1Thumbprint": _THUMBPRINT}}}
    assert one.ok("PUT", _PATH, _x509(primary=text))["x509"]["clientCertificates"] == expected
    assert one.ok("GET", _PATH)["x509"]["clientCertificates"] == expected


@pytest.mark.parametrize("text", ["", "text", "cA==", base64.b64encode(b"no certificate").decode()])
def test_what_is_no_certificate_is_invalid_body(one: Service, text: str) -> None:
    answer = one.call("PUT", _PATH, _x509(primary=text))
    assert (answer.status, answer.code) == (400, "InvalidBody")
    assert ".x509.clientCertificates.primary.certificate" in answer.sentence
    assert one.call("GET", _PATH).status == 404


@pytest.mark.parametrize(
    "body", [{"type": "symmetricKey"}, {"type": "tpm", "x509": {}}, {"type": "other"}, {}]
)
def test_type_and_block_belong_together(one: Service, body: object) -> None:
    assert one.call("PUT", _PATH, body).status == 400


def test_patch_renews_one_key(one: Service) -> None:
    one.ok("PUT", _PATH, _KEYS)
    changed = one.ok("PATCH", _PATH, {"symmetricKey": {"secondaryKey": "bg=="}})
    assert changed["symmetricKey"] == {"primaryKey": "cA==", "secondaryKey": "bg=="}


def test_patch_to_another_type_drops_the_former_block(one: Service) -> None:
    one.ok("PUT", _PATH, _KEYS)
    assert one.call("PATCH", _PATH, {"type": "tpm"}).status == 400
    assert one.ok("PATCH", _PATH, _TPM) == _TPM


def test_null_takes_the_spare_certificate_out(one: Service) -> None:
    one.ok("PUT", _PATH, _x509(primary=_CERTIFICATE, secondary=_CERTIFICATE))
    patch = {"x509": {"clientCertificates": {"secondary": None}}}
    assert list(one.ok("PATCH", _PATH, patch)["x509"]["clientCertificates"]) == ["primary"]


def test_empty_x509_block_is_kept(one: Service) -> None:
    assert one.ok("PUT", _PATH, {"type": "x509", "x509": {}}) == {"type": "x509", "x509": {}}


def test_credentials_are_the_devices_own_until_they_are_taken_away(one: Service) -> None:
    derived = one.ok("GET", "/devices/d1/credentials")
    one.ok("PUT", _PATH, _KEYS)
    assert one.ok("GET", "/devices/d1/credentials")["symmetricKey"] == _KEYS["symmetricKey"]
    one.ok("PUT", _PATH, _TPM)
    assert one.ok("GET", "/devices/d1/credentials") == {"idScope": derived["idScope"], "tpm": _TPM["tpm"]}
    one.ok("PUT", _PATH, _x509(primary=_CERTIFICATE))
    assert list(one.ok("GET", "/devices/d1/credentials")) == ["idScope", "x509"]
    one.ok("DELETE", _PATH)
    assert one.ok("GET", "/devices/d1/credentials") == derived


def test_attestation_goes_with_its_device(one: Service) -> None:
    one.ok("PUT", _PATH, _KEYS)
    one.ok("DELETE", "/devices/d1")
    assert one.call("GET", _PATH).status == 404
    one.ok("PUT", "/devices/d1", {})
    assert one.call("GET", _PATH).status == 404


@pytest.mark.parametrize(("method", "body"), [("GET", None), ("PUT", _KEYS), ("PATCH", {}), ("DELETE", None)])
def test_unknown_device_is_404(service: Service, method: str, body: object) -> None:
    assert service.call(method, "/devices/none/attestation", body).status == 404
