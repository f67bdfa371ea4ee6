"""The rule about personal data, for hand-written pages: their front matter and code too."""

from collections.abc import Iterator

from investment_portal.pages.content_pages.rule import ContentPages, PageRule
from investment_portal.problems import Problem
from investment_portal.validation.personal_numbers import Personal, personal_numbers
from investment_portal.validation.rules.personal_data import IN_CONTACT, PERSONAL_DATA, REMOVE, refused


def check_personal_data(content: ContentPages) -> Iterator[Problem]:
    """Find numbers that identify a person."""
    for page in content.pages:
        for number in personal_numbers(page.text):
            hint = IN_CONTACT if number.kind is Personal.MOBILE else REMOVE
            yield page.problem(PERSONAL_DATA.id, number.start, refused(number.kind), hint)


PERSONAL_DATA_OF_PAGES = PageRule(PERSONAL_DATA.id, PERSONAL_DATA.summary, check_personal_data)
"""The same rule as that of records."""
