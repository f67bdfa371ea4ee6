"""One page of every kind, as found on a built site."""

from tests.sites import Site

LISTS = (
    *("", "about/", "projects/", "policies/", "contacts/", "parks/", "chains/", "firms/", "events/", "notices/"),
    *("results/", "changes/", "archive/"),
)
RECORDS = ("project", "policy", "contact", "sector", "park", "chain", "firm", "event", "notice")
COLUMNS = {"policy": "policies"}

NAMES = (*(f"list-{address.strip('/') or 'home'}" for address in LISTS), *RECORDS, "not-found")
"""Names under which pictures are kept."""


def address_of(site: Site, name: str) -> str:
    """Give the address of the page that stands for a kind: a list, or the first record of its kind."""
    if name == "not-found":
        return "404.html"
    if name.startswith("list-"):
        return next(address for address in LISTS if (address.strip("/") or "home") == name.removeprefix("list-"))
    first = next(iter(site.catalog.records[name]))
    return f"{COLUMNS.get(name, f'{name}s')}/{first}/"
