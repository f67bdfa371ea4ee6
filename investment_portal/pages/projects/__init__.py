"""The column of projects: page, list, facets, shortcodes."""
