"""The validators of a document: they hold its schemas once between them."""

from __future__ import annotations

import subprocess
import sys

GROWTH = """
import resource, sys
from iotcentral.emulator.documents import load_documents
from iotcentral.emulator.schemas import Schemas

document = next(one for one in load_documents("data-plane") if one.version == "2022-10-31-preview")
schemas, answered = Schemas(document), {"$ref": "#/components/schemas/Role"}
peak = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
assert schemas.answer_errors("first", answered, 5) and schemas.request_errors("first", answered, 5)
before = peak()
for number in range(300):
    assert schemas.answer_errors(f"answer {number}", {"type": "array", "items": answered}, [5])
    assert schemas.request_errors(f"body {number}", {"type": "array", "items": answered}, [5])
print((peak() - before) * (1 if sys.platform == "darwin" else 1024) // 600)
"""
MOST_BYTES = 100_000
"""Of one validator; with the schemas of the document it has more than ten times as many."""


def test_a_validator_holds_no_copy_of_the_schemas_of_its_document() -> None:
    done = subprocess.run([sys.executable, "-c", GROWTH], capture_output=True, timeout=120, text=True)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) < MOST_BYTES
