"""The base of all quantities: a number, a unit and the typed text, parsed strictly; how a value is refused."""

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from decimal import Decimal
from functools import cache
from operator import attrgetter
from re import Match, escape
from re import compile as compile_
from typing import Any, ClassVar, Self

from investment_portal.characters import HALF_WIDTH
from investment_portal.languages import NOTHING, Sentence
from investment_portal.problems import got, spaced, suggested
from investment_portal.value import Value


class ValueRefusedError(ValueError):
    """A value refused under a rule, with sentence and hint in both languages.

    ``key`` names the key inside the refused group where the mistake stands.
    """

    def __init__(self, rule: str, sentence: Sentence, hint: Sentence = NOTHING, key: str = "") -> None:
        """Hold the rule and its sentences."""
        super().__init__(sentence.en)
        self.rule, self.sentence, self.hint, self.key = rule, sentence, hint, key


class UnfitError(ValueError):
    """A value of the wrong sort or beyond a limit, without a sentence of its own: ``kind`` of mistake, ``limit``."""

    def __init__(self, kind: str, limit: Any = None) -> None:
        """Hold the kind and the limit."""
        super().__init__(kind)
        self.kind, self.limit = kind, limit


def refusal(rule: str, zh: str, en: str, hint: Sentence = NOTHING, *, key: str = "") -> ValueRefusedError:
    """Return the error that carries a rule id and its sentence and hint in both languages."""
    return ValueRefusedError(rule, Sentence(zh, en), hint, key)


class Form(Value):
    """Demands that a text matches ``pattern`` as a whole; ``zh`` and ``en`` say the form in words, with an example."""

    pattern: str
    zh: str
    en: str
    longest: int = 200
    mend: Sentence = NOTHING
    """How to mend what fits in no other spelling either."""

    def check(self, value: object) -> str:
        """Refuse what is no text, and a text of another form."""
        if isinstance(value, str) and len(value) <= self.longest and matcher(self.pattern, re.ASCII)(value):
            return value
        typed = got(value)
        raise refusal(
            "bad-form", f"{spaced('应为', self.zh)}；{typed.zh}。", f"Must be {self.en}; {typed.en}.", self.mend
        )


class EitherForm(Value):
    """Demands the form ``marked`` of a text with ``mark`` in it, and the form ``plain`` of any other."""

    mark: str
    marked: Form
    plain: Form

    def check(self, value: object) -> str:
        """Refuse what is no text, and a text of another form."""
        form = self.marked if isinstance(value, str) and self.mark in value else self.plain
        return form.check(value)


class Parsed(ABC):
    """A type of values that are parsed by :meth:`parse`, which msgspec calls for types that it does not know."""

    __slots__ = ()

    @classmethod
    @abstractmethod
    def parse(cls, value: object) -> Any:
        """Return the value for what was typed; raise ``RefusedError`` where it is none."""


def is_parsed(type_: Any) -> bool:
    """Return whether a type is parsed; the types that one stands for are not."""
    return isinstance(type_, type) and Parsed in type_.__mro__


def stands_for(*types: type) -> Callable[[type[Parsed]], type[Parsed]]:
    """Register other types whose values count as instances of a type that is parsed."""

    def register(parsed: type[Parsed]) -> type[Parsed]:
        for type_ in types:
            parsed.register(type_)
        return parsed

    return register


set_once = object.__setattr__
"""Sets an attribute of a value that is being made, as dataclasses that never change do."""


def _getter(names: tuple[str, ...]) -> Callable[[Any], tuple[Any, ...]]:
    """Return the function that returns the attributes of these names: a portal compares and packs them by thousands."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: tuple([getattr(value, name) for name in names])


class ParsedValue(Parsed):
    """A parsed value: its attributes (``__slots__``) never change, equal attributes make equal values."""

    __slots__ = ()

    names: ClassVar[tuple[str, ...]] = ()
    """The attributes, in the order in which ``__init__`` takes them."""
    _values: ClassVar["staticmethod[[Any], tuple[Any, ...]]"]

    def __init_subclass__(cls) -> None:
        """Join the attributes of the base and of the class."""
        super().__init_subclass__()
        cls.names = (*cls.names, *cls.__dict__.get("__slots__", ()))
        cls._values = staticmethod(_getter(cls.names))

    @property
    def parts(self) -> tuple[Any, ...]:
        """The attributes' values."""
        return self._values(self)

    def __setattr__(self, name: str, value: object) -> None:
        """Refuse to change."""
        raise AttributeError(f"{name} of {self!r} never changes")

    def __eq__(self, other: object) -> bool:
        """Compare type and attributes."""
        if self is other:
            return True
        return type(self) is type(other) and self._values(self) == self._values(other)

    def __hash__(self) -> int:
        """Hash type and attributes."""
        return hash((type(self), self._values(self)))

    def __reduce__(self) -> tuple[Any, ...]:
        """Copy the value, also to another process, by its type and attributes."""
        return type(self), self.parts

    def __repr__(self) -> str:
        """Write type and attributes."""
        return f"{type(self).__name__}{self.parts}"


@cache
def matcher(pattern: str, flags: int = 0) -> Callable[[str], Match[str] | None]:
    """Return the function that matches a pattern, compiled once, with a whole text."""
    return compile_(pattern, flags).fullmatch


NUMBER = r"(?P<number>-?(?:[1-9][0-9]{0,2}(?:,[0-9]{3}){1,4}|0|[1-9][0-9]{0,14})(?:\.[0-9]{1,6})?)"
"""A decimal number, thousands optionally parted by commas; short enough that decimal arithmetic stays exact."""

SPACE = r"[ \u00a0\u2000-\u200a\u202f\u205f\u3000]"
"""A space of any width: texts pasted from office programs hold others than the usual one."""


def one_of(words: Iterable[str]) -> str:
    """Return a pattern of words in large or small letters, the longest first; a space in a word may be left out."""
    return "|".join(_any_case(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def _any_case(word: str) -> str:
    signs = (f"[{sign.upper()}{sign.lower()}]" if sign.isascii() and sign.isalpha() else escape(sign) for sign in word)
    return "".join(f"{SPACE}?" if sign == "\\ " else sign for sign in signs)


def bare(word: str) -> str:
    """Return a word that a pattern of :func:`one_of` found as a key: in small letters, without spaces."""
    return re.sub(SPACE, "", word).lower()


COMMAS = Sentence("逗号只能作千位分隔符，如 1,234。", "Use a comma only to separate thousands, as in 1,234.")
BARE = re.compile(r"-?[0-9,.]+")


def half_width(text: str) -> Sentence:
    """Return the hint to write a text with half-width signs."""
    return Sentence(f"用半角数字和符号：“{text}”。", f"Use half-width digits and signs: “{text}”.")


UNIT_MISSING = Sentence("数字后面要写单位。", "Write the unit after the number.")


class Quantity(ParsedValue):
    """A number with a unit, written as text in YAML.

    A subclass names its ``pattern`` (with the group ``number``) and its ``rule``, and makes itself from a match.
    """

    __slots__ = ("typed",)

    typed: str

    pattern: ClassVar[str]
    rule: ClassVar[str] = "bad-quantity"
    wanted_zh: ClassVar[str]
    wanted_en: ClassVar[str]

    @classmethod
    def parse(cls, value: object) -> Self:
        """Read a quantity strictly; anything else than the documented forms is refused."""
        match = matcher(cls.pattern)(value.strip()) if isinstance(value, str) else None
        if match is None:
            if isinstance(value, cls):
                return value
            raise cls.refuse(value)
        digits = match["number"]
        if digits.startswith("-"):
            typed = got(value)
            raise refusal(cls.rule, f"数量不能为负数；{typed.zh}。", f"A quantity cannot be negative; {typed.en}.")
        return cls.make(match, Decimal(digits.replace(",", "")))

    @classmethod
    def refuse(cls, value: object) -> ValueRefusedError:
        """Return how the quantity must be written."""
        typed = got(value)
        zh, en = f"应写成{cls.wanted_zh}；{typed.zh}。", f"Must be written like {cls.wanted_en}; {typed.en}."
        return refusal(cls.rule, zh, en, cls.hint(value))

    @classmethod
    def hint(cls, value: object) -> Sentence:
        """Guess how the text can be mended."""
        if isinstance(value, int | Decimal) and not isinstance(value, bool):
            return UNIT_MISSING
        if not isinstance(value, str):
            return NOTHING
        text = re.sub(f"{SPACE}+", " ", value.strip().translate(HALF_WIDTH))
        if BARE.fullmatch(text):
            return UNIT_MISSING
        if re.fullmatch(cls.pattern, text):
            wide = text != re.sub(f"{SPACE}+", " ", value.strip())
            return half_width(text) if wide else suggested(text)
        pointed = re.sub(r"(?<=[0-9]),(?=[0-9]{1,2}(?![0-9]))", ".", text)
        if pointed != text and re.fullmatch(cls.pattern, pointed):
            return Sentence(f"小数点用“.”：是不是“{pointed}”？", f"Decimals take a point: did you mean “{pointed}”?")
        commas = "," in text and re.fullmatch(cls.pattern, text.replace(",", ""))
        return COMMAS if commas else cls._hint_in_digits(value)

    @classmethod
    def _hint_in_digits(cls, text: str) -> Sentence:
        """Propose a figure in digits for a figure in words; where it lacks something, name that."""
        from investment_portal.models.quantities.spelled import respelled  # noqa: PLC0415 - for what is refused alone

        figure = next((figure for figure in respelled(text) if re.fullmatch(cls.pattern, figure)), None)
        try:
            return suggested(cls.parse(figure).typed) if figure else NOTHING
        except ValueRefusedError as error:
            return error.hint

    @classmethod
    @abstractmethod
    def make(cls, match: re.Match[str], number: Decimal) -> Self:
        """Make the quantity from what the pattern found."""
