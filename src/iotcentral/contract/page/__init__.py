"""One HTML page of an outcome: what was checked where, what was found, how strong the suite is.

The page is one file: no address outside it, no framework; it works from `file://`.
"""

from iotcentral.contract.page.build import page_of
from iotcentral.contract.page.html import as_html
from iotcentral.contract.page.model import Cell, Checked, Page, PageFinding, Row, Version
from iotcentral.contract.page.mutants import Family, Mutants, MutantsError, Operator, load_mutants

__all__ = [
    "Cell",
    "Checked",
    "Family",
    "Mutants",
    "MutantsError",
    "Operator",
    "Page",
    "PageFinding",
    "Row",
    "Version",
    "as_html",
    "load_mutants",
    "page_of",
]
