"""Applications as resources of Azure Resource Manager: created, read, changed, deleted, in both versions."""

from __future__ import annotations

from typing import Any

import pytest

from tests.emulator.arm import (
    APP,
    GA,
    GROUP,
    PREVIEW,
    PROVIDER,
    SUBSCRIPTION,
    VERSIONS,
    Arm,
    arm_emulator,
    body,
)

each_version = pytest.mark.parametrize("version", VERSIONS)


@pytest.fixture
def made(arm: Arm) -> Arm:
    """A caller that has made one application."""
    arm.ok("PUT", APP, body())
    return arm


@each_version
def test_create_answers_201_with_what_was_sent_and_what_the_service_adds(arm: Arm, version: str) -> None:
    answer = arm.at(version).call("PUT", APP, body())
    assert answer.status == 201
    app = answer.json
    assert app["id"] == APP
    assert (app["name"], app["type"]) == ("north-plant", "Microsoft.IoTCentral/IoTApps")
    assert (app["location"], app["tags"], app["identity"]) == ("eastus", {}, {"type": "None"})
    assert app["properties"]["state"] == "created"
    assert app["properties"]["template"] == "iotc-pnp-preview@1.0.0"


def test_create_of_the_preview_answers_its_network_settings(arm: Arm) -> None:
    properties = arm.at(PREVIEW).ok("PUT", APP, body())["properties"]
    rules = {"defaultAction": "Allow", "applyToDevices": False, "applyToIoTCentral": False, "ipRules": []}
    assert properties["networkRuleSets"] == rules
    assert properties["publicNetworkAccess"] == "Enabled"
    assert properties["privateEndpointConnections"] == []


def test_name_and_subdomain_left_out_are_the_resource_name(arm: Arm) -> None:
    app = arm.ok("PUT", APP, {"location": "westus", "sku": {"name": "ST0"}})
    assert app["properties"]["displayName"] == app["properties"]["subdomain"] == "north-plant"


@pytest.mark.parametrize(("sent", "kept"), [("EastUS", "eastus"), ("West Europe", "westeurope")])
def test_location_is_normalised(arm: Arm, sent: str, kept: str) -> None:
    assert arm.ok("PUT", APP, body(location=sent))["location"] == kept


def test_location_without_a_letter_is_400(arm: Arm) -> None:
    answer = arm.call("PUT", APP, body(location="  "))
    assert (answer.status, ".location" in answer.json["error"]["message"]) == (400, True)


def test_id_echoes_the_spelling_of_the_create_request(made: Arm) -> None:
    path = f"{SUBSCRIPTION.upper()}/resourcegroups/Mixed{PROVIDER.lower()}/IoTApps/South-Plant"
    assert made.ok("PUT", path, body(properties={"subdomain": "south"}))["id"] == path
    lower = path.lower()
    found = made.ok("GET", lower)
    assert (found["id"], found["name"]) == (path, "South-Plant")
    assert made.call("PUT", lower, body(properties={"subdomain": "south"})).status == 200
    assert made.ok("GET", path.upper())["id"] == path


@pytest.mark.parametrize(("sku", "status"), [("ST0", 201), ("ST1", 201), ("ST2", 201), ("S1", 400)])
def test_only_the_three_plans_are_taken(arm: Arm, sku: str, status: int) -> None:
    assert arm.call("PUT", APP, body(sku={"name": sku})).status == status


@each_version
@pytest.mark.parametrize("method", ["PUT", "PATCH"])
def test_wrong_plan_is_refused_in_the_recorded_words(made: Arm, version: str, method: str) -> None:
    answer = made.at(version).call(method, APP, body(sku={"name": "S1"}))
    sentence = "The sku S1 is invalid, allowed skus are ST0, ST1, ST2"
    assert answer.status == 400
    assert answer.json == {"error": {"code": "400.200.006.026", "message": sentence}}


@pytest.mark.parametrize("name", ["ab", "123", "-abc", "abc-", "a_c", "x" * 101])
def test_name_that_no_application_may_have_is_400(arm: Arm, name: str) -> None:
    answer = arm.call("PUT", f"{GROUP}/{name}", body())
    assert (answer.status, answer.code) == (400, "InvalidResourceName")
    assert f"'{name}'" in answer.json["error"]["message"]


@pytest.mark.parametrize("subdomain", ["", "-a", "a.b", "a/b", "x" * 64])
def test_subdomain_that_is_no_host_label_is_400(made: Arm, subdomain: str) -> None:
    properties = {"subdomain": subdomain}
    assert made.call("PUT", f"{GROUP}/other", body(properties=properties)).status == 400
    assert made.call("PATCH", APP, {"properties": properties}).status == 400


@pytest.mark.parametrize("subdomain", ["north", "NORTH", "demo"])
def test_taken_subdomain_is_409(made: Arm, subdomain: str) -> None:
    answer = made.call("PUT", f"{GROUP}/other", body(properties={"subdomain": subdomain}))
    assert (answer.status, answer.code) == (409, "Conflict")
    assert answer.json["error"]["message"].startswith("The subdomain is in use")
    assert made.call("GET", f"{GROUP}/other").status == 404


def test_subdomain_is_the_same_in_any_spelling(arm: Arm) -> None:
    app = arm.ok("PUT", APP, body(properties={"subdomain": "North"}))
    assert app["properties"]["subdomain"] == "North"
    assert arm.application("north").status == 200
    for sent, host in (("NORTH", "north"), ("South", "south")):
        changed = arm.ok("PATCH", APP, {"properties": {"subdomain": sent}})
        assert changed["properties"]["subdomain"] == sent
        assert arm.application(host).status == 200


def test_resource_name_is_taken_once_for_all_groups_in_any_spelling(arm: Arm) -> None:
    for name, status in (("North-Plant", 201), ("NORTH-plant", 409)):
        path = f"{SUBSCRIPTION}/resourceGroups/of-{status}{PROVIDER}/iotApps/{name}"
        assert arm.call("PUT", path, body(properties={"subdomain": f"at-{status}"})).status == status


@each_version
def test_application_answers_on_its_data_plane_at_once(arm: Arm, version: str) -> None:
    app = arm.at(version).ok("PUT", APP, body())
    assert app["properties"]["state"] == "created"
    assert arm.application("north").status == 200
    assert arm.application("north", "/users").json["value"][0]["roles"]


def test_application_id_is_the_one_of_its_tokens(made: Arm) -> None:
    app = made.ok("GET", APP)
    assert f"sr={app['properties']['applicationId']}&" in made.emulator.engine.administrator_token("north")


def test_state_of_applications_is_apart(made: Arm) -> None:
    token = made.emulator.engine.administrator_token("north")
    assert made.application("north", token=token).status == 200
    assert made.application("demo", token=token).status == 401


@each_version
def test_change_of_the_subdomain_moves_the_data_plane_and_frees_the_old_one(made: Arm, version: str) -> None:
    token = made.emulator.engine.administrator_token("north")
    made.at(version).ok("PATCH", APP, {"properties": {"subdomain": "north2"}})
    assert made.application("north").status == 404
    assert made.application("north2", "/apiTokens", token).json["value"]
    made.ok("PUT", f"{GROUP}/other", body())
    assert made.application("north", token=token).status == 401


def test_patch_to_a_taken_subdomain_changes_nothing(made: Arm) -> None:
    before = made.ok("GET", APP)
    answer = made.call("PATCH", APP, {"tags": {"a": "b"}, "properties": {"subdomain": "demo"}})
    assert answer.status == 409
    assert made.ok("GET", APP) == before


def test_patch_merges(made: Arm) -> None:
    before = made.ok("PATCH", APP, {"tags": {"a": "1"}})
    after = made.ok("PATCH", APP, {"sku": {"name": "ST1"}, "properties": {"displayName": "New"}})
    assert after == {
        **before,
        "sku": {"name": "ST1"},
        "properties": before["properties"] | {"displayName": "New"},
    }


@pytest.mark.parametrize(("tags", "kept"), [({"b": "2"}, {"b": "2"}), (None, {}), ({}, {})])
def test_tags_are_changed_as_a_whole(made: Arm, tags: Any, kept: dict[str, str]) -> None:
    made.ok("PATCH", APP, {"tags": {"a": "1"}})
    assert made.ok("PATCH", APP, {"tags": tags})["tags"] == kept


def test_network_rules_merge_and_lists_are_replaced(arm: Arm) -> None:
    preview = arm.at(PREVIEW)
    rule = {"filterName": "office", "ipMask": "198.51.100.0/24"}
    sent = body(properties={"subdomain": "north", "networkRuleSets": {"ipRules": [rule]}})
    preview.ok("PUT", APP, sent)
    patch = {"networkRuleSets": {"applyToDevices": True}, "publicNetworkAccess": "Disabled"}
    found = preview.ok("PATCH", APP, {"properties": patch})["properties"]
    assert found["networkRuleSets"]["ipRules"] == [{"action": "Allow", **rule}]
    assert found["networkRuleSets"]["applyToDevices"] is True
    assert found["publicNetworkAccess"] == "Disabled"


def test_range_without_a_mask_is_400(arm: Arm) -> None:
    properties = {"subdomain": "north", "networkRuleSets": {"ipRules": [{"filterName": "x"}]}}
    assert arm.at(PREVIEW).call("PUT", APP, body(properties=properties)).status == 400


def test_older_version_neither_shows_nor_loses_network_rules(made: Arm) -> None:
    preview = made.at(PREVIEW)
    preview.ok("PATCH", APP, {"properties": {"publicNetworkAccess": "Disabled"}})
    assert "publicNetworkAccess" not in made.ok("PUT", APP, body())["properties"]
    assert preview.ok("GET", APP)["properties"]["publicNetworkAccess"] == "Disabled"


def test_put_on_an_existing_application_is_200_and_sets_all(made: Arm) -> None:
    made.ok("PATCH", APP, {"tags": {"a": "1"}, "identity": {"type": "SystemAssigned"}})
    answer = made.call("PUT", APP, body(sku={"name": "ST0"}))
    assert answer.status == 200
    assert (answer.json["sku"], answer.json["tags"]) == ({"name": "ST0"}, {})
    assert answer.json["identity"] == {"type": "None"}


def test_template_stays_and_location_cannot_change(made: Arm) -> None:
    properties = {"template": "iotc-store@1.0.0"}
    kept = made.ok("PUT", APP, body(properties=properties))["properties"]
    assert (kept["template"], kept["subdomain"]) == ("iotc-pnp-preview@1.0.0", "north")
    assert made.call("PUT", APP, body(location="westus")).status == 409


@each_version
def test_identity_comes_with_tenant_and_principal_and_goes(made: Arm, version: str) -> None:
    caller = made.at(version)
    first = caller.ok("PATCH", APP, {"identity": {"type": "SystemAssigned"}})["identity"]
    assert set(first) == {"type", "tenantId", "principalId"}
    assert caller.ok("PATCH", APP, {"identity": {"type": "SystemAssigned"}})["identity"] == first
    assert caller.ok("PATCH", APP, {})["identity"] == first
    assert caller.ok("PATCH", APP, {"identity": {"type": "None"}})["identity"] == {"type": "None"}


def test_tenant_is_one_for_a_subscription_and_the_principal_is_not(arm: Arm) -> None:
    patch, found = {"identity": {"type": "SystemAssigned"}}, []
    for subscription, name in (("/subscriptions/own", "north-plant"), ("/subscriptions/OWN", "south-plant")):
        path = APP.replace(SUBSCRIPTION, subscription).replace("north-plant", name)
        arm.ok("PUT", path, body(properties={}))
        found.append(arm.ok("PATCH", path, patch)["identity"])
    assert found[0]["tenantId"] == found[1]["tenantId"]
    assert found[0]["principalId"] != found[1]["principalId"]


def test_etag_is_strong_on_create_weak_on_read_and_new_after_a_change(arm: Arm) -> None:
    strong = arm.call("PUT", APP, body()).response.header("ETag")
    assert strong is not None
    assert strong.startswith('"')
    assert arm.call("GET", APP).response.header("ETag") == f"W/{strong}"
    changed = arm.call("PATCH", APP, {"tags": {"a": "b"}}).response.header("ETag")
    assert changed is not None
    assert changed.startswith('W/"')
    assert changed != f"W/{strong}"
    assert arm.call("GET", APP).response.header("ETag") == changed


def test_change_of_an_application_that_is_not_there_is_404(arm: Arm) -> None:
    answer = arm.call("PATCH", APP, {})
    assert (answer.status, answer.code) == (404, "ResourceNotFound")


@each_version
def test_delete_takes_the_data_plane_away_and_is_204_after_that(made: Arm, version: str) -> None:
    caller = made.at(version)
    assert caller.call("DELETE", APP).status == (200 if version == GA else 202)
    made.wait(11)
    assert caller.call("GET", APP).status == 404
    assert made.application("north").status == 404
    assert caller.call("DELETE", APP).status == 204
    assert caller.call("PUT", APP, body()).status == 201


@each_version
def test_lists_hold_what_belongs_there_in_any_spelling(made: Arm, version: str) -> None:
    other = f"{SUBSCRIPTION}/resourceGroups/other{PROVIDER}/iotApps/other-plant"
    elsewhere = f"/subscriptions/elsewhere/resourceGroups/factories{PROVIDER}/iotApps/third-plant"
    for path, subdomain in ((other, "other"), (elsewhere, "third")):
        made.ok("PUT", path, body(properties={"subdomain": subdomain}))
    caller = made.at(version)
    listed = caller.ok("GET", f"{SUBSCRIPTION}{PROVIDER}/IOTAPPS")
    assert [app["name"] for app in listed["value"]] == ["north-plant", "other-plant"]
    assert [app["id"] for app in caller.ok("GET", GROUP.upper())["value"]] == [APP]
    assert "nextLink" not in listed


def test_list_goes_on_at_an_absolute_link() -> None:
    with arm_emulator(page_size=2) as emulator:
        arm = Arm(emulator)
        for number in range(5):
            name = f"plant-{number}"
            arm.ok("PUT", f"{GROUP}/{name}", body(properties={"subdomain": name}))
        page = arm.ok("GET", f"{SUBSCRIPTION}{PROVIDER}/iotApps")
        names = [app["name"] for app in page["value"]]
        while "nextLink" in page:
            assert page["nextLink"].startswith("https://management.azure.com/subscriptions/")
            page = arm.send("GET", page["nextLink"]).json
            names += [app["name"] for app in page["value"]]
    assert names == [f"plant-{number}" for number in range(5)]
