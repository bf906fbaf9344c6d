"""Long-running operations: the URLs an answer gives to ask after the work, and the requests that go there.

Such a URL is no operation of the contract (Azure Resource Manager makes it up), so a request to it is not
judged.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from iotcentral.contract.case import Case
from iotcentral.contract.exchanges import Request

__all__ = ["POLLED", "Polls", "is_absolute"]

POLLED = ("azure-asyncoperation", "location")
"""Headers with such a URL, in lower case."""


def is_absolute(url: str) -> bool:
    """Whether a text is an absolute URL."""
    try:
        split = urlsplit(url)
    except ValueError:  # such as a broken IPv6 address
        return False
    return bool(split.scheme and split.netloc)


def _target(url: str) -> tuple[str, str]:
    """Path and query, the host aside: behind a proxy the URL has the public one."""
    split = urlsplit(url)
    return split.path, split.query


@dataclass(slots=True)
class Polls:
    """The URLs one recording has given so far."""

    targets: set[tuple[str, str]] = field(default_factory=set[tuple[str, str]])

    def note(self, case: Case) -> None:
        """Take notice of the URLs an answer gives, where the operation declares them."""
        answer, documented = case.answer, case.documented
        if answer is None or documented is None or answer.status >= 300:
            return
        for header in documented.headers:
            url = answer.header(header.name) if header.name.lower() in POLLED else None
            if url is not None and is_absolute(url):
                self.targets.add(_target(url))

    def follows(self, request: Request) -> bool:
        """Whether a request asks after earlier work."""
        if not self.targets or request.method.upper() != "GET":
            return False
        return _target(request.url) in self.targets
