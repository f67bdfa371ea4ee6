"""Figures in words, as clerks write them, are proposed in the digits that the field takes."""

import pytest

from investment_portal.models.quantities import Area, Days, Money, Percent, UnitPrice
from investment_portal.models.quantities.number import Headcount, Years
from investment_portal.models.quantities.quantity import ValueRefusedError
from investment_portal.models.quantities.ranges import (
    AreaRange,
    HeadcountRange,
    MoneyRange,
    PercentRange,
    YearsRange,
)

WRITTEN = (
    (Percent, "5 per cent", "5 %"),
    (Percent, "five percent", "5 %"),
    (Percent, "百分之五", "5 %"),
    (Percent, "百分之十二点五", "12.5 %"),
    (Percent, "3成", "30 %"),
    (Percent, "三成五", "35 %"),
    (Percent, "千分之三", "0.3 %"),
    (Percent, "5‰", "0.5 %"),
    (Percent, "百分之五左右", "5 %"),
    (PercentRange, "百分之五至百分之十", "5 %至10 %"),
    (PercentRange, "约百分之五", "约5 %"),
    (Days, "30 个工作日", "42 天"),
    (Days, "三十个工作日", "42 天"),
    (Days, "30 working days", "42 天"),
    (Days, "半年", "6 个月"),
    (Days, "一年半", "1.5 年"),
    (Days, "两周", "14 天"),
    (Days, "每季度", "90 天"),
    (Days, "within 60 days", "60 days"),
    (Days, "monthly", "1 个月"),
    (Money, "五千万元", "5000 万元"),
    (Money, "壹仟万元整", "1000 万元"),
    (Money, "1亿2000万元", "1.2 亿元"),
    (Money, "二点五亿元", "2.5 亿元"),
    (Money, "两千万美元", "2000 万美元"),
    (Money, "USD five million", "USD 5 million"),
    (Money, "fifty million yuan", "CNY 50 million"),
    (Money, "5000w", "5000 万元"),
    (Money, "￥1.2亿", "1.2 亿元"),
    (Money, "总投资1.2亿元", "1.2 亿元"),
    (Money, "约合1.2亿元", "1.2 亿元"),
    (MoneyRange, "1.2亿元/年", "1.2 亿元"),
    (MoneyRange, "约五千万元", "约5000 万元"),
    (MoneyRange, "三五千万", "3000 万至5000 万元"),
    (MoneyRange, "三至五亿元", "3至5 亿元"),
    (MoneyRange, "five to ten million yuan", "CNY 5 to 10 million"),
    (MoneyRange, "half a billion dollars", "USD 0.5 billion"),
    (Area, "三百亩", "300 亩"),
    (Area, "一万平方米", "1 万平方米"),
    (AreaRange, "300亩地", "300亩"),
    (AreaRange, "two hundred mu of land", "200 mu"),
    (AreaRange, "一百二十亩左右", "120 亩左右"),
    (Headcount, "三百人", "300 人"),
    (HeadcountRange, "300余人", "300 人以上"),
    (HeadcountRange, "两三百人", "200至300 人"),
    (HeadcountRange, "1.2万人", "12000 人"),
    (HeadcountRange, "500 employees", "500 jobs"),
    (Years, "六年半", "6.5 年"),
    (YearsRange, "五到七年", "5到7 年"),
    (YearsRange, "5-7 yrs", "5-7 years"),
    (UnitPrice, "每亩三十万元", "30 万元/亩"),
    (UnitPrice, "每平方米每月15元", "15元/平方米/月"),
    (UnitPrice, "15 yuan per square metre per month", "CNY 15 per m² per month"),
)


@pytest.mark.parametrize(("field", "typed", "intended"), WRITTEN)
def test_the_figure_is_proposed_in_digits(field: type[Money], typed: str, intended: str) -> None:
    """The proposal is one that the field takes; the qualifier of a range stays."""
    with pytest.raises(ValueRefusedError) as refused:
        field.parse(typed)
    assert (refused.value.hint.zh, refused.value.hint.en) == (f"是不是“{intended}”？", f"Did you mean “{intended}”?")
    assert field.parse(intended)


@pytest.mark.parametrize("typed", ["一二三木头人", "百分之几", "若干万元", "several million", "点", "千万", "一" * 70])
def test_what_is_no_figure_gets_no_proposal(typed: str) -> None:
    """Words with a numeral in them are no figure."""
    for field in (Percent, Days, Money, Area):
        with pytest.raises(ValueRefusedError) as refused:
            field.parse(typed)
        assert not refused.value.hint or typed not in refused.value.hint.zh
