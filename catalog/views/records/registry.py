"""The register of pages: a new kind of page is one file and one line here."""

from catalog.views.page import NumberedKind, PageKind
from catalog.views.records import chain, contact, event, firm, notice, park, policy, project_pages, sector

PROJECTS = "projects"
"""The column of project pages, which ``investment_portal/pages/projects`` renders from their fragments."""

PAGE_KINDS: tuple[PageKind | NumberedKind, ...] = (
    project_pages.KIND,
    policy.KIND,
    contact.KIND,
    sector.KIND,
    chain.KIND,
    park.KIND,
    firm.KIND,
    event.KIND,
    notice.KIND,
)

COLUMNS = frozenset({PROJECTS, *(kind.column for kind in PAGE_KINDS)})
"""Columns whose pages have a layout."""
