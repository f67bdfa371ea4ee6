"""Figures with bounds: what people write, how it is read, and that what a page shows is read again as the same."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from investment_portal.domain.totals import Bounds
from investment_portal.formatting.values import show
from investment_portal.languages import LANGUAGES, Language
from investment_portal.models.catalog import Catalog
from investment_portal.models.pack import pack, unpack
from investment_portal.models.project import Project
from investment_portal.models.quantities import (
    AreaRange,
    HeadcountRange,
    Money,
    MoneyRange,
    PercentRange,
    QuantityRange,
    YearsRange,
)
from investment_portal.models.quantities.currencies import CURRENCIES
from investment_portal.models.quantities.quantity import UnfitError, ValueRefusedError

Read = tuple[int | None, int | None, bool]
YI = 10**8


@pytest.mark.parametrize(
    ("typed", "currency", "read"),
    [
        ("3-5亿元", "CNY", (3 * YI, 5 * YI, False)),
        ("3–5 亿元", "CNY", (3 * YI, 5 * YI, False)),
        ("3~5亿元", "CNY", (3 * YI, 5 * YI, False)),
        ("3～5 亿元", "CNY", (3 * YI, 5 * YI, False)),
        ("3至5亿元", "CNY", (3 * YI, 5 * YI, False)),
        ("3 到 5 亿元", "CNY", (3 * YI, 5 * YI, False)),
        ("3亿-5亿元", "CNY", (3 * YI, 5 * YI, False)),
        ("3亿元—5亿元", "CNY", (3 * YI, 5 * YI, False)),
        ("5000万-1亿元", "CNY", (YI // 2, YI, False)),
        ("人民币3-5亿元", "CNY", (3 * YI, 5 * YI, False)),
        ("3,000-5,000 万元", "CNY", (3 * 10**7, 5 * 10**7, False)),
        ("USD 20-30 million", "USD", (2 * 10**7, 3 * 10**7, False)),
        ("USD 20 million to 30 million", "USD", (2 * 10**7, 3 * 10**7, False)),
        ("USD 20 million – USD 30 million", "USD", (2 * 10**7, 3 * 10**7, False)),
        ("HK$200-300m", "HKD", (2 * YI, 3 * YI, False)),
        ("约 3 亿元", "CNY", (3 * YI, 3 * YI, True)),
        ("3亿元左右", "CNY", (3 * YI, 3 * YI, True)),
        ("approx. CNY 300 million", "CNY", (3 * YI, 3 * YI, True)),
        ("约3-5亿元", "CNY", (3 * YI, 5 * YI, True)),
        ("不少于 3 亿元", "CNY", (3 * YI, None, False)),
        ("不低于3亿元", "CNY", (3 * YI, None, False)),
        ("3 亿元以上", "CNY", (3 * YI, None, False)),
        ("At least CNY 300 million", "CNY", (3 * YI, None, False)),
        ("CNY 300 million or more", "CNY", (3 * YI, None, False)),
        ("不超过 5 亿元", "CNY", (None, 5 * YI, False)),
        ("5亿元以内", "CNY", (None, 5 * YI, False)),
        ("up to USD 500m", "USD", (None, 5 * YI, False)),
        ("面议", "", (None, None, False)),
        ("Negotiable", "", (None, None, False)),
    ],
)
def test_sums_as_project_books_write_them(typed: str, currency: str, read: Read) -> None:
    """Ranges, about, at least, up to, open to negotiation, in both languages."""
    sum_ = MoneyRange.parse(typed)
    low, high = (int(bound.amount) if bound else None for bound in (sum_.low, sum_.high))
    assert (low, high, sum_.about) == read
    assert sum_.currency == currency
    assert sum_.typed == typed


@pytest.mark.parametrize(
    ("kind", "typed", "low", "high"),
    [
        (AreaRange, "300-500 亩", "300 亩", "500 亩"),
        (AreaRange, "2-3 万㎡", "2 万㎡", "3 万㎡"),
        (AreaRange, "1000 – 3000 sq ft", "1000 sq ft", "3000 sq ft"),
        (AreaRange, "20 to 30 acres", "20 acres", "30 acres"),
        (AreaRange, "不少于 20 公顷", "20 公顷", None),
        (AreaRange, "300亩以内", None, "300 亩"),
        (HeadcountRange, 300, "300", "300"),
        (HeadcountRange, "300-500 人", "300", "500"),
        (YearsRange, Decimal("5.5"), "5.5", "5.5"),
        (YearsRange, "5–7 年", "5", "7"),
        (PercentRange, "12-15 %", "12 %", "15 %"),
        (PercentRange, "12%以上", "12 %", None),
    ],
)
def test_measures_as_project_books_write_them(
    kind: type[QuantityRange[Any]], typed: object, low: str | None, high: str | None
) -> None:
    """Areas, people, years and shares have the same forms."""
    figure = kind.parse(typed)
    for bound, text in ((figure.low, low), (figure.high, high)):
        assert (bound and bound.parts[1:]) == (text and kind.of.parse(text).parts[1:])


@pytest.mark.parametrize(
    ("kind", "typed", "hint"),
    [
        (MoneyRange, "3-5亿", "是不是“3-5亿元”？"),
        (MoneyRange, "不少于3亿", "是不是“不少于3亿元”？"),
        (MoneyRange, "3亿余元", "是不是“3亿元以上”？"),
        (MoneyRange, "近3亿元", "是不是“约3亿元”？"),
        (MoneyRange, "约 3 亿元以上", "是不是“3 亿元以上”？"),
        (MoneyRange, "between 20 and 30 million USD", "是不是“USD 20-30 million”？"),
        (MoneyRange, "３-５亿元", "用半角数字和符号：“3-5亿元”。"),
        (MoneyRange, "3亿元-5亿美元", "前后两个数都写上单位，货币相同。"),
        (MoneyRange, "5-3亿元", "前后两个数都写上单位，货币相同。"),
        (MoneyRange, "待定", "尚不清楚的删去这一行；可以商谈的写“面议”。"),
        (MoneyRange, "TBD", "尚不清楚的删去这一行；可以商谈的写“面议”。"),
        (MoneyRange, "1.2 亿", "是不是“1.2 亿元”？"),
        (AreaRange, "300左右", "数字后面要写单位。"),
        (AreaRange, "面议", ""),
    ],
)
def test_slips_are_mended(kind: type[QuantityRange[Any]], typed: str, hint: str) -> None:
    """The hint is what must be written, as often as it can be known."""
    with pytest.raises(ValueRefusedError) as caught:
        kind.parse(typed)
    assert caught.value.hint.zh == hint


def test_limits() -> None:
    """A figure below nothing, and more years than anybody waits."""
    with pytest.raises(ValueRefusedError, match="negative"):
        MoneyRange.parse("-3 亿元")
    with pytest.raises(UnfitError):
        YearsRange.parse("7-120")


@st.composite
def ranges(draw: st.DrawFn) -> MoneyRange:
    """Draw sums with up to four decimals of their scale, of every currency and every form."""
    currency, scale = draw(st.sampled_from([*CURRENCIES])), 10 ** draw(st.sampled_from([4, 6, 8, 9]))
    numbers = sorted(draw(st.lists(st.integers(10**4, 999 * 10**4), min_size=2, max_size=2)))
    low, high = (Money("", Decimal(number) * scale / 10**4, currency) for number in numbers)
    pairs = [(low, low), (low, high), (low, None), (None, high), (None, None)]
    first, last = draw(st.sampled_from(pairs))
    return MoneyRange("", first, last, about=first is not None and last is not None and draw(st.booleans()))


@pytest.mark.parametrize("language", LANGUAGES)
@given(sum_=ranges())
def test_what_a_page_shows_is_read_as_the_same(language: Language, sum_: MoneyRange) -> None:
    """Form and currency are kept, and each bound up to what is rounded in its unit."""
    again = MoneyRange.parse(show(sum_, language))
    assert (again.about, again.currency) == (sum_.about, sum_.currency)
    for bound, other in ((sum_.low, again.low), (sum_.high, again.high)):
        assert (bound is None) == (other is None)
        if bound and other:
            assert abs(bound.amount - other.amount) <= bound.amount / 10**4


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9) | st.none()), min_size=2, max_size=2))
def test_bounds_are_compared_soundly(pairs: list[tuple[int, int | None]]) -> None:
    """Two figures overlap exactly where a number can be both; a part is beyond a whole only where it must be."""
    low_high = [(low, None if high is None else max(low, high)) for low, high in pairs]
    first, second = (Bounds(Decimal(low), None if high is None else Decimal(high)) for low, high in low_high)
    numbers = [{n for n in range(30) if low <= n and (high is None or n <= high)} for low, high in low_high]
    assert first.overlap(second) == bool(numbers[0] & numbers[1])
    assert first.may_be_below(second) == (min(numbers[0]) <= max(numbers[1]))


def test_a_figure_that_is_not_exact_may_be_a_tenth_off() -> None:
    """About three hundred million and 310 million agree; about three hundred million and 400 million do not."""
    about = Bounds(Decimal(300), Decimal(300), about=True)
    assert about.overlap(Bounds(Decimal(310), Decimal(310)))
    assert not about.overlap(Bounds(Decimal(400), Decimal(400)))


@given(sum_=ranges())
def test_caches_keep_bounds(tiny: Catalog, sum_: MoneyRange) -> None:
    """A packed record comes back with its bounds."""
    project = structs.replace(tiny.projects["bottling-line"], investment=sum_)
    assert unpack(Project, pack(project)) == project
