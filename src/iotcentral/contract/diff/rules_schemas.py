"""Rules on schemas: what a value may be and which members an object has, by direction of use."""

from __future__ import annotations

from collections.abc import Iterator

from iotcentral.contract.diff.rules import BREAKING, COMPATIBLE, DOCUMENTATION, Family, Rule

__all__ = ["ALWAYS", "MEMBERS", "SCHEMAS", "TEXTS", "VALUES"]

_FAILS = "call fails where the value does not fit"
_FREER = "additive: more values can be sent"
_SAME = "none"

SCHEMAS = (
    Rule(
        "schema-added",
        COMPATIBLE,
        DOCUMENTATION,
        "{name} is new.",
        "additive: a new model",
    ),
    Rule(
        "schema-removed",
        BREAKING,
        DOCUMENTATION,
        "{name} is gone.",
        "import error: the model is gone",
    ),
    Rule(
        "own-schema-added",
        COMPATIBLE,
        DOCUMENTATION,
        "{name}, which this project adds to what the service publishes, is new.",
        "additive: a new model",
        "Bodies of PATCH and bases of unions, which the published documents do not have.",
    ),
    Rule(
        "own-schema-removed",
        BREAKING,
        DOCUMENTATION,
        "{name}, which this project adds to what the service publishes, is gone.",
        "import error: the model is gone",
        "Bodies of PATCH and bases of unions, which the published documents do not have.",
    ),
    Rule(
        "uncarried-schema-changed",
        DOCUMENTATION,
        DOCUMENTATION,
        "{where} differs in {after}, yet no operation carries it by itself.",
        "none on calls; the model of that name has other attributes",
        "A schema that nothing uses, or that others are only built on: what it means for those stands there.",
    ),
)

VALUES = (
    Family(
        "type-widened",
        "{where} may be {after}; it was {before}.",
        (COMPATIBLE, BREAKING, "additive: the annotation takes more types"),
        (BREAKING, COMPATIBLE, "the attribute may have another type: the annotation widens"),
    ),
    Family(
        "type-narrowed",
        "{where} is only {after}; it was {before}.",
        (BREAKING, COMPATIBLE, "call fails with a value of another type"),
        (COMPATIBLE, BREAKING, "the annotation narrows"),
    ),
    Family(
        "type-changed",
        "{where} is {after} instead of {before}.",
        (BREAKING, BREAKING, "call fails with a value of the old type"),
        (BREAKING, BREAKING, "the attribute has another type"),
    ),
    Family(
        "format-added",
        "{where} must have the format {after}.",
        (BREAKING, COMPATIBLE, _FAILS),
        (COMPATIBLE, BREAKING, "the annotation may narrow (date-time: Timestamp)"),
    ),
    Family(
        "format-removed",
        "{where} need not have the format {before}.",
        (COMPATIBLE, BREAKING, _FREER),
        (
            BREAKING,
            COMPATIBLE,
            "the attribute may hold other text or larger numbers: the annotation may widen",
        ),
    ),
    Family(
        "format-changed",
        "{where} has the format {after} instead of {before}.",
        (BREAKING, BREAKING, _FAILS),
        (BREAKING, BREAKING, "the attribute is written another way"),
    ),
    Family(
        "limit-tightened",
        "`{keyword}` of {where} tightens from {before} to {after}.",
        (BREAKING, COMPATIBLE, _FAILS),
        (COMPATIBLE, BREAKING, _SAME),
        "Lengths, ranges, patterns, counts of items and members, names of members.",
    ),
    Family(
        "limit-loosened",
        "`{keyword}` of {where} loosens from {before} to {after}.",
        (COMPATIBLE, BREAKING, _FREER),
        (COMPATIBLE, COMPATIBLE, "the attribute may hold values outside the old limit"),
        "Lengths, ranges, patterns, counts of items and members, names of members.",
    ),
    Family(
        "limit-changed",
        "`{keyword}` of {where} goes from {before} to {after}.",
        (BREAKING, BREAKING, _FAILS),
        (COMPATIBLE, BREAKING, "the attribute may hold values outside the old limit"),
        "Limits that cannot be ordered, such as two patterns.",
    ),
    Family(
        "enum-value-added",
        "{where} may be {name}.",
        (COMPATIBLE, BREAKING, "additive: a new member of the enum"),
        (
            COMPATIBLE,
            COMPATIBLE,
            "additive: a new member of the enum; enums are open, older clients keep the text",
        ),
    ),
    Family(
        "enum-value-removed",
        "{where} may no longer be {name}.",
        (BREAKING, COMPATIBLE, "attribute error: the member of the enum is gone"),
        (BREAKING, BREAKING, "attribute error: the member of the enum is gone"),
    ),
    Family(
        "enum-introduced",
        "{where} is now one of {after}.",
        (BREAKING, COMPATIBLE, "call fails with a value that is not listed; the annotation is an enum"),
        (COMPATIBLE, BREAKING, "the annotation narrows to an enum, which is still a str"),
    ),
    Family(
        "enum-dropped",
        "{where} is no longer limited to {before}.",
        (BREAKING, BREAKING, "import error: the enum is gone; any value can be sent"),
        (BREAKING, COMPATIBLE, "import error: the enum is gone; the annotation widens"),
    ),
    Family(
        "enum-opened",
        "The values of {where} are now an open list.",
        (COMPATIBLE, BREAKING, _FREER),
        (COMPATIBLE, COMPATIBLE, "none: enums are open for the client"),
        "x-ms-enum.modelAsString becomes true.",
    ),
    Family(
        "enum-closed",
        "The values of {where} are now a closed list.",
        (BREAKING, COMPATIBLE, "call fails with a value that is not listed"),
        (COMPATIBLE, BREAKING, "none: enums are open for the client"),
        "x-ms-enum.modelAsString becomes false.",
    ),
    Family(
        "enum-class-renamed",
        "The enum of {where} is called {after} instead of {before}.",
        (BREAKING, DOCUMENTATION, "import error: the enum has another name"),
        (BREAKING, DOCUMENTATION, "import error: the enum has another name"),
        "x-ms-enum.name.",
    ),
    Family(
        "nullable-added",
        "{where} may be null.",
        (COMPATIBLE, BREAKING, "additive: None can be sent"),
        (BREAKING, COMPATIBLE, "the attribute may be None: the annotation widens"),
    ),
    Family(
        "nullable-removed",
        "{where} is never null.",
        (BREAKING, COMPATIBLE, "call fails with None"),
        (COMPATIBLE, BREAKING, "the annotation narrows: None is gone"),
    ),
    Family(
        "default-added",
        "{where} stands for {after} where it is left out.",
        (COMPATIBLE, COMPATIBLE, "none: the client sends no defaults"),
        (COMPATIBLE, COMPATIBLE, "none: the client fills in no defaults"),
    ),
    Family(
        "default-removed",
        "What {where} stands for where it is left out is no longer said; it was {before}.",
        (COMPATIBLE, COMPATIBLE, "none: the client sends no defaults"),
        (COMPATIBLE, COMPATIBLE, "none: the client fills in no defaults"),
    ),
    Family(
        "default-changed",
        "{where} stands for {after} instead of {before} where it is left out.",
        (BREAKING, BREAKING, "the same call can have another outcome where the value is left out"),
        (BREAKING, BREAKING, "an UNSET attribute means another value"),
    ),
    Family(
        "secret-added",
        "{where} is marked as a secret.",
        (COMPATIBLE, COMPATIBLE, "the value is hidden in texts and logs"),
        (COMPATIBLE, COMPATIBLE, "the value is hidden in texts and logs"),
    ),
    Family(
        "secret-removed",
        "{where} is no longer marked as a secret.",
        (COMPATIBLE, COMPATIBLE, "the value may show in texts and logs"),
        (COMPATIBLE, COMPATIBLE, "the value may show in texts and logs"),
    ),
    Family(
        "model-changed",
        "{where} is {after} instead of {before}.",
        (BREAKING, DOCUMENTATION, "call fails with the old model; what differs inside is listed by itself"),
        (BREAKING, DOCUMENTATION, "the attribute is another model; what differs inside is listed by itself"),
        "Another named schema in the same place.",
    ),
)

MEMBERS = (
    Family(
        "property-added",
        "{where} is new and optional: {after}.",
        (COMPATIBLE, BREAKING, "additive: a new attribute"),
        (COMPATIBLE, COMPATIBLE, "additive: a new attribute, which may be UNSET"),
    ),
    Family(
        "property-required-added",
        "{where} is new and required: {after}.",
        (BREAKING, BREAKING, "call fails without the new attribute"),
        (COMPATIBLE, BREAKING, "additive: a new attribute"),
    ),
    Family(
        "property-removed",
        "{where} is gone; it was {before}.",
        (BREAKING, COMPATIBLE, "call fails: the constructor does not know the attribute"),
        (BREAKING, COMPATIBLE, "attribute error: the attribute is gone"),
    ),
    Family(
        "property-became-required",
        "{where} is now required.",
        (BREAKING, COMPATIBLE, "call fails without the attribute"),
        (COMPATIBLE, BREAKING, "the annotation narrows: the attribute is never UNSET"),
    ),
    Family(
        "property-became-optional",
        "{where} may now be missing.",
        (COMPATIBLE, BREAKING, "additive: the attribute can be left out"),
        (BREAKING, COMPATIBLE, "the attribute may be UNSET: the annotation widens"),
    ),
    Family(
        "read-only-added",
        "{where} can no longer be written.",
        (BREAKING, COMPATIBLE, "call fails or the value is ignored: only the service writes the attribute"),
        (DOCUMENTATION, DOCUMENTATION, "none on reading"),
    ),
    Family(
        "read-only-removed",
        "{where} can now be written.",
        (COMPATIBLE, BREAKING, "additive: the attribute can be sent"),
        (DOCUMENTATION, DOCUMENTATION, "none on reading"),
    ),
    Family(
        "branch-added",
        "{where} may be {name} ({after}).",
        (COMPATIBLE, BREAKING, "additive: a new branch of the union"),
        (COMPATIBLE, COMPATIBLE, "additive: a new branch of the union; older clients read it as Unknown…"),
        "A value of the discriminator.",
    ),
    Family(
        "branch-removed",
        "{where} may no longer be {name} ({before}).",
        (BREAKING, COMPATIBLE, "call fails with this branch of the union"),
        (BREAKING, BREAKING, "code that asks for this branch of the union never runs, or fails on import"),
        "A value of the discriminator.",
    ),
    Family(
        "discriminator-changed",
        "The branches of {where} are told apart by {after} instead of {before}.",
        (BREAKING, BREAKING, "call fails with a body of the old form"),
        (BREAKING, BREAKING, "answers of the other form are read as Unknown…"),
    ),
    Family(
        "additional-opened",
        "{where} takes members that are not named.",
        (COMPATIBLE, BREAKING, "additive: members of any name can be sent"),
        (COMPATIBLE, COMPATIBLE, "members of any name may be there"),
        "additionalProperties.",
    ),
    Family(
        "additional-closed",
        "{where} takes only the members that are named.",
        (BREAKING, COMPATIBLE, "call fails with a member of another name"),
        (COMPATIBLE, BREAKING, "members of other names are gone"),
        "additionalProperties.",
    ),
)

ALWAYS = (
    Rule(
        "answer-always-added",
        COMPATIBLE,
        BREAKING,
        "The service always answers {where}.",
        "the attribute is never UNSET at run time, though the annotation allows it",
        "x-iotc-always: members seen in every answer, beyond those that are required.",
    ),
    Rule(
        "answer-always-removed",
        BREAKING,
        COMPATIBLE,
        "The service does not always answer {where}.",
        "the attribute may be UNSET where code has relied on it",
        "x-iotc-always: members seen in every answer, beyond those that are required.",
    ),
)

TEXT_SUBJECTS = ("document", "operation", "schema", "shared")


def _texts() -> Iterator[Rule]:
    for subject in TEXT_SUBJECTS:
        yield _text(f"{subject}-text-changed", "texts", "docs: docstrings read differently")
        yield _text(f"{subject}-example-changed", "examples", "docs: examples differ")
        yield _text(f"{subject}-note-changed", "notes and evidence", "docs: what is known of it differs")
        yield _text(f"{subject}-mark-changed", "marks", "none: nothing in the client depends on it")


def _text(id: str, what: str, effect: str) -> Rule:
    return Rule(
        id, DOCUMENTATION, DOCUMENTATION, f"{{where}}: other {what} at {{name}}.", effect, _MEANS[what]
    )


_MEANS = {
    "texts": "summary, description, title and the like.",
    "examples": "example and examples.",
    "notes and evidence": "x-iotc-note, x-iotc-evidence, x-iotc-deviation, x-iotc-source, x-iotc-todo.",
    "marks": "Keywords and extensions that have no rule of their own.",
}

TEXTS = tuple(_texts())
