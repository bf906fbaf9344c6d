"""Family E: the emulator, changed for a while, judged by the server part of the suite."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from contract_tests import test_error_codes, test_scenarios
from contract_tests.coverage import Ledger
from contract_tests.matrix import Target, targets
from contract_tests.mutants import emulator_operators
from contract_tests.mutants.checks import Check, first_kill
from contract_tests.mutants.model import Mutant, Operator, Place, Verdict
from contract_tests.mutants.patching import patched
from contract_tests.mutants.stock import TOOLS, judged_exchange
from contract_tests.reading import Exchange
from contract_tests.record import PUBLIC, page_size
from contract_tests.scenarios import SCENARIOS, Stage
from contract_tests.scenarios.attempts import refusals, success
from contract_tests.scenarios.callers import Stages
from iotcentral import BearerToken, IotCentral, IotCentralManagement
from iotcentral.emulator import Emulator, ManualClock, SeededRandomness
from iotcentral.reference_v1 import IotCentralReference

__all__ = ["Emulators"]


@dataclass(frozen=True)
class Part:
    """A scenario, or the attempts at one operation."""

    scenario: str = ""
    target: Target | None = None


def _visible(change: Callable[[Part], Iterable[Mutant]], part: Part) -> Iterator[Mutant]:
    """The mutants of a part that show in it: something must be answered otherwise."""
    for mutant in change(part):
        if not _is_steady(part):
            return
        with patched(mutant.changed):
            differs = _trace(part) != _unchanged(part)
        if differs:
            yield mutant


class Emulators:
    """Mutants of the emulator."""

    operators: Sequence[Operator] = tuple(
        replace(operator, change=functools.partial(_visible, operator.change))
        for operator in emulator_operators.OPERATORS
    )

    def places(self, operator: Operator) -> Sequence[Place]:
        """Every scenario, and every served operation of every version."""
        del operator
        return _places()

    def judge(self, place: Place, mutant: Mutant) -> Verdict:
        """The first test that fails."""
        stages()  # the state is made before anything is changed
        with patched(mutant.changed):
            return first_kill(_checks(place.at), str(place))

    def outputs(self, place: Place, mutant: Mutant) -> tuple[str, str]:
        """Everything that is answered."""
        before = _unchanged(place.at)
        with patched(mutant.changed):
            return before, _trace(place.at)

    def stock(self, place: Place, mutant: Mutant) -> Mapping[str, bool]:
        """What other tools say of what the changed emulator answers."""
        stages()
        with patched(mutant.changed):
            found = [judged_exchange(one) for one in _exchanges(place.at)]
        return {tool: any(one[tool] for one in found) for tool in TOOLS}


@functools.cache
def stages() -> Stages:
    """The states that attempts meet; each is put back before each call."""
    return Stages()


@functools.cache
def _places() -> tuple[Place, ...]:
    served = test_error_codes.SERVED
    # What the control plane has begun cannot be begun again from the same seed: its scenarios stand for it.
    asked = [one for one in targets() if one.document.plane != "control-plane"]
    own = [one for one in asked if one.operation.id in served[one.document.label]]
    return (
        *(Place("scenarios", name, Part(scenario=name)) for name in SCENARIOS),
        *(Place(one.document.label, one.operation.id, Part(target=one)) for one in own),
    )


def _checks(part: Part) -> Iterator[tuple[str, Check]]:
    """What is about the part itself first, then every scenario: the suite runs them all."""
    if part.target is not None:
        yield from _attempts(part.target)
    scenario = test_scenarios.test_a_scenario_keeps_the_contract
    for name in [part.scenario, *SCENARIOS] if part.scenario else SCENARIOS:
        yield f"{scenario.__name__}[{name}]", functools.partial(scenario, name, Ledger())


def _attempts(target: Target) -> Iterator[tuple[str, Check]]:
    ledger = Ledger()
    provoked = functools.cache(_provoked)
    works = test_error_codes.test_a_call_of_the_scenarios_succeeds
    refused = test_error_codes.test_every_documented_refusal_is_provoked_or_listed_as_not_provocable
    told = test_error_codes.test_the_client_tells_a_provoked_refusal_by_class_code_and_headers
    yield works.__name__, lambda: works(target, stages(), ledger)
    yield refused.__name__, lambda: refused(target, provoked, ledger)
    yield told.__name__, lambda: told(target, stages(), provoked)


def _provoked(target: Target) -> list[Any]:
    found = refusals(target, stages().known)
    return [(one, Exchange(*stages().answer(target, one), where=one.name)) for one in found]


@functools.cache
def _is_steady(part: Part) -> bool:
    """Whether the same comes out each time; else nothing can be told from a difference."""
    return _trace(part) == _unchanged(part)


@functools.cache
def _unchanged(part: Part) -> str:
    return _trace(part)


def _trace(part: Part) -> str:
    """Every answer: its status, headers and body; what ends them, if they do not come to an end."""
    stages()
    try:
        return repr([(one.answer.status, one.answer.headers, one.answer.body) for one in _exchanges(part)])
    except Exception as error:
        return f"ended by {type(error).__name__}: {error}"


def _exchanges(part: Part) -> list[Exchange]:
    if part.target is None:
        return _acted(part.scenario)
    tried = [success(part.target, stages().known), *refusals(part.target, stages().known)]
    return [Exchange(*stages().answer(part.target, one), where=one.name) for one in tried]


def _acted(name: str) -> list[Exchange]:
    """What goes over the wire in a scenario, until it can go on no longer."""
    emulator = Emulator(
        page_size=page_size(name), clock=ManualClock(), randomness=SeededRandomness(name), admin_bearer="FAKE"
    )
    with emulator:
        overheard = test_scenarios.Overheard(emulator.transport(), name)
        options: dict[str, Any] = {"transport": overheard, "retries": None, "sources": emulator.sources()}

        def as_caller(token: str) -> IotCentral:
            return IotCentral(PUBLIC, token, **options)

        management = IotCentralManagement(BearerToken(emulator.bearer), **options)
        reference = IotCentralReference(PUBLIC, emulator.token, **options)
        try:
            SCENARIOS[name](Stage(as_caller(emulator.token), as_caller, management, reference))
        except Exception as error:
            overheard.name = f"{name} ended by {error}"
    return overheard.exchanges
