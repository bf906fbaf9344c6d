"""One exchange with what is known of it: the contract it falls under, its operation, its path values."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import unquote

from iotcentral.contract.compiled import CompiledAnswer, CompiledOperation
from iotcentral.contract.exchanges import Answer, Exchange, Request
from iotcentral.contract.findings import Finding
from iotcentral.contract.library import Kit, Library
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

    @property
    def key(self) -> Key:
        """The resource the request is about."""
        split = self.request.split
        return (split.netloc.lower(), *(unquote(part) for part in split.path.split("/")[1:]))

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
    named = next((value for name, value in request.query if name == "api-version"), None)
    kit = library.kit(named or library.default) or library.standard
    if not _is_ours(request, kit, named):
        return None
    match = kit.router.match(request.split.path)
    operation = match.methods.get(request.method.upper()) if match else None
    values = dict(match.values) if match else {}
    return Case(exchange, kit, policy, named, match, operation, values, follows_link)


def _is_ours(request: Request, kit: Kit, version: str | None) -> bool:
    host = (request.split.hostname or "").lower()
    if host.endswith("." + kit.contract.domain):
        return True
    # Emulators, proxies and private names: any host, if path and query have the form of the service's.
    return request.split.path.startswith(kit.contract.base_path + "/") and version is not None
