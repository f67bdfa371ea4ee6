"""New portals, as ``init`` makes them."""

from pathlib import Path

from investment_portal.cli.command import DONE
from investment_portal.cli.main import main
from tests.conftest import DAY


def new_portal(root: Path, *options: str) -> Path:
    """Make a new portal."""
    assert main(["init", str(root), "--date", DAY.isoformat(), "--lang", "en", *options], root.parent) == DONE
    return root
