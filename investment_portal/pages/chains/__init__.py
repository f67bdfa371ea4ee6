"""Industry chains: page, map, position of a project in its chain."""
