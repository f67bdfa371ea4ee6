"""Titles break between their words."""

import pytest
from markupsafe import Markup

from investment_portal.formatting.phrases import phrased, phrases


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("片式多层陶瓷电容器及被动元件基地", ["片式", "多层", "陶瓷", "电容器", "被动", "元件", "基地"]),
        ("可穿戴健康监测设备产业化融资", ["可穿戴", "健康", "监测", "设备", "产业化", "融资"]),
        ("江南科技产业园电子标准厂房招租", ["江南", "科技", "产业园", "电子", "标准", "厂房", "招租"]),
        ("储能电芯及系统集成制造基地", ["储能", "电芯", "系统", "集成", "制造", "基地"]),
        ("2020年9月项目集中签约仪式", ["2020年9月", "项目", "集中", "签约", "仪式"]),
    ],
)
def test_no_word_is_divided(title: str, words: list[str]) -> None:
    """Whatever the list does not know stays with its neighbours."""
    parts = phrases(title)
    assert "".join(parts) == title
    assert len(parts) > 2
    for word in words:
        assert any(word in part for part in parts), word


def test_titles_become_markup_where_they_may_break() -> None:
    """Texts without Chinese words stay texts, which templates escape."""
    assert phrased("汽车零部件产业园开发") == Markup('<span class="phrased">汽车<wbr>零部件<wbr>产业园<wbr>开发</span>')
    assert phrased("设备<b>投资补助") == Markup('<span class="phrased">设备&lt;b&gt;投资<wbr>补助</span>')
    for text in ("", "Capacitor <b>", "白酒产业园"):
        assert phrased(text) == text
        assert not isinstance(phrased(text), Markup)
