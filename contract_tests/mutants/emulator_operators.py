"""Operators on the emulator: a service that behaves otherwise than the one it stands for."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import msgspec

from contract_tests.mutants.model import Mutant, Operator
from contract_tests.mutants.patching import Patch, around
from iotcentral._core.transport import Response
from iotcentral.emulator import data_plane, engine, paging, store
from iotcentral.emulator.credentials import Callers
from iotcentral.emulator.handlers import devices
from iotcentral.emulator.replies import Problem, Reply

__all__ = ["OPERATORS"]


def mutant(*patches: Patch) -> Callable[[Any], Iterator[Mutant]]:
    """The same mutant wherever it shows."""

    def change(place: Any) -> Iterator[Mutant]:
        del place
        yield Mutant("", patches)

    return change


def answers(change: Callable[[Response], Response]) -> Patch:
    """Change every answer of the engine before it goes out."""
    return around(engine.Engine, "write", lambda original, *given: change(original(*given)))


def _body(response: Response, change: Callable[[Any], Any], *, error: bool) -> Response:
    if not response.body or (response.status >= 400) != error:
        return response
    return msgspec.structs.replace(response, body=json.dumps(change(json.loads(response.body))).encode())


def success(change: Callable[[Any], Any]) -> Patch:
    return answers(lambda response: _body(response, change, error=False))


def error(change: Callable[[Any], Any]) -> Patch:
    return answers(lambda response: _body(response, change, error=True))


def status(old: int, new: int) -> Patch:
    return answers(lambda one: msgspec.structs.replace(one, status=new) if one.status == old else one)


def header(name: str, value: str) -> Patch:
    def change(response: Response) -> Response:
        pairs = ((key, value if key.lower() == name else each) for key, each in response.headers)
        return msgspec.structs.replace(response, headers=tuple(pairs))

    return answers(change)


def page(change: Callable[[Reply], Reply]) -> Patch:
    """Change every page of a list."""
    return around(paging, "answer_page", lambda original, *given: change(original(*given)))


def items(change: Callable[[list[Any]], list[Any]]) -> Patch:
    return page(
        lambda reply: msgspec.structs.replace(
            reply, body={**reply.body, "value": change(reply.body["value"])}
        )
    )


def link(change: Callable[[str], str]) -> Patch:
    return around(paging, "_link", lambda original, *given: change(original(*given)))


def _without(*names: str) -> Callable[[Any], Any]:
    def change(body: Any) -> Any:
        return {name: value for name, value in body.items() if name not in names}

    return change


def _recoded(body: Any) -> Any:
    return {"error": {**body["error"], "code": "SomethingElse"}}


def _same(original: Any, *given: Any, **named: Any) -> None:
    """Do nothing."""
    del original, given, named


def _removed(original: Any, *given: Any) -> bool:
    """Say that something is removed, and leave it."""
    del original, given
    return True


def _forgotten(original: Any, state: Any, kind: str, id: str, body: dict[str, Any], **named: Any) -> None:
    """Keep what was there before a change, and take only what is new."""
    original(state, kind, id, state.get(kind, id) or body, **named)


def _unread(original: Any, schemas: Any, views: Any, operation: Any, request: Any, *rest: Any) -> Any:
    """Take any body; what is no object for an empty one."""
    del original, schemas, views, rest
    value = json.loads(request.body) if request.body else None
    return value if isinstance(value, dict) or not operation.bodies else {}


def _replaced(original: Any, earlier: Any, patch: Any) -> Any:
    """A change in place of what was there."""
    del original
    return {**{name: value for name, value in earlier.items() if name != "displayName"}, **patch}


def _nulls_kept(original: Any, earlier: Any, patch: Any) -> Any:
    """A null that clears nothing."""
    return original(earlier, {name: value for name, value in patch.items() if value is not None})


def _administrator(original: Any, callers: Any, application: Any, state: Any, given: Any) -> Any:
    """Take everybody for an administrator."""
    try:
        return original(callers, application, state, given)
    except Problem:
        return [{"role": "ca310b8d-2f4a-44e0-a36e-957c202cd8d4"}]


def _lower_first(body: Any) -> Any:
    return {name.lower(): value for name, value in body.items()} if isinstance(body, dict) else body


E = Operator
OPERATORS: Sequence[Operator] = (
    E(
        "E01",
        "a deleted resource stays",
        ("sequence.deleted",),
        mutant(around(store.State, "remove", _removed)),
    ),
    E(
        "E02",
        "a change of a resource is lost",
        ("sequence.value",),
        mutant(around(store.State, "put", _forgotten)),
    ),
    E("E03", "a page loses its last item", ("paging.item-lost",), mutant(items(lambda found: found[:-1]))),
    E(
        "E04",
        "a page has an item twice",
        ("paging.item-twice",),
        mutant(items(lambda found: [*found, *found[-1:]])),
    ),
    E(
        "E05",
        "no link to the next page",
        ("paging.item-lost",),
        mutant(page(lambda reply: msgspec.structs.replace(reply, body=_without("nextLink")(reply.body)))),
    ),
    E(
        "E06",
        "a relative link",
        ("paging.link-relative",),
        mutant(link(lambda text: "/" + text.split("/", 3)[3])),
    ),
    E(
        "E07",
        "a link to another host",
        ("paging.link-host",),
        mutant(link(lambda text: text.replace("://", "://other."))),
    ),
    E(
        "E08",
        "a link without the api-version",
        ("paging.link-version",),
        mutant(link(lambda text: text.replace("api-version", "version"))),
    ),
    E("E09", "201 for 200", ("answer.success-status",), mutant(status(200, 201))),
    E("E10", "200 for 204", ("answer.success-status",), mutant(status(204, 200))),
    E("E11", "400 for 404", ("test",), mutant(status(404, 400))),
    E("E12", "500 for 409", ("test",), mutant(status(409, 500))),
    E("E13", "an error code of its own", ("error.code",), mutant(error(_recoded))),
    E(
        "E14",
        "errors without their envelope",
        ("answer.required",),
        mutant(error(lambda body: body.get("error", body))),
    ),
    E(
        "E15",
        "errors without a message",
        ("answer.required",),
        mutant(error(lambda body: {"error": _without("message")(body["error"])})),
    ),
    E("E16", "answers as text/plain", ("answer.media-type",), mutant(header("content-type", "text/plain"))),
    E(
        "E17",
        "another code in the header than in the body",
        ("error.code-header",),
        mutant(header("x-ms-error-code", "SomethingElse")),
    ),
    E(
        "E18",
        "answers without id",
        ("always.missing", "answer.required"),
        mutant(success(_without("id", "@id"))),
    ),
    E("E19", "members in lower case", ("answer.unknown-member",), mutant(success(_lower_first))),
    E(
        "E20",
        "a member nobody names",
        ("answer.unknown-member",),
        mutant(success(lambda body: {**body, "surplus": 1} if isinstance(body, dict) else body)),
    ),
    E("E21", "bodies not validated", ("test",), mutant(around(data_plane, "read_body", _unread))),
    E("E22", "queries not validated", ("test",), mutant(around(data_plane, "check_query", _same))),
    E("E23", "path values not validated", ("test",), mutant(around(data_plane, "check_path", _same))),
    E("E24", "If-Match not heeded", ("test",), mutant(around(data_plane, "check_preconditions", _same))),
    E("E25", "tokens not looked at", ("test",), mutant(around(Callers, "grants", _administrator))),
    E(
        "E26",
        "a merge in place of what was there",
        ("sequence.value",),
        mutant(around(devices, "merge_patch", _replaced)),
    ),
    E(
        "E27",
        "null clears nothing",
        ("sequence.value", "echo.value"),
        mutant(around(devices, "merge_patch", _nulls_kept)),
    ),
    E("E28", "a rate that nobody limits", ("test",), mutant(around(data_plane.DataPlane, "_admit", _same))),
)
