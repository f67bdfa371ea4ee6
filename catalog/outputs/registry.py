"""The register of outputs: a new one is one file and one line here."""

from catalog.outputs.desk_routes import desk_routes
from catalog.outputs.names import names
from catalog.outputs.output import Output
from catalog.outputs.redirects import redirects
from catalog.outputs.sitemap import robots, sitemap

OUTPUTS: tuple[Output, ...] = (redirects, sitemap, robots, names, desk_routes)
