"""The number that works for a reader, and what to dial elsewhere."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from investment_portal.formatting.phones import NO_PHONE, main_phone
from investment_portal.formatting.words import read_words
from investment_portal.languages import Language
from investment_portal.validation.record_reader import read_portal
from tests.overlay import PORTAL

CATALOG = read_portal(PORTAL).catalog
BUREAU = CATALOG.contacts["bureau"]


@pytest.mark.parametrize(
    ("language", "fields", "text", "note"),
    [
        ("zh", {"phone": "+86 10 0000 0001", "extension": "801"}, "+86 10 0000 0001 转 801", ""),
        ("en", {"phone": "+86 10 0000 0001;ext=801"}, "+86 10 0000 0001 ext. 801", ""),
        ("zh", {"phone": "12345"}, "12345", "仅限中国内地拨打"),
        (
            "zh",
            {"phone": "12345", "phone_from_outside": "+86 830 12345"},
            "+86 830 12345",
            "样例市本地可直接拨 12345",
        ),
        (
            "en",
            {"phone": "12345", "phone_from_outside": "+86 830 12345", "phone_from_abroad": "+86 830 000 0001"},
            "+86 830 000 0001",
            "Within Sample City dial 12345; within China dial +86 830 12345",
        ),
        (
            "zh",
            {"phone": "400-000-0000", "phone_from_abroad": "+86 830 000 0001"},
            "400-000-0000",
            "从境外请拨 +86 830 000 0001",
        ),
        ("en", {"phone": "400-000-0000"}, "400-000-0000", "Within mainland China only"),
    ],
)
def test_the_number_of_a_page(language: Language, fields: dict[str, str], text: str, note: str) -> None:
    """Readers of Chinese are in China, others abroad."""
    contact = replace(BUREAU, **{"phone": None, **fields})
    shown = main_phone(read_words(Path(PORTAL), language), contact, CATALOG.site)
    assert (shown.text, shown.note) == (text, note)


def test_a_contact_without_a_number() -> None:
    """It has a mail address."""
    assert main_phone(read_words(Path(PORTAL), "en"), replace(BUREAU, phone=None), CATALOG.site) == NO_PHONE
