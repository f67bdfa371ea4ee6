"""How a site gets to its place."""
