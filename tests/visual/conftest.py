"""The served site that visual tests share."""

from collections.abc import Iterator

import pytest

from tests.sites import Site
from tests.visual.browsing import served


@pytest.fixture(scope="session")
def tiny_address(full: Site) -> Iterator[str]:
    """Serve the tiny portal's site."""
    with served(full.out) as address:
        yield address
