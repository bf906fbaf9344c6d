"""Running the command line in process, against an emulator, with every stream in hand."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from msgspec.structs import replace

from iotcentral import Sources
from iotcentral._core.transport import Transport
from iotcentral.cli.app import run
from iotcentral.cli.surroundings import Surroundings
from iotcentral.emulator import Emulator

TOKEN = "SharedAccessSignature sr=x&sig=FAKE&skn=fake&se=4102444800000"


class Stream(io.StringIO):
    """A text stream that may be a terminal and has an encoding."""

    def __init__(self, text: str = "", *, terminal: bool = False, encoding: str = "utf-8") -> None:
        super().__init__(text)
        self._terminal, self._encoding = terminal, encoding

    def isatty(self) -> bool:
        return self._terminal

    @property
    def encoding(self) -> str:  # type: ignore[override]
        return self._encoding


@dataclass
class Result:
    code: int
    out: str
    err: str

    @property
    def text(self) -> str:
        """The output without the bold type of headings."""
        return self.out.replace("\x1b[1m", "").replace("\x1b[0m", "")

    @property
    def json(self) -> Any:
        return json.loads(self.out)


def around(
    environment: Mapping[str, str],
    transport: Transport | None,
    *,
    stdin: str = "",
    terminal: bool = False,
    columns: int = 80,
    encoding: str = "utf-8",
    stdout: Any = None,
    sources: Sources | None = None,
) -> Surroundings:
    out = Stream(terminal=terminal, encoding=encoding) if stdout is None else stdout
    still = replace(sources or Sources(), monotonic=lambda: 0.0, sleep=lambda seconds: None)
    return Surroundings(environment, Stream(stdin), out, Stream(), still, lambda: columns, transport)


class Shell:
    """Types commands at an emulator."""

    def __init__(self, emulator: Emulator) -> None:
        self.emulator = emulator
        self.environment = {"IOTC_SUBDOMAIN": emulator.app, "IOTC_API_TOKEN": emulator.token}

    def __call__(self, *arguments: str, **options: Any) -> Result:
        options.setdefault("sources", self.emulator.sources())
        streams = around(self.environment, self.emulator.transport(), **options)
        code = run(arguments, streams)
        out = streams.stdout.getvalue() if isinstance(streams.stdout, Stream) else ""
        assert isinstance(streams.stderr, Stream)
        return Result(code, out, streams.stderr.getvalue())
