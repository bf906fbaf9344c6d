"""API tokens, and the credentials every other operation refuses."""

from __future__ import annotations

from contract_tests.scenarios.stage import ADMINISTRATOR, OPERATOR, Scenarios, Stage, refused
from iotcentral import Forbidden, NotFound, Timestamp, Unauthenticated, models

__all__ = ["SCENARIOS"]


def token_of(role: str) -> models.ApiToken:
    return models.ApiToken(
        roles=[models.RoleAssignment(role=role)], expiry=Timestamp("2030-01-01T00:00:00.000Z")
    )


def life_of_a_token(stage: Stage) -> None:
    tokens = stage.app.api_tokens
    tokens.create("ci", token_of(OPERATOR))
    tokens.get("ci")
    list(tokens.list())
    tokens.delete("ci")
    with refused(NotFound):
        tokens.get("ci")
    with refused(NotFound):
        tokens.delete("ci")


def many_tokens(stage: Stage) -> None:
    for number in range(5):
        stage.app.api_tokens.create(f"token-{number}", token_of(OPERATOR))
    list(stage.app.api_tokens.list())


def refused_credentials(stage: Stage) -> None:
    made = stage.app.api_tokens.create("operator", token_of(OPERATOR))
    nobody = stage.as_caller("SharedAccessSignature sr=nobody&sig=FAKE&skn=nobody&se=4102444800000")
    for call in (nobody.api_tokens.list, nobody.devices.list, nobody.users.list, nobody.roles.list):
        with refused(Unauthenticated):
            list(call())
    operator = stage.as_caller(str(made.token))
    with refused(Forbidden):
        operator.api_tokens.create("mine", token_of(ADMINISTRATOR))
    with refused(Forbidden):
        list(operator.api_tokens.list())


SCENARIOS: Scenarios = {
    "api-tokens": life_of_a_token,
    "api-tokens-paging": many_tokens,
    "credentials-refused": refused_credentials,
}
