"""The forms of a report, by name."""

from __future__ import annotations

from typing import Literal, TextIO, get_args

from iotcentral.contract.diff.render_json import as_json
from iotcentral.contract.diff.render_markdown import as_markdown
from iotcentral.contract.diff.render_text import write_text
from iotcentral.contract.diff.report import Report

__all__ = ["FORMS", "Form", "write"]

Form = Literal["text", "json", "markdown"]
FORMS: tuple[Form, ...] = get_args(Form)


def write(report: Report, form: Form, stream: TextIO) -> None:
    """Write the report in one of `FORMS`; text has colours on a terminal if rich is installed."""
    if form == "json":
        stream.write(as_json(report).decode())
    elif form == "markdown":
        stream.write(as_markdown(report))
    else:
        write_text(report, stream)
