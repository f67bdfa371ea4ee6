"""The column of contacts: page, routes, route finder, network."""
