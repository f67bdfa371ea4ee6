"""The register of outputs: a new one is one file and one line here."""

from catalog.outputs import compare, feed, names, project_data, redirects, search_data, sitemap
from catalog.outputs.cards import cards
from catalog.outputs.events import calendars
from catalog.outputs.output import Output
from catalog.outputs.windows import windows

OUTPUTS: tuple[Output, ...] = (
    redirects.OUTPUT,
    sitemap.OUTPUT,
    Output(sitemap.robots),
    Output(windows),
    feed.OUTPUT,
    Output(calendars),
    Output(cards),
    names.OUTPUT,
    compare.OUTPUT,
    project_data.INDEX,
    project_data.TEXTS,
    search_data.OUTPUT,
)
