"""Checking answers that came over a connection, from an emulator of another process as well."""

from __future__ import annotations

from functools import cache

from iotcentral._core.transport import Request, Response
from iotcentral.emulator.checking import AnswerChecker
from iotcentral.emulator.documents import Document
from iotcentral.emulator.planes import CONTROL_PLANE, plane_of
from iotcentral.emulator.schemas import Schemas
from iotcentral.emulator.targets import parse_target, split_path
from iotcentral.emulator.views import Views
from tests.emulator.harness import every_document

_STEERING = "/_emulator/"
# What choices and options bring that the documents do not name everywhere.
_CHOSEN = frozenset({408, 409, 412, 429, 504})


def check_answer(request: Request, response: Response) -> None:
    """Hold an answer against the contract of the plane and version that were asked.

    Raises:
        BrokenAnswer: naming what is wrong.

    """
    target = parse_target(request)
    if target.path.startswith(_STEERING):
        return
    plane = plane_of(target)
    documents = [each for each in every_document() if each.plane == plane]
    document = next((each for each in documents if each.version == target.first("api-version")), None)
    match = document and document.match(split_path(target.path), any_case=plane == CONTROL_PLANE)
    operation = match.operations.get(request.method) if match else None
    if operation or response.status >= 400:
        _checker().check(document or documents[0], operation, response)


@cache
def _checker() -> AnswerChecker:
    documents: tuple[Document, ...] = every_document()
    return AnswerChecker(
        {each: Schemas(each) for each in documents}, {each: Views(each) for each in documents}, _CHOSEN
    )
