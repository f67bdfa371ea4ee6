"""The register of outputs: a new one is one file and one line here."""

from catalog.outputs.events import calendars
from catalog.outputs.feed import feeds
from catalog.outputs.output import Output
from catalog.outputs.redirects import redirects
from catalog.outputs.sitemap import robots, sitemap

OUTPUTS: tuple[Output, ...] = (redirects, sitemap, robots, feeds, calendars)
