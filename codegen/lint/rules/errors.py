"""Error answers: which statuses, on what evidence, in which form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from codegen.lint.problem import Finding, rule
from codegen.lint.rules.parameters import constrained
from codegen.lint.spec import Operation, Spec
from codegen.lint.walk import as_map, join

__all__ = ["RULES"]

_EVERYWHERE = frozenset({"401", "403", "404", "429", "500", "503"})
_LISTED: Mapping[str, frozenset[str]] = {
    "409": frozenset(
        {
            "EnrollmentGroups_Create",
            "DeviceTemplates_Remove",
            "Organizations_Remove",
            "Destinations_Remove",
            "Apps_CreateOrUpdate",
            "Apps_Update",
        }
    ),
    "422": frozenset({"Jobs_Create", "ScheduledJobs_Create", "ScheduledJobs_Update"}),
}
_GRADES = {"R", "C", "D", "S", "X"}
_CODE_HEADER = "x-ms-error-code"


def _errors(spec: Spec, operation: Operation) -> dict[str, dict[str, Any]]:
    return {
        status: value
        for status, value in spec.responses(operation).items()
        if status == "default" or status.startswith(("4", "5"))
    }


def _has_if_match(spec: Spec, operation: Operation) -> bool:
    return any(str(value.get("name")).lower() == "if-match" for value in spec.parameters(operation))


def _expected(spec: Spec, operation: Operation) -> set[str]:
    expected = set(_EVERYWHERE)
    if spec.body(operation) or any(map(constrained, spec.parameters(operation))):
        expected.add("400")
    expected |= {status for status, ids in _LISTED.items() if operation.id in ids}
    return expected | ({"412"} if _has_if_match(spec, operation) else set())


@rule(
    "errors/missing", "401, 403, 404, 429, 500, 503 everywhere; 400, 409, 412, 422 where the spec rules say"
)
def missing(spec: Spec) -> Iterator[Finding]:
    for operation in spec.operations:
        for status in sorted(_expected(spec, operation) - set(spec.responses(operation))):
            yield join(operation.pointer, "responses"), f"{operation.id} does not name {status}"


@rule("errors/unfounded", "a status beyond those of the spec rules needs evidence better than X")
def unfounded(spec: Spec) -> Iterator[Finding]:
    for operation in spec.operations:
        beyond = set(_errors(spec, operation)) - _expected(spec, operation) - {"default", "412"}
        for status in sorted(beyond):
            if _evidence(spec.responses(operation)[status]).get("grade") in {None, "X"}:
                yield (
                    join(operation.pointer, "responses", status),
                    f"{status} on {operation.id} has no evidence",
                )


@rule("errors/if-match", "412 only where If-Match is declared")
def if_match(spec: Spec) -> Iterator[Finding]:
    for operation in spec.operations:
        if "412" in spec.responses(operation) and not _has_if_match(spec, operation):
            yield join(operation.pointer, "responses", "412"), f"{operation.id} declares no If-Match"


@rule("errors/default", "`default` is there as upstream has it: everywhere, but not in 1.0")
def default(spec: Spec) -> Iterator[Finding]:
    if spec.plane == "reference-v1":
        return
    upstream = (spec.plane, spec.version) != ("data-plane", "1.0")
    for operation in spec.operations:
        if ("default" in spec.responses(operation)) != upstream:
            yield (
                join(operation.pointer, "responses"),
                f"`default` {'is missing' if upstream else 'is ours alone'}",
            )


def _evidence(response: dict[str, Any]) -> dict[str, Any]:
    return as_map(response.get("x-iotc-evidence"))


@rule("errors/evidence", "an error answer has x-iotc-evidence")
def evidence(spec: Spec) -> Iterator[Finding]:
    for pointer, response in _error_responses(spec):
        if "x-iotc-evidence" not in response:
            yield pointer, "has no x-iotc-evidence"


@rule("evidence/shape", "evidence is a grade (R, C, D, S or X) and a source")
def shape(spec: Spec) -> Iterator[Finding]:
    for node in spec.nodes:
        if "x-iotc-evidence" not in node.value:
            continue
        value, pointer = as_map(node.value["x-iotc-evidence"]), join(node.pointer, "x-iotc-evidence")
        if value.get("grade") not in _GRADES:
            yield pointer, f"grade {value.get('grade')!r} is none of {', '.join(sorted(_GRADES))}"
        if not isinstance(value.get("source"), str) or not value["source"].strip():
            yield pointer, "names no source"
        for key in sorted(set(value) - {"grade", "source", "note"}):
            yield pointer, f"{key!r} is not part of evidence"


def _error_responses(spec: Spec) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every error answer once: component ones at their component."""
    seen: set[int] = set()
    for operation in spec.operations:
        for status, response in _errors(spec, operation).items():
            if id(response) not in seen:
                seen.add(id(response))
                yield join(operation.pointer, "responses", status), response


def _schema(response: dict[str, Any]) -> Any:
    return as_map(as_map(response.get("content")).get("application/json")).get("schema")


@rule("errors/schema", "all error answers of a version carry its one error schema")
def schema(spec: Spec) -> Iterator[Finding]:
    every = [_schema(response) for one in spec.operations for response in _errors(spec, one).values()]
    common = max(every, key=every.count, default=None)
    for pointer, response in _error_responses(spec):
        if (found := _schema(response)) is None:
            yield pointer, "carries no error schema"
        elif found != common:
            yield pointer, f"carries {found}, the others {common}"


@rule("errors/code-header", "error answers have the `x-ms-error-code` header where the version has it")
def code_header(spec: Spec) -> Iterator[Finding]:
    wanted = spec.plane == "data-plane" and spec.version != "1.0"
    for pointer, response in _error_responses(spec):
        if (_CODE_HEADER in as_map(response.get("headers"))) != wanted:
            yield pointer, f"{'lacks' if wanted else 'must not have'} the header {_CODE_HEADER}"


@rule("errors/status", "statuses are single numbers: no ranges, and 2xx, 4xx or 5xx")
def status(spec: Spec) -> Iterator[Finding]:
    for operation in spec.operations:
        for name in spec.responses(operation):
            if name != "default" and not (name.isdigit() and len(name) == 3 and name[0] in "245"):
                yield join(operation.pointer, "responses", name), f"{name!r} is dropped by the generator"


RULES = (missing, unfounded, if_match, default, evidence, shape, schema, code_header, status)
