"""Texts of the specification as docstrings: Markdown wrapped, and nothing in it able to end the string."""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Iterator

__all__ = ["clean", "docstring", "first_sentence", "literal", "paragraphs", "section", "wrapped"]

WIDTH = 100
ITEM = re.compile(r"(\s*(?:[-*+]|\d+[.)])\s+)(.*)")
FENCE = "```"
KEPT = "\x00"


def clean(text: str) -> str:
    """Return the text without what Python source or a reader's eye cannot bear.

    Control and direction characters.
    """
    text = re.sub(r"\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]", "\n", text).replace("\t", "    ")
    return "".join(
        one for one in text if one == "\n" or not unicodedata.category(one).startswith("C")
    ).strip()


def literal(value: object) -> str:
    """Return a value of JSON's types as Python source (the formatter settles the quotes)."""
    return ascii(value) if isinstance(value, str) and not value.isprintable() else repr(value)


def paragraphs(text: str) -> Iterator[tuple[str, str, str]]:
    """Return the blocks of a Markdown text: first indent, further indent, text; a blank line is an empty one.

    Lists keep their items, fenced code and tables keep their lines (one by one, `KEPT` as first indent).
    """
    block: list[str] = []
    first = ""
    fenced = False
    for line in [*clean(text).split("\n"), ""]:
        item = ITEM.fullmatch(line)
        kept = fenced or (line.startswith((FENCE, "|", "    ")) and (item is None or not block))
        if block and (kept or item or not line.strip()):
            yield first, " " * len(first), " ".join(block)
            block, first = [], ""
        if line.strip().startswith(FENCE):
            fenced = not fenced
        if kept:
            yield KEPT, "", line.rstrip()
        elif item is not None:
            block, first = [item[2].strip()], item[1]
        elif line.strip():
            block.append(line.strip())
        else:
            yield "", "", ""


def wrapped(text: str, width: int) -> list[str]:
    """Return the lines of a Markdown text, none longer than `width` where it can be broken."""
    lines: list[str] = []
    for first, further, block in paragraphs(text):
        if first == KEPT:
            lines.append(block)
        elif not block:
            lines += [""] if lines and lines[-1] else []
        else:
            lines += textwrap.wrap(
                block,
                width,
                initial_indent=first,
                subsequent_indent=further,
                break_long_words=False,
                break_on_hyphens=False,
            )
    while lines and not lines[-1]:
        lines.pop()
    return lines


def first_sentence(text: str) -> str:
    """Return the first sentence of a text, on one line."""
    flat = " ".join(clean(text).split())
    match = re.match(r"(.+?[.!?])(?:\s+(?=[A-Z`])|$)", flat)
    return match[1] if match else flat


def section(title: str, entries: list[tuple[str, str]], width: int) -> list[str]:
    """Return a docstring section (`Args:`): entries `name: text`, further lines indented.

    An entry may have no name.
    """
    lines = [f"{title}:"] if entries else []
    for name, text in entries:
        flat = " ".join(clean(text).split())
        lines += textwrap.wrap(
            f"{name}: {flat}" if name else flat,
            width,
            initial_indent="    ",
            subsequent_indent="        " if name else "    ",
            break_long_words=False,
            break_on_hyphens=False,
        )
    return lines


def docstring(lines: list[str], indent: int = 0) -> str:
    """Return the lines as a docstring literal, to be put after `indent` blanks."""
    if len(lines) < 2:
        return f'"""{_closed("".join(lines))}"""'
    margin = " " * indent
    first, *rest = (_escaped(line) for line in lines)
    body = "\n".join(margin + line if line else "" for line in rest)
    return f'"""{first}\n{body}\n{margin}"""'


def _closed(line: str) -> str:
    """Escape a line that the closing quotes follow at once; of a run of quotes, threes are escaped."""
    open_quotes = (len(line) - len(line.rstrip('"'))) % 3
    return _escaped(line)[:-1] + '\\"' if open_quotes else _escaped(line)


def _escaped(line: str) -> str:
    """Make a line safe inside triple quotes; wrapping comes before, for it could part an escape."""
    margin = line[: len(line) - len(line.lstrip(" "))]
    return margin + clean(line.replace("\n", " ")).replace("\\", "\\\\").replace('"""', '\\"\\"\\"')
