"""The rule about personal data, for hand-written pages: their front matter and code too."""

from collections.abc import Iterator

from msgspec.structs import replace

from investment_portal.pages.content_pages.rule import ContentPages, PageRule
from investment_portal.problems import Level, Problem
from investment_portal.validation.personal_numbers import Personal, personal_numbers
from investment_portal.validation.rules.personal_data import (
    DELETE_OR_NAME,
    IN_CONTACT,
    LIKE_IDENTITY,
    PERSONAL_DATA,
    REMOVE,
    refused,
)


def check_personal_data(content: ContentPages) -> Iterator[Problem]:
    """Find numbers that identify a person."""
    for page in content.pages:
        for number in personal_numbers(page.text):
            if not number.sure:
                like = page.problem(PERSONAL_DATA.id, number.start, LIKE_IDENTITY, DELETE_OR_NAME)
                yield replace(like, level=Level.WARNING)
                continue
            hint = IN_CONTACT if number.kind is Personal.MOBILE else REMOVE
            yield page.problem(PERSONAL_DATA.id, number.start, refused(number.kind), hint)


PERSONAL_DATA_OF_PAGES = PageRule(PERSONAL_DATA.id, PERSONAL_DATA.summary, check_personal_data)
"""The same rule as that of records."""
