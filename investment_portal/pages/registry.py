"""The register of page kinds: a new kind is one file and one line here."""

from investment_portal.pages.chains import page as chains_page
from investment_portal.pages.contacts import page as contacts_page
from investment_portal.pages.events import page as events_page
from investment_portal.pages.firms import page as firms_page
from investment_portal.pages.notices import page as notices_page
from investment_portal.pages.page_kind import registered
from investment_portal.pages.parks import page as parks_page
from investment_portal.pages.policies import page as policies_page
from investment_portal.pages.projects import list_pages
from investment_portal.pages.sectors import page as sectors_page

PROJECTS = "projects"
"""The column of project pages, which ``investment_portal/pages/projects`` renders from their fragments."""

PAGE_KINDS = registered(
    list_pages.KIND,
    policies_page.KIND,
    contacts_page.KIND,
    sectors_page.KIND,
    chains_page.KIND,
    parks_page.KIND,
    firms_page.KIND,
    events_page.KIND,
    notices_page.KIND,
    besides=(PROJECTS,),
)

PAGE_COLUMNS = frozenset({PROJECTS, *(kind.column for kind in PAGE_KINDS)})
"""Columns whose pages have a layout."""
