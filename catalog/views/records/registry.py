"""The register of pages: a new kind of page is one file and one line here."""

from catalog.views.page import NumberedKind, PageKind
from catalog.views.records import chain, contact, event, firm, notice, park, policy, project, project_pages, sector

PAGE_KINDS: tuple[PageKind | NumberedKind, ...] = (
    project.KIND,
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
