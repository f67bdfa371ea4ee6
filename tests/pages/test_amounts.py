"""Numbers on English pages: percent without a blank, converted sums rounded, the date of their rate on the page."""

import re

from tests.sites import Site

CONVERTED = re.compile(r"about USD[ \u00a0]([0-9][0-9,.]*)")
SIGNIFICANT = 3


def test_converted_sums_have_three_digits_and_a_dated_rate(real: Site) -> None:
    """An "about" is not more exact than its rate, and the page says of which day that is."""
    converted = 0
    for name, page in real.pages.items():
        if not name.startswith("en/"):
            continue
        numbers = CONVERTED.findall(page.html)
        for number in numbers:
            digits = number.rstrip(".,").replace(",", "").replace(".", "").lstrip("0")
            assert len(digits.rstrip("0") if "." not in number else digits) <= SIGNIFICANT, (name, number)
        if numbers:
            assert re.search(r"Conversions: USD 1 = CNY [0-9.]+ \(\d+ \w+ \d{4}\)", page.html), name
        converted += len(numbers)
    assert converted


def test_percent_is_written_in_one_way(real: Site) -> None:
    """As "2%"."""
    for name, page in real.pages.items():
        if name.startswith("en/"):
            text = re.sub(r"<(script|style|template)\b.*?</\1>|<[^>]*>", " ", page.html, flags=re.DOTALL)
            assert re.findall(r".{20}(?:\d[ \u00a0]%|per cent).{10}", text) == [], name
