"""One page of every kind, as found on a built site."""

from investment_portal.models.kinds import KINDS
from tests.sites import Site

LISTS = (
    *("", "about/", "projects/", "policies/", "contacts/", "parks/", "chains/", "firms/", "events/", "notices/"),
    *("results/", "changes/", "archive/", "policies/matcher/", "policies/calendar/", "compare/", "shortlist/"),
    *("search/", "enquiry/", "meeting/", "network/", "guide/", "requirements/"),
)
RECORDS = tuple(kind.name for kind in KINDS.values() if kind.has_pages)


def _name(address: str) -> str:
    return f"list-{address.strip('/').replace('/', '-') or 'home'}"


NAMES = (*(_name(address) for address in LISTS), *RECORDS, "not-found")
"""Names under which pictures are kept."""


def address_of(site: Site, name: str) -> str:
    """Return the address of the page that stands for a kind: a list, or the first record of its kind."""
    if name == "not-found":
        return "404.html"
    if name.startswith("list-"):
        return next(address for address in LISTS if _name(address) == name)
    first = next(iter(site.catalog.records[name]))
    return KINDS[name].address(first)
