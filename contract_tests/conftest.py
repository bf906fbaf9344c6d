"""The ledger of checks, for every test of the suite."""

from contract_tests.coverage import ledger, pytest_configure, pytest_runtest_makereport

__all__ = ["ledger", "pytest_configure", "pytest_runtest_makereport"]
