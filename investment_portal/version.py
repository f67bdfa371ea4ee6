"""The version of the generator, which ``pyproject.toml`` alone states."""

from functools import cache
from pathlib import Path

PACKAGE = "investment-portal"


@cache
def version() -> str:
    """Return the version of the checkout that the code runs from, else of the installed package."""
    import tomllib  # noqa: PLC0415 - few commands need the version

    project = Path(__file__).parents[1] / "pyproject.toml"
    if project.is_file():
        declared = tomllib.loads(project.read_text("utf-8")).get("project", {})
        if declared.get("name") == PACKAGE:
            return str(declared["version"])
    from importlib.metadata import version as installed_version  # noqa: PLC0415 - the same

    return installed_version(PACKAGE)
