"""Quantities with bounds: ``3-5 亿元``, ``约 300 亩``, ``不少于 3 亿元``, ``up to USD 20 million``, ``面议``."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Any, ClassVar, Generic, Self, TypeVar

from investment_portal.characters import HALF_WIDTH
from investment_portal.languages import NOTHING, Sentence
from investment_portal.models.quantities.area import Area
from investment_portal.models.quantities.currencies import CURRENCIES
from investment_portal.models.quantities.money import AFTER, BEFORE, Money
from investment_portal.models.quantities.number import Counted, Headcount, Percent, WorkingDays, Years
from investment_portal.models.quantities.quantity import (
    NUMBER,
    SPACE,
    ParsedValue,
    Quantity,
    UnfitError,
    ValueRefusedError,
    half_width,
    matcher,
    one_of,
    refusal,
    set_once,
)
from investment_portal.models.quantities.scales import CHINESE, ENGLISH
from investment_portal.problems import got, suggested

Single = TypeVar("Single", bound=Quantity)

ABOUT = ("约", "大约", "约为", "预计约", "about", "approx.", "approx", "approximately", "around", "ca.", "~", "～", "≈")
ABOUT_AFTER = ("左右", "上下")
LEAST = (
    "不少于", "不低于", "不小于", "至少", "最低", "最少", "超过", "大于", "高于", "逾", "≥", ">=", ">",
    "at least", "no less than", "not less than", "more than", "over", "from", "minimum", "min.",
)  # fmt: skip
LEAST_AFTER = ("以上", "及以上", "起", "or more", "and more", "and above", "+")
MOST = (
    "不超过", "不高于", "不多于", "不大于", "至多", "最多", "最高", "低于", "小于", "少于", "≤", "<=", "<",
    "up to", "at most", "no more than", "not more than", "less than", "below", "under", "maximum", "max.",
)  # fmt: skip
MOST_AFTER = ("以内", "以下", "及以下", "or less", "at most")
NEGOTIABLE = ("面议", "negotiable", "to be negotiated", "on request")
"""Words for the qualifiers of a figure, before it and behind it; what is open to negotiation has no figure."""

DASH = rf"{SPACE}?(?:[-\u2010-\u2015\u2212~～〜－至到]|—{{2}}|[Tt][Oo]){SPACE}?"
"""A sign or word between two bounds."""

PREFIX = rf"(?:(?P<about>{one_of(ABOUT)})|(?P<least>{one_of(LEAST)})|(?P<most>{one_of(MOST)})){SPACE}?"
SUFFIX = (
    rf"{SPACE}?(?:(?P<about_after>{one_of(ABOUT_AFTER)})|(?P<least_after>{one_of(LEAST_AFTER)})"
    rf"|(?P<most_after>{one_of(MOST_AFTER)}))"
)
QUALIFIED = rf"(?:{PREFIX})?(?P<core>[^<>≤≥].*?)(?:{SUFFIX})?"
OPEN = re.compile(one_of(NEGOTIABLE))
DIGITS = NUMBER.replace("?P<number>-?", "?:")
LONGEST = 80


class QuantityRange(ParsedValue, Generic[Single]):
    """A figure between two bounds, which are one for an exact figure; a bound that is missing is open.

    Without bounds the figure is open to negotiation. ``about`` marks a figure that is not exact.
    """

    __slots__ = ("typed", "low", "high", "about")  # noqa: RUF023 - in the order in which ``__init__`` takes them

    typed: str
    low: Single | None
    high: Single | None
    about: bool

    of: ClassVar[type[Quantity]]
    """The sort of its bounds."""
    wanted_zh: ClassVar[str]
    wanted_en: ClassVar[str]
    also_zh: ClassVar[str] = "“约 …”“不少于 …”“不超过 …”"
    also_en: ClassVar[str] = "“about …”, “at least …”, “up to …”"
    """Other forms, for the manual and for editors."""
    most: ClassVar[int | None] = None
    """The largest number that makes sense."""
    open_words: ClassVar[bool] = False
    """True if it may be open to negotiation."""

    def __init__(self, typed: str, low: Single | None, high: Single | None, about: bool = False) -> None:  # noqa: FBT001, FBT002 - a part of the value, in its order
        """Hold the text and what it says."""
        set_once(self, "typed", typed)
        set_once(self, "low", low)
        set_once(self, "high", high)
        set_once(self, "about", about)

    @classmethod
    def exactly(cls, figure: Single) -> Self:
        """Return an exact figure as one with bounds."""
        return cls(figure.typed, figure, figure)

    @property
    def exact(self) -> bool:
        """Return whether the figure is known exactly."""
        return self.low is not None and self.low == self.high and not self.about

    @property
    def negotiable(self) -> bool:
        """Return whether there is no figure, as it is open to negotiation."""
        return self.low is None and self.high is None

    @property
    def bound(self) -> Single | None:
        """Return the figure by which it is ordered: the lower bound, else the upper one."""
        return self.low if self.low is not None else self.high

    @classmethod
    def parse(cls, value: object) -> Self:
        """Read a figure with its bounds; anything else than the documented forms is refused."""
        if isinstance(value, cls):
            return value
        if isinstance(value, int | Decimal) and not isinstance(value, bool) and issubclass(cls.of, Counted):
            value = f"{value:f}" if isinstance(value, Decimal) else str(value)
        if not isinstance(value, str) or len(value) > LONGEST:
            raise cls._refuse(value)
        return cls._parse(value.strip())

    @classmethod
    @lru_cache(4096)
    def _parse(cls, text: str) -> Self:
        bounds = cls._bounds(text)
        if bounds is None:
            raise cls._refuse(text)
        low, high, about = bounds
        if low is not None and high is not None and _size(low) > _size(high):
            zh = f"下限不得大于上限；{got(text).zh}。"
            raise refusal("bad-quantity", zh, f"The lower bound cannot exceed the upper one; {got(text).en}.", BOTH)
        if cls.most is not None and any(bound and _size(bound) > cls.most for bound in (low, high)):
            raise UnfitError("at-most", cls.most)
        return cls(text, low, high, about)

    @classmethod
    def _bounds(cls, text: str) -> tuple[Any, Any, bool] | None:
        """Return lower bound, upper bound and whether they are rough; nothing where the text is of another form."""
        if cls.open_words and OPEN.fullmatch(text):
            return None, None, False
        if (exact := cls._single(text)) is not None:
            return exact, exact, False
        match = matcher(QUALIFIED, re.DOTALL)(text)
        words = (
            [name.removesuffix("_after") for name, word in match.groupdict().items() if word and name != "core"]
            if match
            else []
        )
        if match is None or len(words) > 1:
            return None
        core = match["core"]
        exact = cls._single(core) if words else None
        if exact is not None:
            return {"about": (exact, exact, True), "least": (exact, None, False), "most": (None, exact, False)}[
                words[0]
            ]
        if words not in ([], ["about"]):
            return None
        pair = next(filter(None, (cls._pair(first, second) for first, second in _pairs(core))), None)
        return (*pair, bool(words)) if pair else None

    @classmethod
    def _single(cls, text: str) -> Any:
        """Return an exact figure, or nothing."""
        try:
            return cls.of.parse(text)
        except ValueRefusedError:
            return None

    @classmethod
    def _pair(cls, first: str, second: str) -> tuple[Any, Any] | None:
        """Return the figures on both sides of a dash; what one of them leaves out stands at the other."""
        low, high = cls._single(cls._completed(first, second)), cls._single(cls._completed(second, first))
        return (low, high) if low is not None and high is not None else None

    @classmethod
    def _completed(cls, text: str, other: str) -> str:
        """Return a bound with the unit that only the other one has."""
        match = re.fullmatch(DIGITS, text)
        return text + re.sub(rf"^{DIGITS}", "", other) if match else text

    @classmethod
    def _refuse(cls, value: object) -> ValueRefusedError:
        """Return how the figure must be written."""
        if isinstance(value, str) and value.startswith("-"):
            try:
                cls.of.parse(value)
            except ValueRefusedError as error:
                return error
        typed = got(value)
        zh, en = f"应写成{cls.wanted_zh}；{typed.zh}。", f"Must be written like {cls.wanted_en}; {typed.en}."
        return refusal("bad-quantity", zh, en, cls.hint(value))

    @classmethod
    def hint(cls, value: object) -> Sentence:
        """Guess how the text can be mended."""
        from investment_portal.models.quantities.spelled import respelled  # noqa: PLC0415 - for what is refused alone

        if not isinstance(value, str) or len(value) > LONGEST:
            return cls.of.hint(value)
        text = value.strip()
        if cls.open_words and UNDECIDED_AT_END.search(text):
            return LEAVE_OUT
        narrow = text.translate(HALF_WIDTH)
        mended = _mended(narrow)
        fits = mended != text and cls._bounds(mended) is not None
        figures = [mended] if fits else map(_mended, respelled(text))
        figure = next((figure for figure in figures if cls._bounds(figure) is not None), None)
        bounded = figure is not None and cls._single(figure) is None
        hint = NOTHING if bounded else cls.of.hint(text)
        if figure is not None and not hint:
            hint = half_width(figure) if fits and narrow != text else suggested(figure)
        match = matcher(QUALIFIED, re.DOTALL)(text)
        if not hint and match and match["core"] != text:
            return cls.of.hint(match["core"])
        return hint or (NOTHING if next(_pairs(text), None) is None else BOTH)

    @classmethod
    def schema_pattern(cls) -> str:
        """Return a pattern for editors; the parser looks closer."""
        figure = cls.schema_figure()
        words = f"|{one_of(NEGOTIABLE)}" if cls.open_words else ""
        return f"(?:{PREFIX})?{figure}(?:{SUFFIX})?{words}"

    @classmethod
    def schema_figure(cls) -> str:
        """Return a pattern of a figure, or of two with a dash between them."""
        return rf"(?:{DIGITS}[^0-9]{{0,12}}?{DASH})?{cls.of.pattern}"


UNDECIDED = frozenset(
    {"待定", "未定", "不详", "未知", "暂无", "详询", "tbd", "unknown", "n/a", "to be decided", "open"}
)
UNDECIDED_AT_END = re.compile(rf"(?:{'|'.join(sorted(UNDECIDED, key=len, reverse=True))})$", re.IGNORECASE)
LEAVE_OUT = Sentence(
    "尚不清楚的删去这一行；可以商谈的写“面议”。",
    "Delete the line while it is not known; write “negotiable” where it is open.",
)
BOTH = Sentence("前后两个数都写上单位，货币相同。", "Write the unit at both figures, and one currency.")
MENDS = (
    (rf"([万亿])[余多]({AFTER})?$", r"\1\2以上"),
    (r"^[Bb]etween (.+) and (.+)$", r"\1-\2"),
    (r"^近", "约"),
    (r"^约 ?(.+(?:以上|以内|以下))$", r"\1"),
    (rf"^(.*[0-9].*?) ?({one_of(CURRENCIES)})$", r"\2 \1"),
    (r"([千万亿])(以上|以内|以下|左右)?$", r"\1元\2"),
)
"""Ways of writing that are not taken, and what is meant by them."""


def _mended(text: str) -> str:
    """Return a text with other ways of writing replaced by the usual one."""
    text = re.sub(f"{SPACE}+", " ", text)
    for pattern, put in MENDS:
        text = re.sub(pattern, put, text)
    return text


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    """Yield the two sides of each dash of a text."""
    for match in re.finditer(DASH, text):
        if match.start() and match.end() < len(text):
            yield text[: match.start()], text[match.end() :]


def _size(figure: Quantity) -> Decimal:
    if isinstance(figure, Counted | Percent):
        return figure.number
    return figure.thirds if isinstance(figure, Area) else figure.parts[1]


ONE_SUM = re.compile(
    rf"(?:(?P<before>{BEFORE}){SPACE}?)?(?P<number>{DIGITS})(?:{SPACE}?(?P<scale>{one_of((*CHINESE, *ENGLISH))}))?"
    rf"(?:{SPACE}?(?P<after>{AFTER}))?"
)


class MoneyRange(QuantityRange[Money]):
    """A sum of money with bounds."""

    __slots__ = ()

    of = Money
    wanted_zh = "“12.5 亿元”“3–5 亿元”或“USD 30 million”"
    wanted_en = "“12.5 亿元”, “3–5 亿元” or “USD 30 million”"
    also_zh = f"{QuantityRange.also_zh}“面议”"
    also_en = f"{QuantityRange.also_en}, “negotiable”"
    open_words = True

    @property
    def currency(self) -> str:
        """The currency of its bounds; nothing where there is no figure."""
        return self.bound.currency if self.bound else ""

    @classmethod
    def _completed(cls, text: str, other: str) -> str:
        """Return a bound with the currency of the other one, and with its scale where it has neither."""
        match, fuller = ONE_SUM.fullmatch(text), ONE_SUM.fullmatch(other)
        if match is None or fuller is None or match["after"]:
            return text
        scale, number = match["scale"] or fuller["scale"] or "", match["number"]
        if fuller["after"]:
            return f"{match['before'] or ''}{number} {scale}{fuller['after']}"
        return f"{match['before'] or fuller['before'] or ''} {number} {scale}".strip()

    @classmethod
    def _pair(cls, first: str, second: str) -> tuple[Any, Any] | None:
        """Return both sums; two currencies make no range. A first sum that is complete may stand for itself."""
        pair = super()._pair(first, second)
        if pair is None or pair[0].currency != pair[1].currency:
            return None
        if pair[0].amount > pair[1].amount and (literal := cls._single(first)) and re.match(BEFORE, second):
            return literal, pair[1]
        return pair

    @classmethod
    def schema_figure(cls) -> str:
        """Return a pattern of one sum, or of two with a dash between them."""
        scale = rf"(?:{SPACE}?(?:{one_of((*CHINESE, *ENGLISH))}))?"
        return (
            rf"(?:(?:{BEFORE}){SPACE}?{DIGITS}{scale}(?:{DASH}(?:(?:{BEFORE}){SPACE}?)?{DIGITS}{scale})?"
            rf"|(?:人民币{SPACE}?)?(?:{DIGITS}{scale}(?:{SPACE}?(?:{AFTER}))?{DASH})?{DIGITS}{scale}{SPACE}?(?:{AFTER}))"
        )


class AreaRange(QuantityRange[Area]):
    """An area with bounds."""

    __slots__ = ()

    of = Area
    wanted_zh = "“300 亩”“20–30 公顷”或“5000 m²”"
    wanted_en = "“300 亩”, “20–30 公顷” or “5000 m²”"

    @property
    def least(self) -> Area:
        """The area that there is at least."""
        return self.low or Area("", Decimal(0), "亩")


class PercentRange(QuantityRange[Percent]):
    """A share with bounds."""

    __slots__ = ()

    of = Percent
    wanted_zh = "“12.5 %”或“12–15 %”"
    wanted_en = "“12.5 %” or “12–15 %”"


class HeadcountRange(QuantityRange[Headcount]):
    """A number of people with bounds."""

    __slots__ = ()

    of = Headcount
    wanted_zh = "整数“300”或“300–500”"
    wanted_en = "a whole number, as “300”, or “300–500”"
    most = 10**12


class WorkingDaysRange(QuantityRange[WorkingDays]):
    """A number of working days with bounds."""

    __slots__ = ()

    of = WorkingDays
    wanted_zh = "整数“15”或“10–20”"
    wanted_en = "a whole number, as “15”, or “10–20”"
    most = 1000


class YearsRange(QuantityRange[Years]):
    """A number of years with bounds."""

    __slots__ = ()

    of = Years
    wanted_zh = "数字“5.5”或“5–7”"
    wanted_en = "a number, as “5.5”, or “5–7”"
    most = 100
