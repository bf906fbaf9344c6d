"""Who calls in the scenarios, what they show for it, and the state they meet."""

from __future__ import annotations

from contract_tests.matrix import Target
from contract_tests.reading.exchange import Answer, Request
from contract_tests.reading.violations import ContractBrokenError, Violation
from contract_tests.scenarios.attempts import Attempt, request_of
from contract_tests.scenarios.world import BEARER, World
from iotcentral._core.transport import Request as Sent
from iotcentral.emulator.limits import LIMITS

__all__ = ["NOBODY", "Stages"]

NOBODY = "SharedAccessSignature sr=nobody&sig=FAKE&skn=nobody&se=4102444800000"
"""A token in the right form that no application has issued."""


class Stages:
    """The states that the attempts of the scenarios meet, each made once and put back before each call."""

    def __init__(self) -> None:
        self.usual = World.rich()
        self._crowded: set[str] = set()
        self._others = {
            "crowded": World.of(rate_limits=True),
            "closed": World.of(deny_create=True),
        }

    def __contains__(self, world: object) -> bool:
        return world is self.usual or any(world is other for other in self._others.values())

    @property
    def known(self) -> dict[str, str]:
        """What the emulator made up for the things in it."""
        return self.usual.known

    def set(self, target: Target, attempt: Attempt) -> World:
        """The state before an attempt; what the emulator makes up depends on the attempt alone."""
        world, seed = self._others.get(attempt.state, self.usual), f"{target} {attempt.name}"
        if attempt.state == "crowded":
            self._crowd(world, target, attempt)
            world.randomness.begin(seed)
        else:
            world.back(seed)
        return world

    def _crowd(self, world: World, target: Target, attempt: Attempt) -> None:
        """As many calls as a second may have; the clock stands, so they need not be made again."""
        if target.document.plane not in self._crowded:
            self._crowded.add(target.document.plane)
            for _ in range(LIMITS[0].calls):
                world.send(self._sent(target, attempt))

    def credential(self, attempt: Attempt, plane: str) -> str:
        """The token of an attempt's caller, without the word before it."""
        if attempt.caller == "nobody":
            return "NOT-A-TOKEN" if plane == "control-plane" else NOBODY
        if plane == "control-plane":
            return BEARER
        return self.known.get(attempt.caller, self.usual.emulator.token)

    def authorization(self, attempt: Attempt, plane: str) -> str:
        """The whole header."""
        word = "" if plane == "data-plane" else "Bearer "
        return f"{word}{self.credential(attempt, plane)}"

    def answer(self, target: Target, attempt: Attempt) -> tuple[Request, Answer]:
        """Send an attempt as it is, whatever a client would say to it."""
        world = self.set(target, attempt)
        try:
            answer = world.send(self._sent(target, attempt))
        except Exception as error:  # whatever is sent, it is answered
            broken = f"{attempt.name}: ends with {type(error).__name__}: {error}"
            raise ContractBrokenError([Violation("server.breaks", broken, target.operation.id)]) from error
        request = request_of(target, attempt, self.authorization(attempt, target.document.plane))
        return request, Answer(answer.status, answer.headers, answer.body)

    def _sent(self, target: Target, attempt: Attempt) -> Sent:
        request = request_of(target, attempt, self.authorization(attempt, target.document.plane))
        return Sent(request.method, request.url, request.headers, request.body)

    def close(self) -> None:
        for world in (self.usual, *self._others.values()):
            world.close()
