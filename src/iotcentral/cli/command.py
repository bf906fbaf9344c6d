"""One operation as a click command: its help, and what happens when it is run."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TextIO, cast

import click
from click.formatting import HelpFormatter

from iotcentral._core.descriptor import Operation
from iotcentral._core.model import UNSET, Model
from iotcentral._core.poll import Poller
from iotcentral._tables.kinds import Kind, ListOf, Record, item_kind
from iotcentral.cli.activity import Activity, Below, Ticker
from iotcentral.cli.bodies import body_text, strangers, typed_body
from iotcentral.cli.connect import Connection, open_client
from iotcentral.cli.exits import EPILOG, CannotRun
from iotcentral.cli.options import kebab, parameters_of
from iotcentral.cli.output.masking import Masker
from iotcentral.cli.output.writer import FIRST_ROWS, Format, Writer
from iotcentral.cli.running import guarded
from iotcentral.cli.surfaces import Surface
from iotcentral.cli.surroundings import Surroundings
from iotcentral.cli.texts import Texts

__all__ = ["OperationCommand", "answer_kind"]


class OperationCommand(click.Command):
    """The command of one operation."""

    def __init__(self, surface: Surface, tag: str, method: str, operation: Operation[Any]) -> None:
        self.surface, self.tag, self.method, self.operation = surface, tag, method, operation
        self.texts = Texts(surface.document)
        summary = self.texts.summary(operation)
        super().__init__(
            kebab(method),
            params=parameters_of(operation, self.texts),
            callback=self._run,
            short_help=summary,
            help=f"{summary}.\n\n{self.texts.description(operation)}",
            epilog=f"{operation.id}: {operation.method} {operation.path}, {surface.name}.\n\n{EPILOG}",
        )

    def format_options(self, ctx: click.Context, formatter: HelpFormatter) -> None:
        """Write arguments and body members before the options."""
        path = [each for each in self.operation.parameters if each.location == "path"]
        _section(
            formatter,
            "Arguments (as they are: what a URL does not allow is encoded for you)",
            [(each.python_name.upper(), self.texts.parameter(self.operation, each)) for each in path],
        )
        if self.operation.body is not None:
            with formatter.section("Body"):
                formatter.write_text(self.texts.body(self.operation) or "JSON.")
            for heading, members in self.texts.members(self.operation):
                _section(formatter, f"Members of {heading}", members)
        super().format_options(ctx, formatter)

    @property
    def guards_secret(self) -> bool:
        """Whether the answer holds a secret that cannot be read again: one the service makes by itself."""
        kinds = self.operation.success.values()
        models = [each for each in kinds if isinstance(each, type) and issubclass(each, Model)]
        return self.operation.method != "GET" and any(each.__secret__ & each.__read_only__ for each in models)

    def _run(self, **given: Any) -> None:
        context = click.get_current_context()
        around = context.find_object(Surroundings)
        if around is None:
            raise TypeError("the root command was started without its surroundings")
        context.exit(guarded(around, lambda: Call(self, given, around).run()))


def _section(formatter: HelpFormatter, heading: str, definitions: list[tuple[str, str]]) -> None:
    if definitions:
        with formatter.section(heading):
            formatter.write_dl(definitions)


class Call:
    """One run of a command."""

    def __init__(self, command: OperationCommand, given: dict[str, Any], around: Surroundings) -> None:
        self._command = command
        self._operation = command.operation
        self._given = given
        self._around = around
        self._masker = Masker(show_secrets=given["show_secrets"])
        self._activity = Activity(f"{command.tag} {command.method}", around.stderr, around.sources.monotonic)

    def run(self) -> None:
        """Send the request and write the answer."""
        if self._command.guards_secret and not self._given["show_secrets"]:
            raise CannotRun(
                f"{self._operation.id} answers a secret that is shown only once: add --show-secrets"
            )
        body = self._body()
        with (
            Ticker(self._activity, seen=self._around.stderr.isatty()),
            open_client(self._command.surface, self._connection()) as client,
        ):
            self._write(self._answer(client, body))
        if self._masker.masked:
            self._around.say("secrets are masked; --show-secrets shows them")

    def _connection(self) -> Connection:
        around = self._around
        chosen: dict[str, Any] = {name: self._given[name] for name in ("url", "connect_to", "timeout")}
        return Connection(around.environment, around.sources, transport=around.transport, **chosen)

    def _body(self) -> Any:
        if self._operation.body is None:
            return UNSET
        members = self._command.texts.writable(self._operation)
        text = body_text(self._given["body"], self._given["settings"], self._around.stdin, members)
        if text is None:
            raise CannotRun(
                f"{self._operation.id} needs a body: give --body FILE, --body - or --set NAME=VALUE"
            )
        body = typed_body(getattr(self._command.surface.models, self._operation.body.schema), text)
        unknown = list(strangers(body))
        if unknown:
            self._around.say(f"sent as they are, the contract does not name them: {', '.join(unknown)}")
        return body

    def _answer(self, client: Any, body: Any) -> Any:
        method = getattr(getattr(client, self._command.tag), self._command.method)
        path, options = list[Any](), dict[str, Any]()
        for parameter in self._operation.parameters:
            value = self._given[parameter.python_name]
            if parameter.location == "path":
                path.append(value)
            elif value is not None:
                options[parameter.python_name] = value
        if body is not UNSET:
            options["body"] = body
        answer = method(*path, **options)
        return answer if self._operation.long_running is None else self._end(answer)

    def _end(self, poller: Poller[Any]) -> Any:
        """Return what an operation ends with, or with --no-wait what was answered at once."""
        if self._given["wait"]:
            return poller.wait(progress=lambda progress: self._activity.tell(progress.status))
        self._around.say(f"{self._operation.id} has begun: {poller.status}")
        return None if poller.first_answer is None else poller.first_answer.value

    def _write(self, answer: Any) -> None:
        writer = self._writer()
        kind = answer_kind(self._operation)
        if self._operation.paging is None:
            writer.one(self._masker.plain(answer), kind)
        else:
            limit = self._limit(writer.format)
            counted = [0]
            writer.many(self._items(answer, counted), kind, limit)
            if counted[0] == limit and self._given["limit"] is None:
                self._around.say(f"stopped after {limit} items; --all goes on, --limit N says how far")
        self._around.stdout.flush()

    def _items(self, pager: Any, counted: list[int]) -> Iterator[Any]:
        for item in pager:
            self._activity.count()
            counted[0] += 1
            yield self._masker.plain(item)

    def _limit(self, form: Format) -> int | None:
        if self._given["everything"] and self._given["limit"] is not None:
            raise CannotRun("--all and --limit exclude each other")
        default = None if self._given["everything"] or form != "table" else FIRST_ROWS
        return self._given["limit"] or default

    def _writer(self) -> Writer:
        stdout = self._around.stdout
        seen = stdout.isatty()
        form = cast("Format", self._given["output"] or ("table" if seen else "json"))
        output = cast("TextIO", Below(self._activity, stdout)) if seen else stdout
        return Writer(form, output, self._around.columns() if seen else None, self._note)

    def _note(self, text: str) -> None:
        self._activity.clear()
        self._around.say(text)


def answer_kind(operation: Operation[Any]) -> Kind | None:
    """Return the record an answer, or an item of a list, is made of; `None` if it is undeclared."""
    answers = [each for each in operation.success.values() if each is not None]
    kind = item_kind(answers[0]) if answers else None
    if operation.paging is not None and isinstance(kind, Record):
        items = dict(kind.members).get(operation.paging.items)
        kind = items.item if isinstance(items, ListOf) else None
    return kind if isinstance(kind, Record) else None
