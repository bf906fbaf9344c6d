"""The generated models of every version against the contract they were made from."""

from __future__ import annotations

import importlib
import inspect
from collections.abc import Iterator
from typing import Any

import pytest

from iotcentral import InvalidRequest
from iotcentral._core import contract_document
from iotcentral._core.limits import KEYWORDS
from iotcentral._core.model import Model, UnknownVariant
from iotcentral._core.request_form import RequestForm
from iotcentral._core.schemas import Schemas
from iotcentral._core.tolerant import loosen
from iotcentral_rest.versions import VERSIONS, Version

EACH_VERSION = pytest.mark.parametrize("version", VERSIONS, ids=lambda one: one.package)


def model_classes(version: Version) -> Iterator[type[Model]]:
    models = importlib.import_module(f"iotcentral_rest.{version.package}.models")
    for name in models.__all__:
        found = getattr(models, name)
        if inspect.isclass(found) and issubclass(found, Model) and not issubclass(found, UnknownVariant):
            yield found


EACH_MODEL = pytest.mark.parametrize(
    ("version", "kind"),
    [(version, kind) for version in VERSIONS for kind in model_classes(version)],
    ids=lambda one: one.__name__ if isinstance(one, type) else one.package,
)


def contract(version: Version) -> dict[str, Any]:
    return contract_document.load(version.plane, version.version)


@EACH_MODEL
def test_every_model_says_of_its_schema_what_the_contract_says(version: Version, kind: type[Model]) -> None:
    schemas = Schemas(contract(version))
    properties = schemas.named(kind.__schema__).schema["properties"]
    nodes = {name: schemas.node(schema).schema for name, schema in properties.items()}
    assert kind.__read_only__ == {name for name, schema in nodes.items() if schema.get("readOnly")}
    assert kind.__secret__ == {name for name, schema in nodes.items() if schema.get("x-ms-secret")}


@EACH_MODEL
def test_every_model_takes_members_it_does_not_name(version: Version, kind: type[Model]) -> None:
    assert "\uf8ffextras" in loosen(kind, {"brandNew": 1})


WALKED = {
    "$ref",
    "type",
    "properties",
    "required",
    "items",
    "oneOf",
    "anyOf",
    "allOf",
    "discriminator",
    "readOnly",
}
WALKED |= {"x-ms-secret", "additionalProperties", "propertyNames", "not"}
TEXTS = {"description", "title", "default", "examples", "x-ms-enum", "x-ms-mutability"}


def keywords(schema: Any) -> Iterator[str]:
    for keyword, value in schema.items():
        if keyword.startswith("x-iotc-"):
            continue
        yield keyword
        for part in (
            value.values() if keyword == "properties" else value if isinstance(value, list) else [value]
        ):
            if isinstance(part, dict) and keyword not in (
                "discriminator",
                "examples",
                "default",
                "x-ms-enum",
            ):
                yield from keywords(part)


@EACH_VERSION
def test_every_limit_of_the_contract_is_one_that_is_checked(version: Version) -> None:
    components = contract(version)["components"]
    schemas = [*components["schemas"].values(), *(one["schema"] for one in components["parameters"].values())]
    used = {word for schema in schemas for word in keywords(schema)}
    assert used - KEYWORDS - WALKED - TEXTS == set()


@EACH_VERSION
def test_every_schema_of_a_body_can_be_walked(version: Version) -> None:
    schemas = Schemas(contract(version))
    for kind in model_classes(version):
        with pytest.raises(InvalidRequest):
            RequestForm(schemas, "X").encode(7, kind.__schema__)
