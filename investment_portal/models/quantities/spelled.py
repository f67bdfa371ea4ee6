"""Figures in words (``五千万元``, ``百分之五``, ``five million``) in the digits that a field takes, for hints."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import partial

from investment_portal.characters import HALF_WIDTH
from investment_portal.models.quantities.scales import SHOWN

LONGEST = 80
"""Characters of the longest text that is looked at."""

CAPITALS = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟萬億贰弐参兩", "一二三四五六七八九十百千万亿二二三两")
"""Numerals of cheques and contracts, and those of Traditional Chinese, as the usual ones."""

DIGITS = {sign: number for number, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}
STEPS = {"十": 10, "百": 100, "千": 1000}
SCALES = {"万": 10**4, "亿": 10**8}
PLAIN = r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?"
HAN = "零〇○一二两三四五六七八九十百千"
NUMERAL = re.compile(rf"(?:{PLAIN}|[{HAN}])(?:{PLAIN}|[{HAN}万亿点])*")
"""A number in Chinese numerals, or in digits with them: ``一千二百万``, ``3千``, ``1亿2000万``, ``二点五``."""

ONE_OR_OTHER = re.compile(
    r"(?<![零〇一二两三四五六七八九])([一二两三四五六七八])([二三四五六七八九])([十百千万亿]+|(?=个?[年月天人名亩]))"
)
"""Two numbers at once: ``三五千万``, ``两三百``."""

PIECE = re.compile(rf"{PLAIN}|.")

ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
WORDS = {
    **{word: number for number, word in enumerate(ONES)},
    **{word: 20 + 10 * place for place, word in enumerate(TENS)},
    "a": 1, "an": 1, "dozen": 12,
}  # fmt: skip
HUNDRED, HALF = "hundred", Decimal("0.5")
ENGLISH_WORD = "|".join(sorted((*WORDS, HUNDRED, "half", "and"), key=len, reverse=True))
ENGLISH = re.compile(rf"\b(?:{'|'.join((*WORDS, HUNDRED, 'half'))})\b(?:[ -]+(?:{ENGLISH_WORD})\b)*", re.IGNORECASE)

SHARES: tuple[tuple[re.Pattern[str], int], ...] = (
    (re.compile(rf"百分之\s*({PLAIN})"), 1),
    (re.compile(rf"千分之\s*({PLAIN})"), 10),
    (re.compile(rf"万分之\s*({PLAIN})"), 100),
    (re.compile(rf"({PLAIN})\s*[‰]"), 10),
    (re.compile(rf"({PLAIN})\s*(?:per ?cent\b|percentage points?|pct\b\.?|p\.c\.|个百分点|个点|点)", re.IGNORECASE), 1),
)
"""Ways to write a share, and how many of them make one hundredth."""

TENTHS = re.compile(rf"({PLAIN})\s*成(?:\s*([0-9]|半))?")

SPANS: tuple[tuple[re.Pattern[str], int, int], ...] = (
    (re.compile(rf"({PLAIN})\s*(?:个工作日|工作日|(?:working|business) days?)", re.IGNORECASE), 7, 5),
    (re.compile(rf"({PLAIN})\s*(?:个星期|星期|个?礼拜|周|weeks?|wks?)", re.IGNORECASE), 7, 1),
    (re.compile(rf"({PLAIN})\s*(?:个自然日|自然日|个?日历日|个日|日|calendar days?|d\b)", re.IGNORECASE), 1, 1),
    (re.compile(rf"({PLAIN})\s*(?:个季度|季度|季|quarters?)", re.IGNORECASE), 90, 1),
    (re.compile(r"半个月|half a month|fortnight(?:ly)?", re.IGNORECASE), 15, 1),
    (re.compile(r"weekly", re.IGNORECASE), 7, 1),
    (re.compile(r"quarterly", re.IGNORECASE), 90, 1),
)
"""Ways to write a span, as days for so many: five working days make a week."""

LABELS = r"总?投资总?额?|年?产值|年?税收|年?营业收入|[总用占]地(?:面积)?|建筑面积|面积|(?:新增)?就业|租金|售价|价格"
AMOUNT = rf"{PLAIN}(?:\s?(?:to|[-–])\s?{PLAIN})?(?:\s?(?:thousand|million|billion|trillion|m|bn))?"
OTHER_WORDS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), put)
    for pattern, put in (
        (r"^每(年|个?月|天|季度?|周)$", r"1 \1"),
        (r"^(.*[0-9])\s*年半$", r"\1.5 年"),
        (r"半年|half a year|half-yearly", "6 个月"),
        (r"^(?:every year|yearly|annual(?:ly)?)$", "1 年"),
        (r"^(?:every month|monthly)$", "1 个月"),
        (r"([0-9])\s*(?:月|mths?\.?|mos?\.?)$", r"\1 个月"),
        (r"([0-9])\s*yrs?\.?$", r"\1 years"),
        (r"^(?:within|in)\s+|\s*(?:之内|以内|内|or less)$", ""),
        (r"([0-9])\s*[余多](人|名|个|个岗位|亩|公顷)$", r"\1 \2以上"),
        (r"([0-9])\s*(?:employees|workers|staff|个人|员工)$", r"\1 jobs"),
        (r"(?<=[亩顷米])(?:地|土地|用地)$|\s+of (?:land|floor space)$", ""),
        (r"^每(平方米|平米|㎡|亩|公顷)(?:每(月|年|天))?\s*(.+)$", r"\3/\1/\2"),
        (r"/$", ""),
        (r"^[¥￥]\s*(.*[0-9].*?)元?$", r"\1元"),
        (r"^([^/]*)(?:/年|每年)$", r"\1"),
        (rf"^(?:{LABELS})[:：]?\s*", ""),
        (r"(?<=元)整$", ""),
        (r"([0-9])\s*[Ww](?:元)?$", r"\1 万元"),
        (rf"({AMOUNT})\s*(?:yuan|RMB|renminbi)\b", r"CNY \1"),
        (rf"({AMOUNT})\s*(?:US )?dollars?\b", r"USD \1"),
        (rf"({AMOUNT})\s*euros?\b", r"EUR \1"),
        (r"\bper square met(?:re|er)\b", "per m²"),
    )
)
"""Other words for what follows a figure, and those that are taken."""

QUALIFIERS = re.compile(
    r"^(?:约[合计为]?|预计|计划|拟|大约|近|超过?|不超过|最高|不低于|不少于|至少"
    r"|about|approx\.?|around|up to|at least|over)\s*"
    r"|\s*(?:左右|上下|以上|以下|及以上)$",
    re.IGNORECASE,
)
"""Words that an exact figure does not take."""


def respelled(typed: str) -> Iterator[str]:
    """Yield a text with its figures in digits: with the scale in words (``5000 万``), then without it."""
    if len(typed) > LONGEST:
        return
    text = re.sub(r"\s+", " ", typed.strip().translate(HALF_WIDTH).translate(CAPITALS))
    text = ONE_OR_OTHER.sub(r"\1\3至\2\3", text)
    text = re.sub(r"([百千万])分之([^至到\-–—~]+)", lambda match: f"{match[1]}分之 {_digits(match[2])}", text)
    text = ENGLISH.sub(_english, text)
    for scaled in (True, False):
        figures = _shares(_numerals(text, scaled=scaled))
        usual = _usual_words(figures)
        for figure in (figures, usual, QUALIFIERS.sub("", usual)):
            yield re.sub(r"\s*([-至到])\s*", r"\1", figure)


def _digits(text: str) -> str:
    return NUMERAL.sub(lambda match: match[0] if (value := _chinese(match[0])) is None else _plain(value), text)


def _numerals(text: str, *, scaled: bool) -> str:
    """Return a text with digits for Chinese numerals."""

    def number(match: re.Match[str]) -> str:
        if re.fullmatch(PLAIN, match[0]) or match[0] in {"百", "千"}:
            return match[0]
        value = _chinese(match[0])
        if value is None:
            return match[0]
        if not scaled:
            return f"{_plain(value)} "
        word, power = next((word, power) for word, power in SHOWN["zh"].items() if value >= 10**power or not power)
        return f"{_plain(value / 10**power)} {word}"

    return re.sub(" +", " ", NUMERAL.sub(number, text)).strip()


def _chinese(text: str) -> Decimal | None:
    """Return a number in Chinese numerals, or in digits with them; None where it is none."""
    whole, point, decimals = text.partition("点")
    total = part = digit = Decimal(0)
    pending = False
    for piece in PIECE.findall(whole):
        if piece in STEPS:
            part += (digit if pending else Decimal(1)) * STEPS[piece]
            digit, pending = Decimal(0), False
        elif piece in SCALES:
            part += digit
            total = (total + part) * SCALES[piece] if total and SCALES[piece] > total else total + part * SCALES[piece]
            part, digit, pending = Decimal(0), Decimal(0), False
        elif piece in DIGITS:
            digit = digit * 10 + DIGITS[piece] if pending and digit else Decimal(DIGITS[piece])
            pending = True
        else:
            digit, pending = Decimal(piece.replace(",", "")), True
    total += part + digit
    if not point:
        return total
    tail = re.fullmatch(r"([零〇○一二两三四五六七八九0-9]+)([万亿]{0,2})", decimals)
    if tail is None:
        return None
    total += Decimal("0." + "".join(str(DIGITS.get(sign, sign)) for sign in tail[1]))
    for scale in tail[2]:
        total *= SCALES[scale]
    return total


def _english(match: re.Match[str]) -> str:
    total, part = Decimal(0), Decimal(0)
    words = [word for word in re.split(r"[ -]+", match[0].lower()) if word != "and"]
    for place, word in enumerate(words):
        if word == HUNDRED:
            part = (part or Decimal(1)) * 100
        elif word in {"a", "an"} and place:
            continue
        elif word == "half":
            part += HALF
        else:
            part += WORDS[word]
    return _plain(total + part)


def _shares(text: str) -> str:
    """Return a text with hundredths for other ways to write a share."""
    for pattern, parts in SHARES:
        text = pattern.sub(partial(_share, parts=parts), text)
    return TENTHS.sub(_tenths, text)


def _share(match: re.Match[str], *, parts: int) -> str:
    return f"{_plain(Decimal(match[1].replace(',', '')) / parts)} %"


def _tenths(match: re.Match[str]) -> str:
    half = 5 if match[2] == "半" else int(match[2] or 0)
    return f"{_plain(Decimal(match[1].replace(',', '')) * 10 + half)} %"


def _usual_words(text: str) -> str:
    """Return a text with the words that fields take behind a figure."""
    for pattern, put in OTHER_WORDS:
        text = pattern.sub(put, text)
    for pattern, days, per in SPANS:
        text = pattern.sub(partial(_span, days=days, per=per), text)
    return text


def _span(match: re.Match[str], *, days: int, per: int) -> str:
    number = Decimal(match[1].replace(",", "")) if match.lastindex else Decimal(1)
    return f"{-(-int(number * days) // per)} 天"


def _plain(value: Decimal) -> str:
    """Return a number in plain digits."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
