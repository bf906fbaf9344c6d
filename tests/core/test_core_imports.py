import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import iotcentral

HEAVY = ["httpx2", "msgspec", "asyncio", "jsonschema_rs", "iotcentral_rest"]


def loaded_after(statement: str) -> set[str]:
    code = f"import sys; {statement}; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(run.stdout.split())


def test_importing_the_package_loads_none_of_its_weight() -> None:
    assert loaded_after("import iotcentral") & set(HEAVY) == set()


def test_models_and_errors_need_no_http() -> None:
    assert "httpx2" not in loaded_after(
        "import iotcentral._core.drivers, iotcentral.errors, iotcentral._core.model"
    )


@pytest.mark.parametrize(
    "name", [name for name in iotcentral.__all__ if name not in ("models", "IotCentral", "AsyncIotCentral")]
)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(iotcentral, name) is not None
    assert name in dir(iotcentral)


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        iotcentral.nothing  # type: ignore[attr-defined] # noqa: B018


def test_the_version_is_that_of_the_distribution() -> None:
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text())
    assert iotcentral.__version__ == project["project"]["version"]
