"""What is done to a target so that every served operation is seen with success and with its provoked errors.

A scenario is a function of a `Stage`; each becomes one cassette.
"""

from contract_tests.scenarios import (
    api_tokens,
    applications,
    device_templates,
    devices,
    file_uploads,
    properties,
    reference,
    roles,
    users,
)
from contract_tests.scenarios.stage import Scenario, Stage

__all__ = ["SCENARIOS", "Scenario", "Stage"]

SCENARIOS: dict[str, Scenario] = {
    **api_tokens.SCENARIOS,
    **applications.SCENARIOS,
    **device_templates.SCENARIOS,
    **devices.SCENARIOS,
    **properties.SCENARIOS,
    **file_uploads.SCENARIOS,
    **reference.SCENARIOS,
    **roles.SCENARIOS,
    **users.SCENARIOS,
}
