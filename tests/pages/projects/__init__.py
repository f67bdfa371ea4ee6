"""The list of projects and the search of the whole site, as investors use them."""
