"""The attestation of a single device, which counts instead of its enrollment group's."""

from __future__ import annotations

from typing import Any

from iotcentral.emulator import fleet
from iotcentral.emulator.bodies import merge_patch
from iotcentral.emulator.calls import Call
from iotcentral.emulator.certificates import thumbprint
from iotcentral.emulator.places import device_of
from iotcentral.emulator.replies import Reply, invalid_body, not_found
from iotcentral.emulator.shapes import as_object

_SCHEMA = "Attestation"


def devices_get_attestation(call: Call) -> Reply:
    """Answer the device's own attestation."""
    return _answer(call, _existing(call))


def devices_create_attestation(call: Call) -> Reply:
    """Give the device an attestation of its own, or another one."""
    device_of(call)
    return _keep(call, call.body)


def devices_update_attestation(call: Call) -> Reply:
    """Merge keys or certificates into the device's own attestation; another type brings its own block."""
    merged = merge_patch(_existing(call), call.members("AttestationPatch"))
    return _keep(call, {name: value for name, value in merged.items() if name in ("type", merged["type"])})


def devices_remove_attestation(call: Call) -> Reply:
    """Drop the device's own attestation, so that its group's counts again."""
    _existing(call)
    call.state.remove(fleet.ATTESTATIONS, call.path["deviceId"])
    return Reply(204)


def shown_attestation(attestation: dict[str, Any]) -> dict[str, Any]:
    """Answer an attestation with thumbprints where it has certificates."""
    if attestation["type"] != "x509":
        return attestation
    certificates = {name: {"info": entry["info"]} for name, entry in _certificates(attestation).items()}
    return attestation | {"x509": {"clientCertificates": certificates} if certificates else {}}


def _existing(call: Call) -> dict[str, Any]:
    device_of(call)
    attestation = call.state.get(fleet.ATTESTATIONS, call.path["deviceId"])
    if attestation is None:
        raise not_found()
    return attestation


def _keep(call: Call, sent: dict[str, Any]) -> Reply:
    if faults := call.errors(_SCHEMA, sent):
        raise invalid_body(*faults)
    attestation = call.shown(_SCHEMA, sent)
    if attestation["type"] == "x509":
        _read_certificates(attestation)
    call.state.put(fleet.ATTESTATIONS, call.path["deviceId"], attestation)
    return _answer(call, attestation)


def _read_certificates(attestation: dict[str, Any]) -> None:
    for name, entry in _certificates(attestation).items():
        found = thumbprint(entry.get("certificate", ""))
        if found is None:
            raise invalid_body(f".x509.clientCertificates.{name}.certificate should be a certificate")
        entry["info"] = {"sha1Thumbprint": found}


def _certificates(attestation: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return as_object(attestation["x509"].get("clientCertificates")) or {}


def _answer(call: Call, attestation: dict[str, Any]) -> Reply:
    return Reply(200, call.shown(_SCHEMA, shown_attestation(attestation)))
