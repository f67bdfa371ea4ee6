"""The real portal's site, served."""

from collections.abc import Iterator

import pytest

from tests.sites import Site
from tests.visual.browsing import served


@pytest.fixture(scope="module")
def real_address(real: Site) -> Iterator[str]:
    """Serve it at the root of a host."""
    with served(real.out) as address:
        yield address
