"""Rules on documents, operations and parameters."""

from __future__ import annotations

from iotcentral.contract.diff.rules import BREAKING, COMPATIBLE, DOCUMENTATION, Rule

__all__ = ["DOCUMENT", "OPERATIONS", "PARAMETERS"]

DOCUMENT = (
    Rule(
        "security-added",
        COMPATIBLE,
        BREAKING,
        "The version accepts one more way to sign in: {name}.",
        "one more kind of credential can be given to the client",
    ),
    Rule(
        "security-removed",
        BREAKING,
        COMPATIBLE,
        "The version no longer accepts {name} to sign in.",
        "calls with this kind of credential fail with Unauthenticated",
    ),
    Rule(
        "server-changed",
        BREAKING,
        BREAKING,
        "The address of the API goes from {before} to {after}.",
        "requests go elsewhere; addresses given by hand must be changed",
    ),
)

OPERATIONS = (
    Rule(
        "operation-added",
        COMPATIBLE,
        BREAKING,
        "{name} is new: {after}.",
        "additive: a new method",
    ),
    Rule(
        "operation-removed",
        BREAKING,
        COMPATIBLE,
        "{name} is gone; it was {before}.",
        "attribute error: the method is gone",
    ),
    Rule(
        "operation-id-renamed",
        BREAKING,
        COMPATIBLE,
        "The operation at {where} is now called {after}; it was {before}.",
        "attribute error: the method has another name",
        "The same method and path under another operation id.",
    ),
    Rule(
        "operation-method-changed",
        BREAKING,
        BREAKING,
        "{where} is sent with {after} instead of {before}.",
        "none for code that uses the client; requests written by hand fail",
    ),
    Rule(
        "operation-path-changed",
        BREAKING,
        BREAKING,
        "{where} moves from {before} to {after}.",
        "arguments may differ with the path; requests written by hand fail",
        "The names of path parameters do not count here.",
    ),
    Rule(
        "operation-group-changed",
        BREAKING,
        DOCUMENTATION,
        "{where} moves from the group {before} to {after}.",
        "attribute error: the method hangs below another group of the client",
        "The tags of an operation, which give the groups of methods.",
    ),
    Rule(
        "operation-deprecated",
        COMPATIBLE,
        DOCUMENTATION,
        "{where} is marked as deprecated.",
        "the method still works and is announced to go",
    ),
    Rule(
        "operation-deprecation-lifted",
        COMPATIBLE,
        DOCUMENTATION,
        "{where} is no longer marked as deprecated.",
        "none",
    ),
    Rule(
        "paging-added",
        BREAKING,
        BREAKING,
        "{where} now answers in pages: {after}.",
        "pager behaviour: the method returns a pager of items instead of one page",
    ),
    Rule(
        "paging-removed",
        BREAKING,
        COMPATIBLE,
        "{where} is no longer marked as paged.",
        "pager behaviour: the method returns what one answer holds instead of a pager",
    ),
    Rule(
        "paging-changed",
        BREAKING,
        BREAKING,
        "The pages of {where} are described as {after}; it was {before}.",
        "pager behaviour: items or next link come from other members",
    ),
    Rule(
        "long-running-added",
        BREAKING,
        BREAKING,
        "{where} now finishes after its answer.",
        "poller behaviour: the method returns a poller",
    ),
    Rule(
        "long-running-removed",
        BREAKING,
        BREAKING,
        "{where} is finished when it is answered.",
        "poller behaviour: the method returns the result instead of a poller",
    ),
    Rule(
        "long-running-options-changed",
        BREAKING,
        BREAKING,
        "How the end of {where} is found goes from {before} to {after}.",
        "poller behaviour: the result may be read from another place",
    ),
    Rule(
        "retry-loosened",
        COMPATIBLE,
        COMPATIBLE,
        "{where} may be repeated more freely: {after} instead of {before}.",
        "the client repeats a failed call by itself where it raised before",
    ),
    Rule(
        "retry-tightened",
        COMPATIBLE,
        COMPATIBLE,
        "{where} is repeated less: {after} instead of {before}.",
        "a failure that the client repeated by itself may now be raised",
    ),
    Rule(
        "if-match-added",
        COMPATIBLE,
        BREAKING,
        "If-Match can be sent with {where}.",
        "additive: the argument `if_match` guards against overwriting, PreconditionFailed is raised",
    ),
    Rule(
        "if-match-removed",
        BREAKING,
        COMPATIBLE,
        "If-Match can no longer be sent with {where}.",
        "call fails: the argument `if_match` is gone, and with it the guard against overwriting",
    ),
)

PARAMETERS = (
    Rule(
        "parameter-required-added",
        BREAKING,
        BREAKING,
        "{where} is new and required: {after}.",
        "call fails without the new argument",
    ),
    Rule(
        "parameter-optional-added",
        COMPATIBLE,
        BREAKING,
        "{where} is new and optional: {after}.",
        "additive: a new keyword argument",
    ),
    Rule(
        "parameter-removed",
        BREAKING,
        COMPATIBLE,
        "{where} is gone; it was {before}.",
        "call fails: the argument is not known",
    ),
    Rule(
        "parameter-became-required",
        BREAKING,
        COMPATIBLE,
        "{where} is now required.",
        "call fails without the argument",
    ),
    Rule(
        "parameter-became-optional",
        COMPATIBLE,
        BREAKING,
        "{where} may now be left out.",
        "additive: the argument has a default",
    ),
    Rule(
        "parameter-place-changed",
        BREAKING,
        BREAKING,
        "{where} is sent in the {after} instead of the {before}.",
        "an argument of the path is positional, others are keywords; requests written by hand fail",
    ),
    Rule(
        "parameter-renamed",
        BREAKING,
        BREAKING,
        "{before} of {where} is sent as {after}.",
        "the argument keeps its name in Python, what it may hold can differ; requests written by hand fail",
        "A parameter with the same Python name and another name in the request.",
    ),
    Rule(
        "path-parameter-renamed",
        BREAKING,
        DOCUMENTATION,
        "The path parameter {before} of {where} is called {after}; the request stays the same.",
        "call fails where the argument is given by keyword",
    ),
    Rule(
        "argument-renamed",
        BREAKING,
        DOCUMENTATION,
        "{where} is the argument {after} in Python; it was {before}.",
        "call fails where the argument is given by keyword",
        "x-ms-client-name of a parameter.",
    ),
    Rule(
        "parameter-form-changed",
        BREAKING,
        BREAKING,
        "`{keyword}` of {where} goes from {before} to {after}.",
        "none for code that uses the client; requests written by hand fail",
        "How a value is written out: style, explode, allowReserved, allowEmptyValue.",
    ),
)
