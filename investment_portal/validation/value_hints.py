"""Hints for numbers and for yes and no that are written otherwise."""

import re
from collections.abc import Callable

from investment_portal.characters import HALF_WIDTH, without_invisible
from investment_portal.languages import NOTHING, Sentence
from investment_portal.models.quantities.spelled import respelled
from investment_portal.problems import suggested

YES = frozenset(["yes", "y", "true", "on", "1", "是", "有", "对", "已", "已完成", "完成", "已审查", "√", "✓", "✔", "x"])
NO = frozenset(["no", "n", "false", "off", "0", "否", "无", "没有", "不", "未", "未完成", "×", "✗"])
UNKNOWN = frozenset(
    ["不详", "待定", "未知", "未定", "暂无", "无", "n/a", "na", "tbd", "unknown", "none", "-", "--", "/", "?", "面议"]
)

_NUMBER = r"-?[0-9]+(?:\.[0-9]+)?"
_ABOUT = re.compile(
    r"(?:约|近|超过?|大约|逾|不少于|至少|不低于|不超过|about|approx\.?|over|at least|up to|ca\.?|>|<|≥|≤|~|>=|<=)\s*",
    re.IGNORECASE,
)
_AFTER = re.compile(r"\s*(?:左右|以上|以下|以内|多|余|\+)\s*")
_RANGE = re.compile(rf"({_NUMBER})\s*(?:-|–|—|~|～|至|到|\bto\b)\s*({_NUMBER})\D*")
_WITH_UNIT = re.compile(rf"({_NUMBER})\s*([^0-9.\s]\D*)")
_TEN_THOUSAND = re.compile(rf"({_NUMBER})\s*(万|亿|千|百|thousand|million|billion|k|m)\s*(\D*)", re.IGNORECASE)
_SCALES = {
    "百": 100,
    "千": 1000,
    "万": 10**4,
    "亿": 10**8,
    "thousand": 1000,
    "k": 1000,
    "million": 10**6,
    "m": 10**6,
    "billion": 10**9,
}

LEAVE_OUT = Sentence("不知道就删去这一项。", "Leave the entry out where nobody knows.")


def yes_no_hint(value: object) -> Sentence:
    """Return the hint for a value that should be true or false."""
    word = without_invisible(str(value)).translate(HALF_WIDTH).strip(" \u00a0“”\"'").lower()
    intended = "true" if word in YES else "false" if word in NO else ""
    if intended:
        return suggested(intended)
    return Sentence("是写 true，否写 false。", "Write true for yes, false for no.")


def number_hint(value: object, accepts: Callable[[str], bool]) -> Sentence:
    """Return the hint for a value that should be a number; ``accepts`` tells whether a number would do."""
    text = without_invisible(str(value)).translate(HALF_WIDTH).strip(" \u00a0“”\"'")
    if text.lower() in UNKNOWN:
        return LEAVE_OUT
    two = _RANGE.fullmatch(text)
    if two and accepts(two[1]):
        return Sentence(
            f"这里只写一个数：“{two[1]}”或“{two[2]}”。", f"Only one number stands here: “{two[1]}” or “{two[2]}”."
        )
    for intended, note in _corrections(text):
        if accepts(intended):
            return (
                Sentence(f"{note.zh}：是不是“{intended}”？", f"{note.en}: did you mean “{intended}”?")
                if note
                else suggested(intended)
            )
    if any(re.fullmatch(r"-?[0-9]+\.[0-9]+", intended) for intended, _ in _corrections(text)):
        return Sentence("这里写整数。", "A whole number stands here.")
    return NOTHING


ONLY_DIGITS = Sentence("只写数字", "Write the digits only")
NO_UNIT = Sentence("只写数字，不带单位", "Write the number without its unit")
NO_COMMA = Sentence("数字里不写逗号和空格", "Numbers take no commas and no spaces")
POINT = Sentence("小数点用“.”", "Decimals take a point")
NO_WORDS = Sentence("只写数字，“约”“以上”写进文字里", "Write the number alone, and “about” or “over” in a text")
WHOLE = Sentence("这里写整数", "A whole number stands here")


def _corrections(text: str) -> list[tuple[str, Sentence]]:
    """Return the numbers that a text can mean, each with what is to be left out."""
    meanings: list[tuple[str, Sentence]] = []
    bare = re.sub(r"(?<=[0-9])[, \u00a0'_](?=[0-9]{3}(?![0-9]))", "", text)
    pointed = re.sub(r"(?<=[0-9]),(?=[0-9]{1,2}(?![0-9]))", ".", bare)
    alone = _AFTER.sub("", _ABOUT.sub("", pointed, count=1), count=1).strip()
    meanings += [(text, NOTHING), (bare, NO_COMMA), (pointed, POINT), (alone, NO_WORDS)]
    if re.fullmatch(rf"{_NUMBER}", alone) and alone.endswith(".0"):
        meanings.append((alone.removesuffix(".0"), WHOLE))
    scaled = _TEN_THOUSAND.fullmatch(alone)
    if scaled:
        number = float(scaled[1]) * _SCALES[scaled[2].lower()]
        meanings.append((str(int(number)), ONLY_DIGITS))
    with_unit = _WITH_UNIT.fullmatch(alone)
    if with_unit:
        meanings.append((with_unit[1], NO_UNIT))
    for figure in respelled(alone):
        meanings.append((figure, ONLY_DIGITS))
        words = _WITH_UNIT.fullmatch(figure)
        if words:
            meanings.append((words[1], NO_UNIT))
    return meanings
