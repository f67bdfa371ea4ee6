"""The register of outputs: a new one is one file and one line here."""

from catalog.outputs.output import Output
from catalog.outputs.project_data import project_data
from catalog.outputs.redirects import redirects
from catalog.outputs.search_data import search_data
from catalog.outputs.sitemap import robots, sitemap

OUTPUTS: tuple[Output, ...] = (redirects, sitemap, robots, project_data, search_data)
