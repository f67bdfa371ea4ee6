"""Dates as each language writes them in full; a test holds them against Babel, too slow to import for a rebuild."""

from datetime import date

from investment_portal.languages import Language

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


SHORT = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec")
"""Months in short, as British English has them."""


def long_date(value: date, language: Language) -> str:
    """Write a day: ``2026年11月9日``, ``9 November 2026``."""
    if language == "zh":
        return f"{value.year}年{value.month}月{value.day}日"
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def month(value: date, language: Language) -> str:
    """Write a month: ``2026年11月``, ``November 2026``."""
    if language == "zh":
        return f"{value.year}年{value.month}月"
    return f"{MONTHS[value.month - 1]} {value.year}"


QUARTERS = "一二三四"


def quarter(year: int, number: int, language: Language) -> str:
    """Write a quarter: ``2027年第二季度``, ``Q2 2027``."""
    if language == "zh":
        return f"{year}年第{QUARTERS[number - 1]}季度"
    return f"Q{number} {year}"


def short_month(value: date, language: Language) -> str:
    """Write a month without its year, in short: ``11月``, ``Nov``."""
    return f"{value.month}月" if language == "zh" else SHORT[value.month - 1]


def day_of_year(value: date, language: Language) -> str:
    """Write a day without its year: ``11月9日``, ``9 November``."""
    return f"{value.month}月{value.day}日" if language == "zh" else f"{value.day} {MONTHS[value.month - 1]}"
