"""The findings: one block each, closed until asked for, with all that is needed to act."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from iotcentral.contract.outcome import Message
from iotcentral.contract.page.model import Page, PageFinding

__all__ = ["findings_section"]


def findings_section(page: Page) -> Iterator[str]:
    """Yield the section; without findings it says so."""
    yield '<section id="findings"><h2>Findings</h2>'
    if not page.findings:
        yield '<p class="empty">No rule is broken, and nothing has drifted.</p></section>'
        return
    yield '<ul class="legend">'
    for verdict, text in page.verdicts.items():
        if any(each.verdict == verdict for each in page.findings):
            yield f'<li><span class="chip {verdict}">{verdict}</span> {escape(text)}</li>'
    yield "</ul><p>Choose a finding to read its rule, what the spec says there, the request, the answer and "
    yield "the command that shows it again.</p>"
    yield '<div class="controls"><label>Search <input type="search" data-filter="finding" '
    yield 'placeholder="rule, operation, member, text"></label>'
    yield '<label>Show <select data-verdict><option value="">broken and drift</option>'
    yield '<option value="broken">broken</option><option value="drift">drift</option></select></label>'
    yield f'<span class="count"><output data-count="finding">{len(page.findings)}</output> listed</span>'
    yield "</div>"
    for number, finding in enumerate(page.findings, start=1):
        yield from _finding(number, finding)
    if page.more:
        yield f'<p class="empty">{page.more} more of the same kinds are counted and not listed.</p>'
    yield "</section>"


def _finding(number: int, finding: PageFinding) -> Iterator[str]:
    status = "" if finding.status is None else f" → {finding.status}"
    place = f"{finding.operation or '(no operation)'}{status}"
    yield f'<details class="finding" id="finding-{number}" data-verdict="{escape(finding.verdict)}">'
    yield f'<summary><span class="chip {escape(finding.verdict)}">{escape(finding.verdict)}</span> '
    yield f"<b>{escape(finding.rule)}</b> <span>{escape(place)}</span> "
    yield f"<code>{escape(finding.pointer or '(whole)')}</code> "
    yield f'<span class="said">{escape(finding.message)}</span></summary><dl>'
    for name, text in _facts(finding):
        yield f"<dt>{name}</dt><dd>{text}</dd>"
    yield "</dl></details>"


def _facts(finding: PageFinding) -> Iterator[tuple[str, str]]:
    if finding.rule_text:
        yield "Rule", escape(finding.rule_text)
    if finding.version or finding.spec:
        said = f": {escape(finding.spec_text)}" if finding.spec_text else ""
        line = f"<br><code>{escape(finding.spec_line)}</code>" if finding.spec_line else ""
        yield "Spec", f"{escape(finding.version)} <code>{escape(finding.spec)}</code>{said}{line}"
    if finding.where:
        yield "Where", f"<code>{escape(finding.where)}</code>"
    if finding.command:
        yield "Show it again", f"<pre>{escape(finding.command)}</pre>"
    if finding.request is not None:
        yield "Request", _message(finding.request)
    if finding.answer is not None:
        yield "Answer", _message(finding.answer)


def _message(message: Message) -> str:
    headers = "\n".join(f"{name}: {value}" for name, value in message.headers)
    parts = [message.line, *([headers] if headers else []), *(["", message.body] if message.body else [])]
    return f"<pre>{escape(chr(10).join(parts))}</pre>"
