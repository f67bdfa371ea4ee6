"""Serve: the site on this machine alone while staff write; each save shows at once, mistakes over the page."""
