"""The policy table, read from `policy.yaml` once: rules, verdicts, error codes, exemptions."""

from __future__ import annotations

import functools
from importlib import resources

import msgspec

from iotcentral.contract.findings import Target, Verdict

__all__ = ["Policy", "Rule", "load_policy"]


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One rule: what it says and how a breach counts."""

    text: str
    own: Verdict
    foreign: Verdict
    refused: frozenset[int] = frozenset()
    """Statuses by which a server rightly refuses a request that breaks the rule."""


class Policy(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole table."""

    rules: dict[str, Rule]
    our_client: str
    transport: frozenset[int]
    not_served: int
    largest_page: dict[str, int]
    open_codes: frozenset[str]
    """Planes whose error codes are not listed."""
    error_codes: dict[int, frozenset[str]]
    echo_exempt: dict[str, str]
    eventually_consistent: frozenset[str]

    def verdict(self, rule: str, target: Target, agent: str = "") -> Verdict:
        """Return how a finding counts for a target, `agent` being the User-Agent of the request.

        Raises:
            KeyError: the table has no such rule.

        """
        found = self.rules[rule]
        ours = rule.startswith("request.") and agent.startswith(self.our_client)
        return found.own if target == "own" or ours else found.foreign


@functools.cache
def load_policy() -> Policy:
    """Return the policy that ships with the package; needs PyYAML (extra `contract`)."""
    import yaml

    text = resources.files("iotcentral.contract").joinpath("policy.yaml").read_text(encoding="utf-8")
    return msgspec.convert(yaml.safe_load(text), Policy)
