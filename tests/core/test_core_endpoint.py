from typing import Any

import pytest

from iotcentral._core.endpoint import Endpoint, locate, origin_of
from iotcentral.errors import InvalidRequest

PUBLIC = "https://contoso.azureiotcentral.com"


@pytest.mark.parametrize(
    ("application", "url"),
    [
        ("contoso", PUBLIC),
        ("Contoso-7", "https://contoso-7.azureiotcentral.com"),
        (PUBLIC, PUBLIC),
        (PUBLIC + "/", PUBLIC),
        ("HTTPS://CONTOSO.azureiotcentral.com:443", PUBLIC),
        ("https://contoso.example:8443", "https://contoso.example:8443"),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
        ("http://[::1]:8080", "http://[::1]:8080"),
        ("http://localhost:80", "http://localhost"),
    ],
)
def test_an_application_is_a_subdomain_or_a_url(application: str, url: str) -> None:
    assert locate(application).public.url == url


@pytest.mark.parametrize(
    "application",
    [
        "",
        "contoso.azureiotcentral.com",
        "contoso/api",
        "con toso",
        "contoso\n",
        "-contoso",
        "contoso-",
        "c" * 64,
        "contoso:443",
        "contoso@evil",
        "https:contoso",
        "https://",
        "https:///api",
        "ftp://contoso",
        "https://contoso.azureiotcentral.com/api",
        "https://contoso.azureiotcentral.com/?a=b",
        "https://contoso.azureiotcentral.com/#a",
        "https://user:secret@contoso.azureiotcentral.com",
        "https://contoso.azureiotcentral.com:x",
        "https://contoso .azureiotcentral.com",
        "https://contoso\\evil",
        "https://[::1",
    ],
)
def test_anything_else_is_refused(application: str) -> None:
    with pytest.raises(InvalidRequest) as caught:
        locate(application)
    assert (caught.value.argument, caught.value.rule) == ("application", "endpoint")
    assert "secret" not in str(caught.value)


def test_an_address_of_its_own_adds_the_headers_of_a_reverse_proxy() -> None:
    endpoint = locate("contoso", "http://127.0.0.1:8080")
    assert endpoint.connect.url == "http://127.0.0.1:8080"
    assert endpoint.headers == (("Host", "contoso.azureiotcentral.com"), ("X-Forwarded-Proto", "https"))


def test_an_address_without_a_scheme_has_that_of_the_application() -> None:
    assert locate("contoso", "10.0.0.1:8443").connect.url == "https://10.0.0.1:8443"


@pytest.mark.parametrize("application", [None, 5, b"contoso", ["contoso"]])
def test_an_application_that_is_no_text_is_refused_by_name(application: Any) -> None:
    with pytest.raises(InvalidRequest, match=type(application).__name__) as caught:
        locate(application)
    assert (caught.value.argument, caught.value.rule) == ("application", "type")


def test_an_address_that_is_no_text_is_refused_by_name() -> None:
    with pytest.raises(InvalidRequest) as caught:
        locate("contoso", 8080)  # type: ignore[arg-type]
    assert (caught.value.argument, caught.value.rule) == ("connect_to", "type")


@pytest.mark.parametrize("connect_to", ["", "http://127.0.0.1/x", "a b", "user@host"])
def test_an_address_that_is_none_is_refused(connect_to: str) -> None:
    with pytest.raises(InvalidRequest) as caught:
        locate("contoso", connect_to)
    assert caught.value.argument == "connect_to"


def test_without_an_address_no_headers_are_added() -> None:
    assert locate("contoso").headers == ()


@pytest.fixture
def endpoint() -> Endpoint:
    return locate("contoso", "http://127.0.0.1:8080")


@pytest.mark.parametrize(
    "url", [PUBLIC + "/x", "https://CONTOSO.AZUREIOTCENTRAL.COM:443", "http://127.0.0.1:8080/y"]
)
def test_an_endpoint_owns_its_public_name_and_its_address(endpoint: Endpoint, url: str) -> None:
    assert endpoint.owns(origin_of(url))


@pytest.mark.parametrize(
    "url", ["http://contoso.azureiotcentral.com", "http://127.0.0.1", "https://127.0.0.1:8080", "x"]
)
def test_an_endpoint_owns_nothing_else(endpoint: Endpoint, url: str) -> None:
    assert not endpoint.owns(origin_of(url))
