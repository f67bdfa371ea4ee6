"""The register of duties: a new duty is one function and one line in its file."""

from investment_portal.domain.compliance import columns, filings, pages, records
from investment_portal.domain.compliance.duty import Duty

DUTIES: tuple[Duty, ...] = (*filings.DUTIES, *columns.DUTIES, *pages.DUTIES, *records.DUTIES)

DUTIES_BY_KEY = {duty.key: duty for duty in DUTIES}
