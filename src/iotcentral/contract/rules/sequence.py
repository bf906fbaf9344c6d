"""The ordered interactions of one recording: what was deleted stays away, what was written stays as it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from iotcentral.contract.case import Case, Key
from iotcentral.contract.exchanges import Answer
from iotcentral.contract.findings import Finding
from iotcentral.contract.pointers import child
from iotcentral.contract.rules.compare import lost
from iotcentral.contract.rules.deletions import Deletions
from iotcentral.contract.rules.echo import ID_NAMES, answered_shape, sent_members, writes
from iotcentral.contract.rules.recent import RESOURCES, Recent
from iotcentral.contract.shapes import writable
from iotcentral.contract.values import is_array, is_object

__all__ = ["Sequence"]


@dataclass(slots=True)
class _Written:
    moment: int
    members: dict[str, Any]


@dataclass(slots=True)
class Sequence:
    """What a recording has shown so far of each resource."""

    written: Recent[Key, _Written] = field(default_factory=lambda: Recent[Key, _Written](RESOURCES))
    """Members written, with the values the service last answered for them."""
    deletions: Deletions = field(default_factory=Deletions)

    def knows(self, case: Case) -> bool:
        """Whether the answer can be compared with what the recording has shown so far."""
        return self.deletions.gone(case.key) or bool(self._known(case.key))

    def judge(self, case: Case) -> Iterator[Finding]:
        """Yield the faults an exchange shows against the earlier ones; then it counts as earlier itself."""
        answer, operation = case.answer, case.operation
        if answer is None or operation is None:
            return
        if operation.method == "DELETE":
            if case.succeeded is not None and answer.status != 202:  # 202: it is being deleted
                self.deletions.delete(case.key)
        elif answer.status == 404 and operation.method == "GET" and self._known(case.key):
            yield case.finding("sequence.value", "", "written earlier in the recording, not found now")
        elif case.succeeded is not None and is_object(answer.json):
            yield from self._success(case, answer)

    def _known(self, key: Key) -> dict[str, Any]:
        found = self.written.get(key)
        return {} if found is None or self.deletions.since(key, found.moment) else found.members

    def _success(self, case: Case, answer: Answer) -> Iterator[Finding]:
        if writes(case):
            self.deletions.write(case.key)
        yield from self._still_there(case, answer.json)
        yield from self._changed(case, answer.json)
        self._remember(case, answer)

    def _still_there(self, case: Case, body: Mapping[str, Any]) -> Iterator[Finding]:
        if _is_going(body):
            return
        if self.deletions.gone(case.key):
            yield case.finding("sequence.deleted", "", "deleted earlier in the recording")
        pages = case.operation.pages if case.operation else None
        if pages is None or (case.operation and case.operation.path in case.policy.eventually_consistent):
            return
        items = body.get(pages.items)
        for index, item in enumerate(items if is_array(items) else ()):
            name = next((n for n in ID_NAMES if is_object(item) and isinstance(item.get(n), str)), None)
            if name and self.deletions.gone(case.named(item[name], case.key)):
                message = f"{item[name]!r} was deleted earlier"
                yield case.finding("sequence.deleted", f"/{pages.items}/{index}", message)

    def _changed(self, case: Case, body: Mapping[str, Any]) -> Iterator[Finding]:
        """Yield members written earlier, and not by this request, that read differently now."""
        known, shape = self._known(case.key), answered_shape(case)
        if shape is None or case.request.method.upper() == "PUT":
            return
        if _is_going(body) and case.key in self.written:  # it is read as it was until it is gone
            known = self.written[case.key].members
        sent = sent_members(case) if writes(case) else {}
        for name, value in known.items():
            if name in sent or name in case.policy.echo_exempt:
                continue
            if name in body:
                for pointer, message in lost(value, body[name], child("", name), name=name):
                    yield case.finding("sequence.value", pointer, message.replace("sent", "was", 1))
            elif name not in shape.always:  # else `always.missing` has said so
                yield case.finding("sequence.value", child("", name), f"`{name}` was written, and is gone")

    def _remember(self, case: Case, answer: Answer) -> None:
        shape = answered_shape(case)
        if shape is None or shape.open or answer.status == 202:
            return
        known = {} if case.request.method.upper() == "PUT" else dict(self._known(case.key))
        names = {*known, *(sent_members(case) if writes(case) else ())}
        if names:
            kept = writable(shape, answer.json)
            known.update({name: kept[name] for name in names if name in kept})
            self.written.put(case.key, _Written(self.deletions.now(), known))


def _is_going(body: Mapping[str, Any]) -> bool:
    """Whether a resource is being deleted; a file upload configuration says so until it is gone."""
    return body.get("state") == "deleting"
