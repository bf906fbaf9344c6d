"""Exit codes of every command, and the errors that carry one."""

from __future__ import annotations

__all__ = [
    "BROKEN_PIPE",
    "CANNOT_RUN",
    "EPILOG",
    "INTERRUPTED",
    "NO_ANSWER",
    "OK",
    "REFUSED",
    "CannotRun",
    "one_line",
]

OK = 0
REFUSED = 1
CANNOT_RUN = 2
NO_ANSWER = 3
INTERRUPTED = 130
BROKEN_PIPE = 141

EPILOG = (
    "Exit codes: 0 done; 1 the service refused, a contract is broken, or a difference breaks callers; "
    "2 wrong usage or could not run, nothing was sent; 3 no usable answer came, the request may have "
    "arrived; 130 interrupted; 141 the reader of the output went away."
)


class CannotRun(Exception):  # noqa: N818 - it names a state, not an error of the program
    """The command cannot do what it was asked; its text says why in one line."""


def one_line(text: str) -> str:
    """Return a text on one line, its control characters made visible."""
    joined = " ".join(text.split())
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in joined)
