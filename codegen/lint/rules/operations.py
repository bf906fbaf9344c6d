"""What an operation says of itself to a client: whether it may be repeated, and how its pages follow."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from codegen.lint.problem import Finding, rule
from codegen.lint.spec import Operation, Spec
from codegen.lint.walk import as_map, join

__all__ = ["RULES"]

_CLASSES = ("safe", "conditional", "once")
_ONCE = re.compile(
    r"Jobs_Create|Jobs_Rerun|Jobs_Resume|ScheduledJobs_Create|ApiTokens_Create"
    r"|EnrollmentGroups_VerifyX509|EnrollmentGroups_GenerateVerificationCodeX509"
    r"|Devices_Run\w*Command|Devices_ApplyManifest"
)
_ONCE_IN: Mapping[str, re.Pattern[str]] = {
    "control-plane": re.compile(r"Apps_CreateOrUpdate|Apps_Update"),
    "reference-v1": re.compile(r"Devices_Create"),
}
"""Operations that are to be sent once on one plane only: their like elsewhere may be repeated."""
_SAFE = re.compile(r"Apps_Check(Name|Subdomain)Availability|Apps_ListTemplates|Query_Run|Jobs_Stop")


@rule("retry/missing", "every operation has x-iotc-retry: safe, conditional or once")
def retry_missing(spec: Spec) -> Iterator[Finding]:
    for operation in spec.operations:
        if (value := operation.value.get("x-iotc-retry")) not in _CLASSES:
            yield (
                operation.pointer,
                f"{operation.id}: x-iotc-retry is {value!r}, none of {', '.join(_CLASSES)}",
            )


@rule("retry/class", "the retry class is the one the spec rules give; not the method decides")
def retry_class(spec: Spec) -> Iterator[Finding]:
    for operation in spec.operations:
        value, allowed = operation.value.get("x-iotc-retry"), _allowed(spec, operation)
        if value in _CLASSES and value not in allowed:
            yield operation.pointer, f"{operation.id} is {value!r}, must be {' or '.join(allowed)}"


def _allowed(spec: Spec, operation: Operation) -> tuple[str, ...]:
    on_this_plane = _ONCE_IN.get(spec.plane)
    if _ONCE.fullmatch(operation.id) or (on_this_plane and on_this_plane.fullmatch(operation.id)):
        return ("once",)
    if _SAFE.fullmatch(operation.id) or operation.method == "get":
        return ("safe",)
    by_method = {"post": ("once",), "patch": ("conditional", "once"), "put": ("safe", "conditional")}
    return by_method.get(operation.method, ("safe", "conditional"))


def _pages(spec: Spec, operation: Operation) -> dict[str, Any]:
    """Give the schema of the first success body, resolved."""
    for response in spec.successes(operation).values():
        for media in as_map(response.get("content")).values():
            return spec.resolve(as_map(media).get("schema"))
    return {}


@rule(
    "paging/members", "x-ms-pageable names an array of items and a text `nextLink` that the answer really has"
)
def paging_members(spec: Spec) -> Iterator[Finding]:
    for operation in spec.operations:
        paging = operation.value.get("x-ms-pageable")
        if paging is None:
            continue
        pointer, members = (
            join(operation.pointer, "x-ms-pageable"),
            spec.flat(_pages(spec, operation)).properties,
        )
        items, link = as_map(paging).get("itemName", "value"), as_map(paging).get("nextLinkName")
        if spec.present(members.get(str(items))).get("type") != "array":
            yield pointer, f"{items!r} is not an array of the answer"
        if link is not None and spec.present(members.get(str(link))).get("type") != "string":
            yield pointer, f"{link!r} is not a string member of the answer"
        for key in ("itemName", "nextLinkName"):
            if key not in as_map(paging):
                yield pointer, f"has no {key}"


@rule("paging/unmarked", "an operation whose answer has a `nextLink` is marked as pageable")
def paging_unmarked(spec: Spec) -> Iterator[Finding]:
    for operation in spec.operations:
        linked = "nextLink" in spec.flat(_pages(spec, operation)).properties
        if linked and "x-ms-pageable" not in operation.value:
            yield operation.pointer, f"{operation.id} answers `nextLink` but has no x-ms-pageable"


@rule("long-running/options", "long-running options stand only beside x-ms-long-running-operation: true")
def long_running(spec: Spec) -> Iterator[Finding]:
    for operation in spec.operations:
        marked = operation.value.get("x-ms-long-running-operation")
        if marked not in {None, True}:
            yield operation.pointer, "x-ms-long-running-operation is true or left out"
        if "x-ms-long-running-operation-options" in operation.value and marked is not True:
            yield operation.pointer, "has long-running options without the mark"


RULES = (retry_missing, retry_class, paging_members, paging_unmarked, long_running)
