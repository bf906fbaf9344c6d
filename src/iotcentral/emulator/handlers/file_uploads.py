"""The file upload configuration: one a application, with states that a reader sees pass by.

A write is answered with its passing state, the next read still shows it, later reads show the final one.
"""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

from iotcentral.emulator.bodies import merge_patch
from iotcentral.emulator.calls import Call
from iotcentral.emulator.replies import Reply, invalid_body, not_found

_KIND = "fileUploads"
_ID = "default"
_DEFAULT_TTL = "PT1H"
_DURATION = re.compile(
    r"P(?:(?P<days>\d{1,4})D)?"
    r"(?:T(?=\d)(?:(?P<hours>\d{1,6})H)?(?:(?P<minutes>\d{1,8})M)?(?:(?P<seconds>\d{1,9}(?:\.\d{1,9})?)S)?)?\Z"
)
_SHORTEST = timedelta(hours=1)
_LONGEST = timedelta(hours=24)
_KEY = re.compile(r"(AccountKey=)[^;]*", re.IGNORECASE)


def file_uploads_get(call: Call) -> Reply:
    """Answer the configuration; reading a passing state is what ends it."""
    configuration = _existing(call)
    match configuration["state"]:
        case "deleting":
            call.state.remove(_KIND, _ID)
        case "pending" | "updating":
            call.state.put(_KIND, _ID, configuration | {"state": "succeeded"})
        case _:
            pass
    return Reply(200, _shown(call, configuration))


def file_uploads_create(call: Call) -> Reply:
    """Create or replace the configuration."""
    earlier = call.undeclared("FileUpload", call.state.get(_KIND, _ID))
    return _keep(call, earlier | call.members("FileUpload"), "pending")


def file_uploads_update(call: Call) -> Reply:
    """Merge members into the configuration."""
    configuration = _existing(call)
    if configuration["state"] == "deleting":
        raise not_found()
    return _keep(call, merge_patch(configuration, call.members("FileUploadPatch")), "updating")


def file_uploads_remove(call: Call) -> Reply:
    """Start to delete the configuration: one read still says so, later ones find nothing."""
    call.state.put(_KIND, _ID, _existing(call) | {"state": "deleting"})
    return Reply(204)


def _existing(call: Call) -> dict[str, Any]:
    configuration = call.state.get(_KIND, _ID)
    if configuration is None:
        raise not_found()
    return configuration


def _keep(call: Call, configuration: dict[str, Any], state: str) -> Reply:
    _check_ttl(configuration.get("sasTtl", _DEFAULT_TTL))
    made = {"state": state, "etag": call.makers.quoted_tag()}
    configuration = {"sasTtl": _DEFAULT_TTL, "readAccess": False} | configuration | made
    call.state.put(_KIND, _ID, configuration)
    return Reply(200, _shown(call, configuration))


def _check_ttl(text: str) -> None:
    """Refuse a validity of upload links that is no duration from one hour to a day."""
    found = _DURATION.match(text)
    parts = {unit: float(number) for unit, number in found.groupdict().items() if number} if found else {}
    length = timedelta(**parts)
    if not _SHORTEST <= length <= _LONGEST:
        raise invalid_body(".sasTtl should be a duration from PT1H to PT24H")


def _shown(call: Call, configuration: dict[str, Any]) -> dict[str, Any]:
    masked = _KEY.sub(r"\1*****", configuration["connectionString"])
    return call.shown("FileUpload", configuration | {"connectionString": masked})
