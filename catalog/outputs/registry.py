"""The register of outputs: a new one is one file and one line here."""

from catalog.outputs.output import Output
from catalog.outputs.redirects import redirects
from catalog.outputs.sitemap import robots, sitemap
from catalog.outputs.windows import windows

OUTPUTS: tuple[Output, ...] = (redirects, sitemap, robots, windows)
