"""The rule about questioned wording, for hand-written pages; their front matter holds the reviews that allow some."""

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from investment_portal.languages import Sentence
from investment_portal.models.careful import MistakesError
from investment_portal.models.convert import convert
from investment_portal.models.reviewed_wording import ReviewedWording
from investment_portal.pages.content_pages.page import ContentPage
from investment_portal.pages.content_pages.rule import ContentPages, PageRule
from investment_portal.problems import Level, Problem
from investment_portal.validation.fair_competition.categories import CATEGORIES
from investment_portal.validation.fair_competition.records import Questioned, split_reviewed
from investment_portal.validation.fair_competition.search import matches_in
from investment_portal.validation.rules.fair_competition import (
    FAIR_COMPETITION,
    REVIEWED_WORDING,
    STALE_HINT,
    rules_hint,
    stale_sentence,
    wording_sentence,
)

KEY = "reviewed_wording"
MALFORMED = Sentence(
    "页面开头的 reviewed_wording 写法不对。", "The reviewed_wording of the front matter is not written as it must be."
)
FORM = Sentence(
    "同记录一样，每条写 category、reason（zh、en）、by（zh、en）、on，可写 text。",
    "As in records, each entry has category, reason (zh, en), by (zh, en) and on, and may have text.",
)


REVIEWS = re.compile(rf"^{KEY}:.*\n(?:[ \t-].*\n|\n)*", re.MULTILINE)


def reviews_of_page(page: ContentPage) -> Sequence[ReviewedWording] | None:
    """Return the reviews in the front matter of a page; None where they are malformed."""
    try:
        reviews: list[ReviewedWording] = convert(list[ReviewedWording], page.front.get(KEY) or [])
    except MistakesError:
        return None
    return reviews


def questioned_in_page(page: ContentPage) -> list[Questioned]:
    """Return the questioned wording of a page, with its place in the text as its path."""
    text = _without_reviews(page)
    return [
        Questioned(match.category, (match.start,), text[match.start : match.end], (_paragraph(text, match.start),))
        for match in matches_in(text, page.language)
    ]


def _without_reviews(page: ContentPage) -> str:
    """Return the text of a page with the reviews of its front matter blanked out, each sign still at its place."""
    if KEY not in page.front:
        return page.text
    return REVIEWS.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), page.text, count=1)


def _paragraph(text: str, offset: int) -> str:
    start, end = text.rfind("\n\n", 0, offset), text.find("\n\n", offset)
    return text[start + 1 : end if end >= 0 else len(text)]


def check_fair_competition(content: ContentPages) -> Iterator[Problem]:
    """Find questioned wording that nobody has reviewed, and reviews that are malformed."""
    for page in content.pages:
        reviews = reviews_of_page(page)
        if reviews is None:
            yield Problem(page.file, 1, 1, FAIR_COMPETITION.id, KEY, MALFORMED, FORM)
        for part in split_reviewed(questioned_in_page(page), reviews or ())[0]:
            sentence, hint = wording_sentence(part.category, part.quoted), rules_hint(part.category)
            problem = page.problem(FAIR_COMPETITION.id, int(part.path[0]), sentence, hint)
            yield replace(problem, level=CATEGORIES[part.category].level)


def check_reviewed_wording(content: ContentPages) -> Iterator[Problem]:
    """Find reviews of pages that cover nothing any more."""
    for page in content.pages:
        reviews = reviews_of_page(page) or ()
        for place in split_reviewed(questioned_in_page(page), reviews)[1] if reviews else ():
            sentence = stale_sentence(reviews[place])
            yield Problem(page.file, 1, 1, REVIEWED_WORDING.id, KEY, sentence, STALE_HINT, Level.WARNING)


FAIR_COMPETITION_OF_PAGES = PageRule(FAIR_COMPETITION.id, FAIR_COMPETITION.summary, check_fair_competition)
REVIEWED_WORDING_OF_PAGES = PageRule(REVIEWED_WORDING.id, REVIEWED_WORDING.summary, check_reviewed_wording)
"""The same rules as those of records."""
