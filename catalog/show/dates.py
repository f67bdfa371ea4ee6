"""Dates as each language writes them in full; a test holds them against Babel, too slow to import for a rebuild."""

from datetime import date

from catalog.languages import Language

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


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
