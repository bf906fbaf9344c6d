"""Python names, and texts inside docstrings."""

from __future__ import annotations

import ast

import pytest
from openapi_python_client import strings
from openapi_python_client.strings import PythonIdentifier

from codegen.naming import MODEL_RESERVED, PARAMETER_RESERVED, enum_member, method_name, naming_rules
from codegen.texts import clean, docstring, wrapped
from iotcentral._core.caller import CallOptions
from iotcentral._core.model import Model


@pytest.mark.parametrize(
    ("wire", "name"),
    [
        ("@id", "at_id"),
        ("@type", "at_type"),
        ("$metadata", "dollar_metadata"),
        ("id", "id"),
        ("type", "type"),
        ("filter", "filter"),
        ("displayName", "display_name"),
        ("If-Match", "if_match"),
        ("x509", "x509"),
        ("class", "class_"),
        ("list", "list_"),
        ("toDict", "to_dict_"),
    ],
)
def test_wire_name_becomes_python_name(wire: str, name: str) -> None:
    with naming_rules():
        assert PythonIdentifier(wire, "field_") == name


def test_rules_of_the_parser_are_restored_even_after_an_error() -> None:
    before = (strings.sanitize, strings.RESERVED_WORDS)
    with pytest.raises(RuntimeError), naming_rules():
        raise RuntimeError
    assert (strings.sanitize, strings.RESERVED_WORDS) == before


@pytest.mark.parametrize(
    ("operation_id", "method"),
    [
        ("Devices_Get", "get"),
        ("Devices_Remove", "delete"),
        ("EnrollmentGroups_RemoveX509", "delete_x509"),
        ("DeviceGroups_GetDevices", "get_devices"),
        ("Query_Run", "run"),
        ("Ping", "ping"),
    ],
)
def test_method_is_the_suffix_of_the_operation_id(operation_id: str, method: str) -> None:
    with naming_rules():
        assert method_name(operation_id, PythonIdentifier(operation_id, "field_")) == method


@pytest.mark.parametrize(
    ("value", "member"),
    [
        ("iotEdge", "IOT_EDGE"),
        ("PT30M", "PT30M"),
        ("blobstorage@v1", "BLOBSTORAGE_V1"),
        ("None", "NONE"),
        ("1h", "VALUE_1H"),
    ],
)
def test_enum_value_becomes_a_member(value: str, member: str) -> None:
    with naming_rules():
        assert enum_member(value) == member


def test_every_public_attribute_of_the_model_base_is_reserved() -> None:
    own = {name for name in dir(Model) if not name.startswith("_")}
    assert own <= MODEL_RESERVED


def test_every_call_option_is_reserved_for_parameters() -> None:
    assert set(CallOptions.__annotations__) <= PARAMETER_RESERVED


@pytest.mark.parametrize(
    "text",
    [
        'ends with a quote "',
        'three """ of them',
        "back\\slash \\N{DASH} \\x \\",
        '"""',
        "a null \x00 and a \u202e turn and a lone \udc00 surrogate",
        "line one\r\nline two\u2028line three",
        "{{ jinja }} {% raw %}",
    ],
)
@pytest.mark.parametrize("indent", [0, 8])
def test_no_text_can_leave_its_docstring(text: str, indent: int) -> None:
    source = docstring(wrapped(text, 100), indent)
    module = ast.parse(source)
    assert len(module.body) == 1
    assert (ast.get_docstring(module) or "").split() == clean(text).split()


def test_markdown_keeps_its_lists_and_code() -> None:
    text = "First line\nsame paragraph.\n\n- one that is\n  longer\n- two\n\n```\nkept   as it is\n```"
    assert wrapped(text, 100) == [
        "First line same paragraph.",
        "",
        "- one that is longer",
        "- two",
        "",
        "```",
        "kept   as it is",
        "```",
    ]


def test_long_list_item_hangs_below_its_sign() -> None:
    lines = wrapped("- " + "word " * 40, 40)
    assert lines[0].startswith("- word")
    assert all(line.startswith("  word") and len(line) <= 40 for line in lines[1:])
