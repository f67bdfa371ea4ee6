"""The rule about forbidden terms, for hand-written pages."""

from collections.abc import Iterator

from investment_portal.pages.content_pages.rule import ContentPages, PageRule
from investment_portal.problems import Problem
from investment_portal.validation.rules.policies import FORBIDDEN_TERMS, FORBIDDEN_TERMS_HINT, forbidden_term


def check_forbidden_terms(content: ContentPages) -> Iterator[Problem]:
    """Find the first place of each forbidden term in a page."""
    for page in content.pages:
        for term in content.catalog.site.forbidden_terms:
            offset = page.text.find(term)
            if offset >= 0:
                yield page.problem(FORBIDDEN_TERMS.id, offset, forbidden_term(term), FORBIDDEN_TERMS_HINT)


FORBIDDEN_TERMS_OF_PAGES = PageRule(FORBIDDEN_TERMS.id, FORBIDDEN_TERMS.summary, check_forbidden_terms)
"""The same rule as that of records."""
