"""One exchange with what is known of it: the contract it falls under, its operation, its path values."""

from __future__ import annotations

import functools
from dataclasses import dataclass, field
from urllib.parse import unquote

from iotcentral.contract.compiled import CompiledAnswer, CompiledOperation
from iotcentral.contract.exchanges import Answer, Exchange, Request
from iotcentral.contract.findings import Finding
from iotcentral.contract.library import Kit, Library, version_of
from iotcentral.contract.match import Match
from iotcentral.contract.policy import Policy

__all__ = ["Case", "open_case"]

Key = tuple[str, ...]
"""A resource by host and decoded path segments, so that differently encoded paths are one."""


@dataclass(frozen=True)
class Case:
    """What the rules are given."""

    exchange: Exchange
    kit: Kit
    policy: Policy
    version: str | None
    """The api-version the request names, known to us or not."""
    match: Match | None = None
    operation: CompiledOperation | None = None
    values: dict[str, str] = field(default_factory=dict[str, str])
    follows_link: bool = False
    """Whether the request goes to a link an earlier answer of the recording gave."""

    @property
    def request(self) -> Request:
        """The request."""
        return self.exchange.request

    @property
    def answer(self) -> Answer | None:
        """The answer, if one was recorded."""
        return self.exchange.answer

    @property
    def succeeded(self) -> Answer | None:
        """The answer if its status is a documented success of the operation."""
        answer, operation = self.answer, self.operation
        if answer is None or operation is None or answer.status >= 300:
            return None
        return answer if answer.status in operation.answers else None

    @property
    def documented(self) -> CompiledAnswer | None:
        """What the operation says of the answer's status; transport statuses have the error body."""
        if self.operation is None or self.answer is None:
            return None
        return self.operation.answer(self.answer.status)

    @functools.cached_property
    def key(self) -> Key:
        """The resource the request is about."""
        split = self.request.split
        parts = [unquote(part) for part in split.path.split("/")[1:]]
        return (split.netloc.lower(), *([part.lower() for part in parts] if self._folds else parts))

    @property
    def _folds(self) -> bool:
        return self.kit.contract.folds_case

    def named(self, text: str, parent: Key) -> Key:
        """Return the resource an id in an answer means.

        Ids are the last segment below `parent`; in Azure Resource Manager they are whole paths.
        """
        if self._folds and text.startswith("/"):
            return (parent[0], *text.lower().split("/")[1:])
        return (*parent, text.lower() if self._folds else text)

    def finding(self, rule: str, pointer: str, message: str, spec: str = "") -> Finding:
        """Return a finding of this exchange; `spec` is the pointer of the contract's line that says so."""
        operation = self.operation
        spec = spec or (operation.pointer if operation else "")
        return Finding(
            rule=rule,
            operation=operation.id if operation else "",
            status=self.answer.status if self.answer else None,
            pointer=pointer,
            message=message,
            where=self.exchange.where,
            version=self.kit.contract.name,
            spec=spec,
            text=self.kit.text(spec),
        )


def open_case(
    exchange: Exchange, library: Library, policy: Policy, *, follows_link: bool = False
) -> Case | None:
    """Return the case of an exchange, or `None` when the request does not go to IoT Central."""
    request = exchange.request
    kit = library.kit_of(request)
    if kit is None:
        return None
    match = kit.router.match(request.split.path)
    operation = _operation(match, request.method.upper(), follows_link=follows_link) if match else None
    values = match.named(operation) if match and operation else {}
    return Case(exchange, kit, policy, version_of(request), match, operation, values, follows_link)


def _operation(match: Match, method: str, *, follows_link: bool) -> CompiledOperation | None:
    found = match.methods.get(method)
    if found is None and follows_link and method == "GET":
        # A list that begins with a POST (application templates) is gone on with by GET.
        return next((each for each in match.methods.values() if each.pages is not None), None)
    return found
