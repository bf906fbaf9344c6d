"""An independent reading of the raw specs: it judges requests and answers with nothing but the YAML text.

Neither the code generator nor the client is imported here, so that a fault in either cannot hide itself.
"""

from contract_tests.reading.answers import judge_answer
from contract_tests.reading.document import Document, catalog, documents, load
from contract_tests.reading.exchange import Answer, Exchange, Request
from contract_tests.reading.exchanges import judge_exchange, judge_sequence
from contract_tests.reading.operations import Operation
from contract_tests.reading.requests import judge_request
from contract_tests.reading.violations import ContractBrokenError, Violation, demand

__all__ = [
    "Answer",
    "ContractBrokenError",
    "Document",
    "Exchange",
    "Operation",
    "Request",
    "Violation",
    "catalog",
    "demand",
    "documents",
    "judge_answer",
    "judge_exchange",
    "judge_request",
    "judge_sequence",
    "load",
]
