"""Numbers that a text mentions, however each language writes them, and those that the other language lacks.

``5 万千升`` and ``50,000 kL``, ``40 栋`` and ``Forty``, ``300 亩`` and ``20 hectares`` are the same. Only numbers in
digits need a counterpart; numbers in words can be one.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

Values = set[Decimal]

ZH_SCALES = {"百": 10**2, "千": 10**3, "万": 10**4, "亿": 10**8}
EN_SCALES = {
    "hundred": 10**2, "thousand": 10**3, "k": 10**3, "million": 10**6, "mn": 10**6, "m": 10**6, "billion": 10**9,
    "bn": 10**9, "trillion": 10**12, "tn": 10**12, "dozen": 12,
}  # fmt: skip

NUMBER = r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?"
MU, HECTARE = Decimal(10**4) / 15, Decimal(10**4)
CONVERSIONS: dict[str, tuple[Decimal, ...]] = {
    "亩": (1 / Decimal(15), MU, MU / 10**6),
    "公顷": (Decimal(15), HECTARE, 1 / Decimal(100)),
    "平方米": (1 / MU, 1 / HECTARE, 1 / Decimal(10**6)),
    "㎡": (1 / MU, 1 / HECTARE, 1 / Decimal(10**6)),
    "平方公里": (Decimal(1500), Decimal(100), Decimal(10**6)),
    "瓦": (1 / Decimal(10**3), 1 / Decimal(10**6)),
    "伏安": (1 / Decimal(10**3), 1 / Decimal(10**6)),
    "斤": (1 / Decimal(2), 1 / Decimal(2000)),
}
"""Units of a Chinese text that the English may convert, and the factors: areas, power, jin into kilograms."""

UNIT = "|".join(CONVERSIONS)
ZH_NUMBER = re.compile(rf"({NUMBER})(?=(?:\s?[-–—~～至到]\s?(?:{NUMBER}))?\s?多?余?([十百千万亿]*)(成?)\s?({UNIT})?)")
EN_NUMBER = re.compile(
    rf"({NUMBER})(?=(?:\s?(?:[-–—]|to|and)\s?(?:{NUMBER}))?[\s-]?"
    r"((?:[Hh]undred|[Tt]housand|[MmBb]illion|[Tt]rillion|[Dd]ozen|[Mm]n|[Bb]n|[Tt]n|[KkMm])\b)?(\s?[Pp]\.?[Mm])?)"
)
"""A number in digits, with the word of its scale behind it or behind the range that it begins."""

TYPED = re.compile(r"[0-9]+(?:\.[0-9]+)?")

ZH_DIGITS = {
    sign: value
    for value, signs in enumerate(("零〇", "一", "二两双", "三", "四", "五", "六", "七", "八", "九"))
    for sign in signs
}
ZH_WORD = re.compile(f"[{''.join(ZH_DIGITS)}十百千万亿半]+")
ZH_TENTHS = re.compile("([一二两三四五六七八九])成(半|[一二三四五六七八九](?!年))?")
ZH_FIVE_YEARS = re.compile("十([一二三四五六七八九])五")
CLOCK = frozenset(":：点时")
NOON, MIDNIGHT = 12, 24
ZH_LATER = re.compile(r"(?:下午|晚上|傍晚|中午)\s?\Z")

EN_NUMERALS = (
    "zero no none nil", "one first a an single once each", "two second double twice both pair", "three third triple",
    "four fourth", "five fifth", "six sixth", "seven seventh", "eight eighth", "nine ninth", "ten tenth",
    "eleven eleventh", "twelve twelfth dozen", "thirteen thirteenth", "fourteen fourteenth", "fifteen fifteenth",
    "sixteen sixteenth", "seventeen seventeenth", "eighteen eighteenth", "nineteen nineteenth",
)  # fmt: skip
MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
EN_WORDS: dict[str, int] = {
    **{word: value for value, words in enumerate(EN_NUMERALS) for word in words.split()},
    **{month: value for value, month in enumerate(MONTHS, 1)},
    "ii": 2,
    "iii": 3,
    "iv": 4,
    "v": 5,
    "vi": 6,
    "vii": 7,
    "viii": 8,
    "ix": 9,
    "x": 10,
}
EN_TENS = {
    word: 10 * value
    for value, word in enumerate(("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"), 2)
}
EN_WORD = re.compile(r"[a-z]+", re.IGNORECASE)
EN_NUMBER_WORDS = "|".join((*EN_TENS, *EN_SCALES, *(word for words in EN_NUMERALS[1:] for word in words.split())))
EN_GOES_ON = re.compile(rf"[\s-]+(?:and\s+)?(?:{EN_NUMBER_WORDS})\b", re.IGNORECASE)
"""The next word of a number."""

SHARES = {"half": (Decimal("0.5"), Decimal(50)), "quarter": (Decimal("0.25"), Decimal(25))}

APART = re.compile(
    r"https?://\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\+\d[\d ()-]{5,}\d|(?<!\d)0\d{2,3}[- ]\d{7,8}(?:-\d+)?"
    r"|(?<!\d)[48]00[- ]?\d{3}[- ]?\d{4}|(?<=\d):00\b"
)
"""Addresses, phone numbers and full hours, which each language may write its own way."""

HALF_WIDTH = {0xFF0E: ".", 0xFF05: "%", **{0xFF10 + digit: str(digit) for digit in range(10)}}

TOLERANCE = Decimal("0.05")
"""Share by which a converted figure may differ, as it is rounded."""


@lru_cache(4096)  # records of one kind share many sentences
def figures_apart(zh: str, en: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the numbers of the Chinese that the English lacks, and those that it has instead, as typed."""
    typed = TYPED.findall(zh)
    there = {*TYPED.findall(en.replace(",", "") if "," in en else en)}
    if there.issuperset(typed) and (typed or not there):
        return (), ()
    # Most that are left are 5 万 and 50,000: the rest of the work is for few texts.
    in_zh = list(_zh_numbers(zh))
    if in_zh and all(any(_digits(value) in there for value in mention.values) for mention in in_zh):
        return (), ()
    if not _compare(zh, en, in_zh)[0]:
        return (), ()
    zh, en = APART.sub(" ", zh.translate(HALF_WIDTH)), APART.sub(" ", en)
    return _compare(zh, en, list(_zh_numbers(zh)))


def _digits(value: Decimal) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _compare(zh: str, en: str, in_zh: "list[Mention]") -> tuple[tuple[str, ...], tuple[str, ...]]:
    in_en = list(_en_numbers(en))
    there = {value for mention in in_en for value in mention.values}
    lacking = _without(in_zh, there)
    words_zh, words_en = list(_zh_words(zh)), list(_en_words(en))
    lacking = _without(
        [*lacking, *filter(_is_figure, words_zh)], there.union(*(mention.values for mention in words_en))
    )
    lacking = [mention for mention in lacking if not _close(_converted(mention), there)]
    if not lacking:
        return (), ()
    others = {value for mention in (*in_zh, *words_zh) for value in mention.values}
    converted = {value for mention in in_zh for value in _converted(mention)}
    instead = _without([*in_en, *filter(_is_figure, words_en)], others)
    instead = [mention for mention in instead if not _close(mention.values, converted)]
    return (_typed(lacking), _typed(instead or _repeated(in_en, in_zh)))


def _repeated(mentions: "list[Mention]", others: "list[Mention]") -> "list[Mention]":
    """Return the numbers that stand more often here than there."""
    return [
        mention
        for mention in mentions
        if sum(bool(mention.values & other.values) for other in mentions)
        > sum(bool(mention.values & other.values) for other in others)
        > 0
    ]


class Mention(NamedTuple):
    """A number as typed, the values that it can stand for, and its unit."""

    typed: str
    values: Values
    unit: str = ""


def _typed(mentions: list[Mention]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(mention.typed for mention in mentions))


def _without(mentions: list[Mention], others: Values) -> list[Mention]:
    return [mention for mention in mentions if not mention.values & others]


def _converted(mention: Mention) -> Values:
    return {value * factor for value in mention.values for factor in CONVERSIONS.get(mention.unit, ())}


def _close(values: Values, others: Values) -> bool:
    return any(abs(value - other) <= TOLERANCE * other for value in values for other in others if other)


def _zh_numbers(text: str) -> Iterator[Mention]:
    for match in ZH_NUMBER.finditer(text):
        typed, scale, tenths, unit = match.groups()
        number = Decimal(typed.replace(",", ""))
        values = {number}
        for sign in scale:  # each step counts: the last may belong to the unit, as in 万千瓦
            number *= ZH_SCALES.get(sign, 10)
            values.add(number)
        if tenths:
            values.add(number * 10)
        if ZH_LATER.search(text, max(0, match.start() - 3), match.start()):
            values.add(number + 12)
        if NOON < number < MIDNIGHT and text[match.end() : match.end() + 1] in CLOCK:
            values.add(number - 12)
        yield Mention(typed, values, unit or "")


def _en_numbers(text: str) -> Iterator[Mention]:
    for match in EN_NUMBER.finditer(text):
        typed, scale, later = match.groups()
        number = Decimal(typed.replace(",", ""))
        values = {number}
        if scale:
            values.add(number * EN_SCALES[scale.lower()])
        if later:
            values.add(number + 12)
        yield Mention(typed, values)


def _is_figure(mention: Mention) -> bool:
    """Return whether a number in words counts something, rather than being part of a phrase."""
    return mention.unit == FIGURE


FIGURE = "figure"
SMALLEST_FIGURE = 10


def _zh_words(text: str) -> Iterator[Mention]:
    """Yield the numbers in words, each with its value and those of its parts."""
    for match in ZH_FIVE_YEARS.finditer(text):
        yield Mention(match[0], {Decimal(10 + ZH_DIGITS[match[1]])})
    for match in ZH_TENTHS.finditer(text):
        share = 10 * ZH_DIGITS[match[1]] + (5 if match[2] == "半" else ZH_DIGITS.get(match[2] or "", 0))
        yield Mention(match[0], {Decimal(share)})
    for match in ZH_WORD.finditer(text):
        yield _zh_word(match[0])


def _zh_word(word: str) -> Mention:
    digits = [ZH_DIGITS[sign] for sign in word if sign in ZH_DIGITS]
    values = {*map(Decimal, digits), *(SHARES["half"] if "半" in word else ())}
    if len(digits) == len(word):
        return Mention(word, values | {Decimal("".join(map(str, digits)))})
    total = section = digit = 0
    for sign in word:
        if sign in ZH_DIGITS:
            digit = ZH_DIGITS[sign]
        elif sign in "万亿":
            total, section, digit = (total + section + digit or 1) * ZH_SCALES[sign], 0, 0
        elif sign != "半":
            section, digit = section + (digit or 1) * ZH_SCALES.get(sign, 10), 0
    value = total + section + digit
    counts = digits and word[0] in ZH_DIGITS and value >= SMALLEST_FIGURE
    return Mention(word, values | {Decimal(value)}, FIGURE if counts else "")


def _en_words(text: str) -> Iterator[Mention]:
    """Yield each word of a number, and the numbers of several words."""
    total = section = 0
    typed = ""
    for match in EN_WORD.finditer(f"{text} ."):
        word = match[0].lower()
        if word in SHARES or word.removesuffix("s") in SHARES:
            yield Mention(word, {*SHARES[word.removesuffix("s")]})
        if word in EN_TENS:
            section += EN_TENS[word]
        elif word in EN_WORDS:
            yield Mention(word, {Decimal(EN_WORDS[word])})
            section += EN_WORDS[word]
        elif word == "hundred":
            section *= 100
        elif word in EN_SCALES:
            total, section = total + section * EN_SCALES[word], 0
        elif word != "and":
            total, section, typed = 0, 0, ""
            continue
        typed = f"{typed} {match[0]}".strip()
        value = total + section
        is_whole = value >= SMALLEST_FIGURE and not EN_GOES_ON.match(text, match.end())
        yield Mention(typed, {Decimal(value)}, FIGURE if is_whole else "")
