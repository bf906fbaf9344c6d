"""The console script `iotcentral`: operations of the REST API, and the tools around it."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from iotcentral.cli.exits import BROKEN_PIPE, CANNOT_RUN, INTERRUPTED, OK
from iotcentral.cli.tools import TOOLS, lacking, tool

__all__ = ["main"]

_NEEDS = {"click": "click", "rich": "rich"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the console script and return its exit code; `arguments` are those of the process by default."""
    given = sys.argv[1:] if arguments is None else arguments
    chosen = tool(given[0]) if given else None
    if chosen is not None:
        missing = lacking(chosen.needs)
        return _needs(f"`{chosen.name}`", missing, chosen.extra) if missing else chosen.run(given[1:])
    missing = lacking(_NEEDS)
    if missing and (not given or given[0] in ("-h", "--help")):
        return _tools_alone(missing)
    return _needs("this command", missing, "cli") if missing else _operations(given)


def _operations(arguments: Sequence[str]) -> int:
    from iotcentral.cli.app import run
    from iotcentral.cli.surroundings import Surroundings

    return run(arguments, Surroundings.of_process())


def _tools_alone(missing: list[str]) -> int:
    """Say what there is without the extra of the command line."""
    wide = max(len(each.name) for each in TOOLS)
    sys.stdout.writelines(
        (
            "usage: iotcentral TOOL [ARGUMENTS]\n\nTools, each with --help:\n",
            *(f"  {each.name:<{wide}}  {each.text}\n" for each in TOOLS),
            f"\nThe operations of the REST API are commands too; they need {', '.join(missing)}:\n",
            "  pip install 'iotcentral[cli]'\n",
        )
    )
    return OK


def _needs(what: str, missing: list[str], extra: str) -> int:
    sys.stderr.write(f"iotcentral: {what} needs {', '.join(missing)}: pip install 'iotcentral[{extra}]'\n")
    return CANNOT_RUN


def script() -> int:
    """Run as a process: a reader that went away and Ctrl-C end it without a traceback."""
    try:
        code = main()
        sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        code = BROKEN_PIPE
    if code == BROKEN_PIPE:  # the interpreter flushes once more when it ends
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return code


if __name__ == "__main__":
    sys.exit(script())
