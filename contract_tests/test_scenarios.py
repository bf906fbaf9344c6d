"""Every scenario on the emulator in process: each exchange keeps the contract, alone and in its order."""

from __future__ import annotations

import pytest

from contract_tests.client.transports import as_read
from contract_tests.coverage import Ledger
from contract_tests.matrix import Target
from contract_tests.reading import Answer, Document, Exchange, demand, judge_sequence
from contract_tests.reading.operations import operation_of
from contract_tests.record import PUBLIC, page_size
from contract_tests.recordings.cassette import document_of
from contract_tests.recordings.shipped import judged_as_shipped
from contract_tests.scenarios import SCENARIOS, Stage
from iotcentral import BearerToken, IotCentral, IotCentralManagement
from iotcentral._core.transport import Request, Response, Transport
from iotcentral.emulator import Emulator
from iotcentral.reference_v1 import IotCentralReference


class Overheard:
    """Passes everything on and keeps what was said."""

    def __init__(self, inner: Transport, name: str) -> None:
        self.inner = inner
        self.name = name
        self.exchanges: list[Exchange] = []

    def send(self, request: Request) -> Response:
        response = self.inner.send(request)
        answer = Answer(response.status, response.headers, response.body)
        place = f"{self.name}#{len(self.exchanges)}"
        self.exchanges.append(Exchange(as_read(request), answer, where=place))
        return response

    def close(self) -> None:
        self.inner.close()


@pytest.mark.parametrize("name", SCENARIOS)
def test_a_scenario_keeps_the_contract(name: str, ledger: Ledger) -> None:
    with Emulator(page_size=page_size(name)) as emulator:
        overheard = Overheard(emulator.transport(), name)

        def as_caller(token: str) -> IotCentral:
            return IotCentral(PUBLIC, token, transport=overheard)

        management = IotCentralManagement(BearerToken(emulator.bearer), transport=overheard)
        reference = IotCentralReference(PUBLIC, emulator.token, transport=overheard)
        SCENARIOS[name](Stage(as_caller(emulator.token), as_caller, management, reference))
    parts: dict[Document, list[Exchange]] = {}
    for exchange in overheard.exchanges:
        parts.setdefault(document_of(exchange.request), []).append(exchange)
    for document, exchanges in parts.items():
        demand([*judge_sequence(document, exchanges), *judged_as_shipped(exchanges)])
        note(ledger, document, exchanges)


def note(ledger: Ledger, document: Document, exchanges: list[Exchange]) -> None:
    for exchange in exchanges:
        found = operation_of(document, exchange.request.method, exchange.request.path)
        if found is not None:
            ledger.note("server", Target(document, found[0]), exchange.answer.status)
