"""Operators on the client: ways in which its runtime could go wrong, and nobody's types would notice."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import quote, unquote

from contract_tests.mutants.client_changes import (
    answers,
    any_host,
    anywhere,
    body,
    body_on_get,
    call_elsewhere,
    conditional,
    cut_integer,
    date_only,
    doubled_items,
    dropped_extras,
    each_value,
    first_only,
    general_class,
    has_body,
    has_path,
    header_renamed,
    link_decoded,
    lost_item,
    method,
    more_query,
    mutant,
    no_authorization,
    no_content_refused,
    no_limits,
    no_nulls,
    no_offset,
    nulls_dropped,
    one_page,
    pageable,
    read_only_sent,
    reads,
    renamed,
    segment,
    sends,
    turned_round,
    unset_as_null,
    url,
    where,
    with_parts,
    without_details,
)
from contract_tests.mutants.model import Operator
from contract_tests.mutants.patching import around
from iotcentral._core import codec, drivers, flow, paging, request_form, response, retry

__all__ = ["OPERATORS"]

K = Operator
OPERATORS: Sequence[Operator] = (
    K(
        "K01",
        "wrong name of a header",
        ("wire.header",),
        mutant(conditional, sends(header_renamed("if-match", "If-Mach"))),
    ),
    K(
        "K02",
        "wrong media type of a body",
        ("wire.media-type",),
        mutant(
            has_body,
            sends(
                lambda sent: with_parts(
                    sent,
                    headers=tuple((k, "text/json" if k == "Content-Type" else v) for k, v in sent.headers),
                )
            ),
        ),
    ),
    K(
        "K03",
        "PATCH sent as PUT",
        ("wire.operation",),
        mutant(where(lambda operation: operation.method == "PATCH"), sends(method("PATCH", "PUT"))),
    ),
    K(
        "K04",
        "PUT sent as POST",
        ("wire.operation",),
        mutant(where(lambda operation: operation.method == "PUT"), sends(method("PUT", "POST"))),
    ),
    K(
        "K05",
        "slash in a path value not quoted",
        ("wire.path",),
        mutant(has_path, segment(lambda text: quote(text, safe="/"))),
    ),
    K(
        "K06",
        "path value quoted twice",
        ("wire.path",),
        mutant(has_path, segment(lambda text: quote(quote(text, safe=""), safe=""))),
    ),
    K("K07", "path value not quoted", ("wire.path",), mutant(has_path, segment(lambda text: text))),
    K(
        "K08",
        "query value not quoted",
        ("wire.query",),
        mutant(more_query, sends(url(lambda text: unquote(text) if "?" in text else text))),
    ),
    K(
        "K09",
        "explicit null dropped",
        ("wire.body",),
        mutant(
            where(lambda operation: operation.method == "PATCH"),
            around(request_form.RequestForm, "_known_members", nulls_dropped),
        ),
    ),
    K(
        "K10",
        "unset sent as null",
        ("wire.body",),
        mutant(has_body, around(request_form.RequestForm, "_known_members", unset_as_null)),
    ),
    K(
        "K11",
        "api-version dropped",
        ("request.version",),
        mutant(anywhere, sends(url(lambda text: re.sub(r"api-version=[^&]*&?", "", text)))),
    ),
    K(
        "K12",
        "api-version of another release",
        ("request.query-value",),
        mutant(
            anywhere,
            sends(url(lambda text: re.sub(r"api-version=[^&]*", "api-version=2019-10-28-preview", text))),
        ),
    ),
    K(
        "K13",
        "offset of date-times cut",
        ("answer.lossless",),
        mutant(answers, sends(body(lambda value: each_value(value, no_offset))), reads(no_offset)),
    ),
    K("K14", "order of a list turned round", ("answer.lossless",), mutant(answers, reads(turned_round))),
    K(
        "K15",
        "list cut to its first item",
        ("answer.lossless",),
        mutant(answers, sends(body(lambda value: each_value(value, first_only))), reads(first_only)),
    ),
    K("K16", "limits of a body not looked at", ("refusal",), mutant(has_body, *no_limits("request_form"))),
    K(
        "K17",
        "unknown members not kept",
        ("answer.lossless",),
        mutant(answers, around(codec, "loosen", dropped_extras)),
    ),
    K(
        "K18",
        "member read under a wrong name",
        ("answer.lossless",),
        mutant(
            answers,
            reads(renamed("id", "ID")),
            reads(renamed("displayName", "DisplayName")),
            reads(renamed("value", "Value")),
        ),
    ),
    K("K19", "date-time read as a date", ("answer.lossless",), mutant(answers, reads(date_only))),
    K("K20", "large integers cut", ("answer.lossless",), mutant(answers, reads(cut_integer))),
    K(
        "K21",
        "body of an error not read",
        ("answer.error",),
        mutant(anywhere, around(response, "_details", without_details)),
    ),
    K(
        "K22",
        "error of a general class",
        ("answer.error",),
        mutant(anywhere, around(response, "_class", general_class)),
    ),
    K("K23", "null read as missing", ("answer.lossless",), mutant(answers, reads(no_nulls))),
    K(
        "K24",
        "limits of path and query not looked at",
        ("refusal",),
        mutant(
            where(
                lambda operation: any(
                    {"pattern", "maxLength"} & set(one.schema) for one in operation.of("path")
                )
            ),
            *no_limits("request"),
        ),
    ),
    K(
        "K25",
        "$metadata under another name",
        ("answer.lossless",),
        mutant(
            where(
                lambda operation: (
                    operation.tag in ("Devices", "Modules", "Properties")
                    and "propert" in operation.path.lower()
                )
            ),
            sends(body(lambda value: each_value(value, renamed("$metadata", "metadata")))),
            reads(renamed("$metadata", "metadata")),
        ),
    ),
    K(
        "K26",
        "read-only members sent",
        ("wire.read-only",),
        mutant(
            where(lambda operation: operation.method in ("PUT", "PATCH") and bool(operation.body)),
            around(request_form.RequestForm, "_known_members", read_only_sent),
        ),
    ),
    K(
        "K27",
        "path of the async client differs",
        ("wire.async",),
        mutant(anywhere, around(drivers.AsyncDriver, "run", call_elsewhere)),
    ),
    K(
        "K28",
        "first page only",
        ("paging.items",),
        mutant(pageable, around(paging.Links, "following", one_page)),
    ),
    K(
        "K29",
        "body on an operation that takes none",
        ("request.body-unexpected",),
        mutant(where(lambda operation: not operation.body), sends(body_on_get)),
    ),
    K(
        "K31",
        "Authorization lost",
        ("request.authorization",),
        mutant(anywhere, around(drivers, "call", no_authorization)),
    ),
    K(
        "K32",
        "204 not taken as a success",
        ("answer",),
        mutant(where(lambda operation: 204 in operation.success), around(flow, "read", no_content_refused)),
    ),
    K(
        "K33",
        "link of the next page decoded",
        ("paging.followed",),
        mutant(pageable, around(paging.Links, "following", link_decoded)),
    ),
    K(
        "K34",
        "link to another host followed",
        ("paging",),
        mutant(pageable, around(paging, "target_of", any_host)),
    ),
    K(
        "K35",
        "operation with an effect repeated",
        ("wire.repeated",),
        mutant(
            where(lambda operation: operation.retry in ("once", "conditional")),
            around(retry, "is_repeatable", lambda original, *given: True),
        ),
    ),
    K(
        "K36",
        "item of a page twice",
        ("paging.items",),
        mutant(pageable, around(paging.Links, "page", doubled_items)),
    ),
    K(
        "K37",
        "last item of a page lost",
        ("paging.items",),
        mutant(pageable, around(paging.Links, "page", lost_item)),
    ),
    K(
        "K38",
        "http instead of https",
        ("wire.origin",),
        mutant(anywhere, sends(url(lambda text: text.replace("https:", "http:")))),
    ),
    K(
        "K39",
        "query parameters lost",
        ("wire.query",),
        mutant(more_query, sends(url(lambda text: re.sub(r"(\?api-version=[^&]*).*", r"\1", text)))),
    ),
    K(
        "K40",
        "page without its link taken for one with an empty link",
        ("paging",),
        mutant(
            pageable,
            around(
                paging.Links,
                "following",
                lambda original, links, page: original(links, page) if page.items else None,
            ),
        ),
    ),
)
