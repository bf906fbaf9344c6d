"""Members the service always answers, although the schema does not require them (`x-iotc-always`)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from iotcentral.contract.case import Case
from iotcentral.contract.compiled import CompiledAnswer
from iotcentral.contract.findings import Finding
from iotcentral.contract.pointers import child
from iotcentral.contract.shapes import objects
from iotcentral.contract.values import is_object

__all__ = ["judge_always"]


def judge_always(case: Case, documented: CompiledAnswer, schema: str, value: Any) -> Iterator[Finding]:
    """Every always-answered member a body lacks: those of its schemas, and those of this very answer."""
    if is_object(value):
        for name in documented.always:
            if name not in value:
                yield _missing(case, name, "", documented.pointer)
    for shape, holder, where in objects(case.kit.shapes.at(schema), value):
        for name in shape.always:
            if name not in holder and not (where == "" and name in documented.always):
                yield _missing(case, name, where, shape.pointer)


def _missing(case: Case, name: str, where: str, spec: str) -> Finding:
    message = f"`{name}` is missing; the service always answers it"
    return case.finding("always.missing", child(where, name), message, spec + "/x-iotc-always")
