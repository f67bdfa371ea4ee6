"""The register of outputs: a new one is one file and one line here."""

from catalog.outputs.cards import cards
from catalog.outputs.compare import compare_data
from catalog.outputs.events import calendars
from catalog.outputs.feed import feeds
from catalog.outputs.names import names
from catalog.outputs.output import Output
from catalog.outputs.project_data import project_data
from catalog.outputs.redirects import redirects
from catalog.outputs.search_data import search_data
from catalog.outputs.sitemap import robots, sitemap
from catalog.outputs.windows import windows

OUTPUTS: tuple[Output, ...] = (
    redirects,
    sitemap,
    robots,
    windows,
    feeds,
    calendars,
    cards,
    names,
    compare_data,
    project_data,
    search_data,
)
