"""The served sites that browser tests share."""

import shutil
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.sites import Site
from tests.visual.browsing import served

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def below_address(full: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the tiny portal's site below a sub-path, with nothing else beside it."""
    folder: Path = tmp_path_factory.mktemp("host")
    shutil.copytree(full.out, folder / "portals" / "sample")
    with served(folder) as address:
        yield f"{address}portals/sample/"
