"""Credentials given to the emulator at its start, and how strictly callers are looked at."""

from __future__ import annotations

import pytest

from tests.emulator.arm import APP, Arm, arm_emulator, body
from tests.emulator.harness import HOST, OPERATOR, VERSION, Service, new_emulator

MINE = "SharedAccessSignature sr=mine&sig=x&skn=y&se=1"


@pytest.mark.parametrize("app", ["demo", "other"])
def test_the_administrators_api_token_is_taken_at_every_application(app: str) -> None:
    with new_emulator("demo", "other", admin_token=MINE) as emulator:
        url = f"https://{HOST.replace('demo', app)}/api/users?api-version={VERSION}"
        assert Service(emulator).send("GET", url, [("Authorization", MINE)]).status == 200


@pytest.mark.parametrize("shown", [MINE + "0", MINE[:-1], "", f"Bearer {MINE}"])
def test_another_text_is_not_the_administrators_token(shown: str) -> None:
    with new_emulator(admin_token=MINE) as emulator:
        assert Service(emulator, shown or "-").call("GET", "/roles").status == 401


def test_the_administrators_api_token_is_of_no_use_on_the_control_plane() -> None:
    with arm_emulator(admin_token=MINE) as emulator:
        assert Arm(emulator, token=MINE).call("GET", APP).status == 401


def test_lenient_takes_any_credential() -> None:
    with new_emulator(auth="lenient") as emulator:
        assert Service(emulator, "Bearer eyJ.of.nobody").call("GET", "/users").status == 200


def test_lenient_wants_a_credential() -> None:
    with new_emulator(auth="lenient") as emulator:
        url = f"https://{HOST}/api/roles?api-version={VERSION}"
        assert Service(emulator).send("GET", url, []).status == 401


def test_lenient_still_checks_the_applications_own_tokens() -> None:
    with new_emulator(auth="lenient") as emulator:
        operator = Service(emulator).with_role(OPERATOR)
        assert operator.call("GET", "/users").status == 403
        forged = Service(emulator, operator.token.replace("sig=", "sig=A"))
        assert forged.call("GET", "/users").status == 401


def test_lenient_takes_any_token_on_the_control_plane() -> None:
    with arm_emulator(auth="lenient") as emulator:
        assert Arm(emulator, token="Bearer of.nobody").call("PUT", APP, body()).status == 201


def test_credentials_are_not_in_the_text_of_settings() -> None:
    with new_emulator(admin_token=MINE, admin_bearer="s3cret") as emulator:
        text = repr(emulator.engine.settings)
    assert "sig=x" not in text
    assert "s3cret" not in text


@pytest.mark.parametrize("app", ["", "Demo", "a.b", "-a", "a" * 64, "a b"])
def test_a_name_that_is_no_subdomain_is_refused(app: str) -> None:
    with pytest.raises(ValueError, match="no subdomain"):
        new_emulator(app)


@pytest.mark.parametrize("url", ["demo.example", "ftp://demo", "https://a/b", "https://a?b", "https://u@a"])
def test_an_external_url_is_scheme_and_host(url: str) -> None:
    with pytest.raises(ValueError, match=url.replace("?", r"\?")):
        new_emulator(external_url=url)
