"""Every other sort of value, in both languages."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from investment_portal.formatting.markdown import rich
from investment_portal.formatting.values import show
from investment_portal.languages import LANGUAGES
from investment_portal.models.controlled_values import ProjectKind
from investment_portal.models.quantities import Days, Percent
from investment_portal.models.quantities.dates import PartialDate
from investment_portal.models.text import Text


@pytest.mark.parametrize(
    ("value", "zh", "en"),
    [
        ("样政发〔2025〕1号", "样政发〔2025〕1号", "样政发〔2025〕1号"),
        (True, "是", "yes"),
        (False, "否", "no"),
        (1234, "1,234", "1,234"),
        (Decimal("12.50"), "12.5", "12.5"),
        (Percent.parse("106.5 %"), "106.5%", "106.5%"),
        (Days.parse("1 天"), "1 天", "1 day"),
        (Days.parse("90 days"), "90 天", "90 days"),
        (Days.parse("6 个月"), "6 个月", "6 months"),
        (date(2020, 3, 18), "2020年3月18日", "18 March 2020"),
        (PartialDate(2020, 3, 18), "2020年3月18日", "18 March 2020"),
        (PartialDate(2019, 11), "2019年11月", "November 2019"),
        (PartialDate(2021), "2021年", "2021"),
        (ProjectKind.LAND, "土地", "Land"),
        (Text(zh="中文", en="English"), "中文", "English"),
    ],
)
def test_values(value: Any, zh: str, en: str) -> None:
    """One door for all of them."""
    shown = [show(value, language).replace("\u00a0", " ") for language in LANGUAGES]
    assert shown == [zh, en]


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_untaught_sort_is_our_bug(language: str) -> None:
    """Nothing reaches a page by ``str()``."""
    with pytest.raises(TypeError, match="cannot show a object"):
        show(object(), language)  # type: ignore[arg-type]


@given(st.dates(min_value=date(1000, 1, 1), max_value=date(2200, 12, 31)))
def test_dates_keep_their_figures(day: date) -> None:
    """Year, month and day stand in the Chinese, year and day in the English."""
    assert show(day, "zh") == f"{day.year}年{day.month}月{day.day}日"
    assert show(day, "en").split()[::2] == [str(day.day), str(day.year)]


@given(st.text())
def test_prose_never_becomes_a_tag(text: str) -> None:
    """Angle brackets of staff are shown as typed."""
    allowed = ("p", "/p", "ul", "/ul", "ol", "/ol", "li", "/li", "strong", "/strong", "em", "/em", "br", "a ", "/a")
    tables = ("table", "/table", "thead", "/thead", "tbody", "/tbody", "tr", "/tr", "th", "/th", "td", "/td", "ol ")
    for piece in str(rich(text)).split("<")[1:]:
        assert piece.startswith((*allowed, *tables)), piece


@pytest.mark.parametrize("link", ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x"])
def test_prose_has_no_scripts_behind_links(link: str) -> None:
    """Such a link stays plain text."""
    assert "<a" not in rich(f"[x]({link})")


@given(st.dates(min_value=date(1000, 1, 1), max_value=date(2200, 12, 31)))
def test_dates_are_written_as_babel_writes_them(day: date) -> None:
    """Which knows how each language does, but takes long to import."""
    from babel.dates import format_date  # noqa: PLC0415 - nothing but this test needs it

    month = PartialDate(day.year, day.month)
    assert show(day, "zh") == format_date(day, "long", locale="zh_CN")
    assert show(day, "en") == format_date(day, "long", locale="en_GB")
    assert show(month, "zh") == format_date(day, "yyyy年M月", locale="zh_CN")
    assert show(month, "en") == format_date(day, "MMMM yyyy", locale="en_GB")
