"""Rules on what a request and an answer consist of: body, media types, statuses, headers."""

from __future__ import annotations

from iotcentral.contract.diff.rules import BREAKING, COMPATIBLE, Rule

__all__ = ["ANSWERS", "BODIES"]

BODIES = (
    Rule(
        "request-body-required-added",
        BREAKING,
        BREAKING,
        "{where} now needs a body: {after}.",
        "call fails without the new argument `body`",
    ),
    Rule(
        "request-body-optional-added",
        COMPATIBLE,
        BREAKING,
        "{where} now takes a body: {after}.",
        "additive: a new argument `body`",
    ),
    Rule(
        "request-body-removed",
        BREAKING,
        COMPATIBLE,
        "{where} no longer takes a body; it was {before}.",
        "call fails: there is no argument `body`",
    ),
    Rule(
        "request-body-became-required",
        BREAKING,
        COMPATIBLE,
        "The body of {where} is now required.",
        "call fails without the argument `body`",
    ),
    Rule(
        "request-body-became-optional",
        COMPATIBLE,
        BREAKING,
        "The body of {where} may now be left out.",
        "additive: the argument `body` has a default",
    ),
    Rule(
        "request-media-type-added",
        COMPATIBLE,
        BREAKING,
        "{where} also accepts {name}.",
        "the client sends merge-patch where a version takes it, JSON otherwise",
    ),
    Rule(
        "request-media-type-removed",
        BREAKING,
        COMPATIBLE,
        "{where} no longer accepts {name}.",
        "none for code that uses the client, which chooses the type; requests written by hand fail",
    ),
)

ANSWERS = (
    Rule(
        "success-status-added",
        BREAKING,
        COMPATIBLE,
        "{where} may now answer {name} ({after}).",
        "the type that the method returns may widen; a client of the older version raises UnexpectedStatus",
    ),
    Rule(
        "success-status-removed",
        COMPATIBLE,
        BREAKING,
        "{name} ({before}) is no longer an answer of {where}.",
        "the type that the method returns may narrow",
    ),
    Rule(
        "answer-body-added",
        COMPATIBLE,
        BREAKING,
        "{where} now has a body: {after}.",
        "the method returns an object instead of None",
    ),
    Rule(
        "answer-body-removed",
        BREAKING,
        BREAKING,
        "{where} no longer has a body; it was {before}.",
        "the method returns None instead of an object",
    ),
    Rule(
        "answer-media-type-added",
        BREAKING,
        COMPATIBLE,
        "{where} may now be {name}.",
        "a client of the older version raises DecodeError",
    ),
    Rule(
        "answer-media-type-removed",
        COMPATIBLE,
        BREAKING,
        "{where} is no longer {name}.",
        "none",
    ),
    Rule(
        "answer-header-added",
        COMPATIBLE,
        BREAKING,
        "{where} now has the header `{name}`.",
        "additive: the header can be read, a poller may follow it",
    ),
    Rule(
        "answer-header-removed",
        BREAKING,
        COMPATIBLE,
        "{where} no longer has the header `{name}`.",
        "poller behaviour: code that reads the header finds none",
    ),
    Rule(
        "error-status-added",
        COMPATIBLE,
        COMPATIBLE,
        "{where} may now fail with {name}: {after}.",
        "exception mapping: one more error class of ApiError can be raised",
    ),
    Rule(
        "error-status-removed",
        COMPATIBLE,
        BREAKING,
        "{name} is no longer among the failures of {where}.",
        "exception mapping: a handler of this error class may never run again",
    ),
    Rule(
        "error-default-added",
        COMPATIBLE,
        COMPATIBLE,
        "Every other failure of {where} is described: {after}.",
        "exception mapping: the body of any failure has a documented form",
        "The response `default`, which stands for 4xx and 5xx.",
    ),
    Rule(
        "error-default-removed",
        COMPATIBLE,
        BREAKING,
        "Other failures of {where} are no longer described.",
        "exception mapping: the body of other failures has no documented form",
        "The response `default`, which stands for 4xx and 5xx.",
    ),
    Rule(
        "error-body-added",
        COMPATIBLE,
        BREAKING,
        "{where} now has a body: {after}.",
        "exception mapping: code and message can be read from the exception",
    ),
    Rule(
        "error-body-removed",
        BREAKING,
        BREAKING,
        "{where} no longer has a body; it was {before}.",
        "exception mapping: the exception has no code and no message",
    ),
    Rule(
        "error-media-type-added",
        BREAKING,
        COMPATIBLE,
        "{where} may now be {name}.",
        "exception mapping: a client of the older version cannot read code and message",
    ),
    Rule(
        "error-media-type-removed",
        COMPATIBLE,
        BREAKING,
        "{where} is no longer {name}.",
        "none",
    ),
    Rule(
        "error-schema-changed",
        BREAKING,
        BREAKING,
        "The body of {where} is {after} instead of {before}.",
        "exception mapping: the error body is another model",
    ),
    Rule(
        "error-header-added",
        COMPATIBLE,
        BREAKING,
        "{where} now has the header `{name}`.",
        "additive: the header can be read from the exception",
    ),
    Rule(
        "error-header-removed",
        BREAKING,
        COMPATIBLE,
        "{where} no longer has the header `{name}`.",
        "exception mapping: code that reads the header finds none",
    ),
)
