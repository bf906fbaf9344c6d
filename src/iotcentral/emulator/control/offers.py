"""What the provider has on offer: templates for new applications, and its own operations."""

from __future__ import annotations

from typing import Any

from iotcentral.emulator.control.calls import ControlCall
from iotcentral.emulator.paging import answer_page, rows_of
from iotcentral.emulator.replies import Reply

_REGIONS = {
    "australiaeast": "Australia East",
    "canadacentral": "Canada Central",
    "centralus": "Central US",
    "eastus": "East US",
    "eastus2": "East US 2",
    "japaneast": "Japan East",
    "northeurope": "North Europe",
    "southcentralus": "South Central US",
    "southeastasia": "Southeast Asia",
    "uksouth": "UK South",
    "westeurope": "West Europe",
    "westus": "West US",
}
_EMPTY = "iotc-pnp-preview"
# Id of the manifest, title, branch of trade, what it shows.
_TEMPLATES = (
    ("iotc-condition", "In-store analytics - condition monitoring", "Retail", "Climate inside a store."),
    ("iotc-consumption", "Water consumption monitoring", "Government", "Flow and use of water."),
    ("iotc-distribution", "Digital distribution center", "Retail", "Parcels on conveyor belts."),
    ("iotc-inventory", "Smart inventory management", "Retail", "Stock that reports where it is."),
    ("iotc-logistics", "Connected logistics", "Retail", "Shipments under way."),
    ("iotc-meter", "Smart meter monitoring", "Energy", "Meters in homes."),
    ("iotc-mfc", "Micro-fulfillment center", "Retail", "Robots that pick orders."),
    ("iotc-paad", "Digital field operations", "Energy", "Equipment in the field."),
    ("iotc-patient", "Continuous patient monitoring", "Health", "Wearables of patients."),
    (_EMPTY, "Custom application", "", "An application with nothing in it yet."),
    ("iotc-power", "Solar panel monitoring", "Energy", "Solar panels and what they yield."),
    ("iotc-quality", "Water quality monitoring", "Government", "Quality of water."),
    ("iotc-store", "In-store analytics - checkout", "Retail", "Visitors and queues of a shop."),
    (
        "iotc-video-analytics-om",
        "Video analytics - object and motion detection",
        "Retail",
        "Cameras at the edge.",
    ),
    ("iotc-waste", "Connected waste management", "Government", "Bins that say how full they are."),
)
_PROVIDER = "Microsoft.IoTCentral"
# Name below the provider, resource, title, sentence.
_OPERATIONS = (
    ("IoTApps/read", "IoTApps", "Get IoT Central Application", "Reads an application"),
    (
        "IoTApps/write",
        "IoTApps",
        "Create or Update IoT Central Application",
        "Makes or changes an application",
    ),
    ("IoTApps/delete", "IoTApps", "Delete IoT Central Application", "Deletes an application"),
    ("checkNameAvailability/action", "", "Check resource name availability", "Tells whether a name is free"),
    (
        "checkSubdomainAvailability/action",
        "",
        "Check subdomain availability",
        "Tells whether a subdomain is free",
    ),
    ("operations/read", "", "Get all the available operations", "Lists these operations"),
    ("appTemplates/action", "", "Get application templates", "Lists the templates for new applications"),
    ("register/action", _PROVIDER, "Register the provider", "Registers a subscription with the provider"),
)
_GRAINS = ["PT1M", "PT5M", "PT15M", "PT30M", "PT1H", "PT6H", "PT12H", "P1D"]
_METRICS = (
    ("connectedDeviceCount", "Total Connected Devices", "Devices connected to the application", "Average"),
    (
        "provisionedDeviceCount",
        "Total Provisioned Devices",
        "Devices provisioned in the application",
        "Average",
    ),
)


def apps_list_templates(call: ControlCall) -> Reply:
    """List the templates for new applications; the first page is asked for by POST, the others by GET."""
    return answer_page(call, rows_of([(template[0], _template(*template)) for template in _TEMPLATES]))


def operations_list(call: ControlCall) -> Reply:
    """List the permissions and metrics that the provider registers."""
    items = [*(_operation(*entry) for entry in _OPERATIONS), _metrics()]
    return answer_page(call, rows_of([(f"{number:03}", item) for number, item in enumerate(items)]))


def region_name(location: str) -> str:
    """Write a location as people do, if it is one of the regions known here."""
    return _REGIONS.get(location, location)


def _template(id: str, title: str, industry: str, description: str) -> dict[str, Any]:
    return {
        "manifestId": id,
        "manifestVersion": "1.0.0",
        "name": title,
        "title": title,
        "order": 1 if id == _EMPTY else 99,
        "description": description,
        "industry": industry,
        "locations": [{"id": region, "displayName": name} for region, name in _REGIONS.items()],
    }


def _operation(name: str, resource: str, operation: str, description: str) -> dict[str, Any]:
    display = {"provider": "Azure IoT Central", "resource": resource}
    display |= {"operation": operation, "description": description}
    return {"name": f"{_PROVIDER}/{name}", "display": display}


def _metrics() -> dict[str, Any]:
    """Write the one operation that exists for monitoring."""
    name = "IoTApps/providers/Microsoft.Insights/metricDefinitions/read"
    found = _operation(name, "IoTApps", "Get metric definitions", "Lists the metrics of an application")
    metrics = [_metric(*entry) for entry in _METRICS]
    return found | {
        "origin": "system",
        "properties": {"serviceSpecification": {"metricSpecifications": metrics}},
    }


def _metric(name: str, title: str, description: str, aggregation: str) -> dict[str, Any]:
    return {
        "name": name,
        "displayName": title,
        "displayDescription": description,
        "unit": "Count",
        "aggregationType": aggregation,
        "supportedAggregationTypes": [aggregation],
        "supportedTimeGrainTypes": list(_GRAINS),
        "lockAggregationType": "Total",
    }
