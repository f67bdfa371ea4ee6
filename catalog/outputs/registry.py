"""The register of outputs: a new one is one file and one line here."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from catalog.model.catalog import Catalog
from catalog.outputs import redirects, sitemap

Output = Callable[[Catalog, date, Sequence[str]], Iterator[tuple[str, str]]]

OUTPUTS: tuple[Output, ...] = (redirects.redirects, sitemap.sitemap, sitemap.robots)
