"""Converted sums, and the date of a rate that should have been renewed."""

from datetime import date

from investment_portal.components.context import Context
from investment_portal.components.fields import converted, old_rates
from investment_portal.formatting.words import read_words
from investment_portal.languages import Language
from investment_portal.models.catalog import Catalog
from investment_portal.models.quantities import Money
from tests.overlay import PORTAL

LAST_DAY = date(2027, 6, 1)
"""A year after the date of the tiny portal's rate."""

AFTER = date(2027, 6, 2)


def about(catalog: Catalog, day: date, language: Language, sum_: str) -> str:
    """Return what stands beside a sum on a day."""
    text = converted(Context(catalog, day, language, read_words(PORTAL, language)), Money.parse(sum_))
    return text.replace("\xa0", " ")


def test_an_old_rate_is_shown_with_its_date(tiny: Catalog) -> None:
    """From the day after the one until which it is recent; the sum itself stays."""
    assert about(tiny, LAST_DAY, "en", "7.1 亿元") == "about USD 100 million"
    assert about(tiny, AFTER, "en", "7.1 亿元") == "about USD 100 million (rate of 1 June 2026)"
    assert about(tiny, LAST_DAY, "zh", "USD 1 million") == "约 710 万元"
    assert about(tiny, AFTER, "zh", "USD 1 million") == "约 710 万元（按 2026年6月1日汇率）"
    assert about(tiny, AFTER, "zh", "7.1 亿元") == ""


def test_scripts_get_the_date_of_old_rates_alone(tiny: Catalog) -> None:
    """By currency, as pages write it."""
    words = read_words(PORTAL, "en")
    assert old_rates(Context(tiny, LAST_DAY, "en", words)) == {}
    assert old_rates(Context(tiny, AFTER, "en", words)) == {"USD": "1 June 2026"}
