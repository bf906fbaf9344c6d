"""The semantic difference of two api-versions: what changes for callers, for servers and for Python users.

Nothing here needs an extra: the documents are plain dicts, from `contract.json` of the generated packages or
from a spec of `specs/`.
"""

from iotcentral.contract.diff.collect import Difference
from iotcentral.contract.diff.engine import compare
from iotcentral.contract.diff.report import Report
from iotcentral.contract.diff.rules import Rule
from iotcentral.contract.diff.table import RULES

__all__ = ["RULES", "Difference", "Report", "Rule", "compare"]
