"""Figures of both languages are compared by what they mean."""

import pytest

from investment_portal.validation.numbers_in_text import figures_apart


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("40 栋", "Forty halls"),
        ("两条线，25 人", "Two lines, twenty-five people"),
        ("2300 人", "two thousand three hundred people"),
        ("5 万千升", "50,000 kL"),
        ("年产 1.2 亿只", "120 million a year"),
        ("3-5 亿元", "CNY 300-500 million"),
        ("300 亩", "20 hectares"),
        ("22 亩", "22 mu (1.5 ha)"),
        ("1.5 万平方米", "1.5 ha"),
        ("约 3 万千伏安", "about 30 MVA"),
        ("2026-05-12", "12 May 2026"),
        ("2026年5月", "May 2026"),
        ("三成以内", "up to 30 %"),
        ("50%", "half"),
        ("六成半", "65 %"),
        ("下午 3 点", "15:00"),
        ("15:30", "3:30 p.m."),
        ("电话 0830-3123456", "phone +86 830 312 3456"),
        ("“十四五”规划", "14th Five-Year Plan"),
        ("二期", "Phase II"),
        ("第 1 号", "No. 1"),
        ("见 https://example.org/1", "see https://example.org/en/2"),
        ("年产五千万瓶", "50 million bottles a year"),
        ("总投资 5 亿元", "The investment"),
        ("三百年老窖", "An old cellar"),
        ("一期", "Phase one, of 2026"),
    ],
)
def test_agreeing(zh: str, en: str) -> None:
    """Other units and words are no difference, nor is a figure that one language leaves out."""
    assert not all(figures_apart(zh, en))


@pytest.mark.parametrize(
    ("zh", "en", "lacking", "instead"),
    [
        ("一期供地 600 亩", "Phase one takes 60 mu", "600", "60"),
        ("600 亩", "300 mu", "600", "300"),
        ("2026 年投产，用地 300 亩", "In production from 2027 on 20 hectares", "2026", "2027"),
        ("投资 1.2 亿元", "CNY 12 million", "1.2", "12"),
        ("60 亩", "600 mu", "60", "600"),
        ("六百亩", "60 mu", "六百", "60"),
        ("600 亩", "sixty mu", "600", "sixty"),
        ("一期 60 亩，二期 600 亩", "Phase one 60 mu, phase two 60 mu", "600", "60"),
        ("占 30%", "some 13 %", "30", "13"),
        ("１２ 层，12 部", "11 lifts, 11 floors", "12", "11"),
    ],
)
def test_differing(zh: str, en: str, lacking: str, instead: str) -> None:
    """A slip in one language is found."""
    sentence, other = figures_apart(zh, en)
    assert lacking in sentence
    assert instead in other
