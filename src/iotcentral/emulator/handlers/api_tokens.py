"""API tokens: issued once, listed without their text, never changed."""

from __future__ import annotations

from typing import Any

from iotcentral.emulator import tokens
from iotcentral.emulator.calls import Call
from iotcentral.emulator.grants import check_grants
from iotcentral.emulator.paging import answer_page
from iotcentral.emulator.replies import Reply, invalid_body, not_found
from iotcentral.emulator.sources import parse_milliseconds


def api_tokens_list(call: Call) -> Reply:
    """List the tokens, without their texts."""

    def rows(after: str | None, limit: int) -> list[tuple[str, Any]]:
        return [(id, _shown(call, id, token)) for id, token in call.state.after(tokens.KIND, after, limit)]

    return answer_page(call, rows)


def api_tokens_get(call: Call) -> Reply:
    """Answer one token, without its text."""
    id = call.path["tokenId"]
    token = call.state.get(tokens.KIND, id)
    if token is None:
        raise not_found()
    return Reply(200, _shown(call, id, token))


def api_tokens_create(call: Call) -> Reply:
    """Issue a token; the only answer with its text. An earlier token of the id is void from now on."""
    id = call.path["tokenId"]
    grants = check_grants(call, call.body["roles"])
    token, text = tokens.issue(
        call.application, call.state, call.makers, id, grants, _expiry(call.body.get("expiry"))
    )
    return Reply(200, _shown(call, id, token) | {"token": text})


def api_tokens_remove(call: Call) -> Reply:
    """Drop a token; it is refused from now on."""
    if not call.state.remove(tokens.KIND, call.path["tokenId"]):
        raise not_found()
    return Reply(204)


def _expiry(text: str | None) -> int | None:
    if text is None:
        return None
    expires = parse_milliseconds(text)
    if expires is None:
        raise invalid_body('.expiry should match format "date-time"')
    return expires


def _shown(call: Call, id: str, token: dict[str, Any]) -> dict[str, Any]:
    members = {"id": id, "roles": token["roles"], "expiry": token["expiry"]}
    return call.shown("ApiToken", members)
