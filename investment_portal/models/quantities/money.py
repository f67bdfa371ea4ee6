"""Sums of money: ``12.5 亿元``, ``3500 万元``, ``CNY 1.25 billion``, ``USD 30 million``."""

import re
from decimal import Decimal
from typing import ClassVar, Self

from investment_portal.languages import Sentence
from investment_portal.models.quantities.quantity import NUMBER, Quantity, set_once

SCALES = {"": 1, "万": 10**4, "亿": 10**8, " thousand": 10**3, " million": 10**6, " billion": 10**9}
CURRENCIES = {"元": "CNY", "美元": "USD", "欧元": "EUR", "港元": "HKD"}

CHINESE = r" ?(?P<zh>[万亿]?)(?P<unit>元|美元|欧元|港元)"
ENGLISH = r"(?P<en> thousand| million| billion)?"


class Money(Quantity):
    """A sum in whole currency units: ``amount`` of ``currency`` (ISO 4217)."""

    __slots__ = ("amount", "currency")

    amount: Decimal
    currency: str

    pattern: ClassVar[str] = rf"(?:(?P<code>CNY|USD|EUR|HKD) )?{NUMBER}(?:{CHINESE}|{ENGLISH})"
    wanted_zh: ClassVar[str] = "“12.5 亿元”“3500 万元”或“USD 30 million”"
    wanted_en: ClassVar[str] = "“12.5 亿元”, “3500 万元” or “USD 30 million”"

    def __init__(self, typed: str, amount: Decimal, currency: str) -> None:
        """Hold the text and what it says."""
        set_once(self, "typed", typed)
        set_once(self, "amount", amount)
        set_once(self, "currency", currency)

    @classmethod
    def make(cls, match: re.Match[str], number: Decimal) -> Self:
        """Take the currency from the code or from the Chinese unit: exactly one of both must stand."""
        code, unit, zh, en = match.group("code", "unit", "zh", "en")
        if bool(code) == bool(unit):
            raise cls.refuse(match.string)
        return cls(match.string, number * SCALES[zh or en or ""], code or CURRENCIES[unit])

    @classmethod
    def hint(cls, value: object) -> Sentence:
        """Notice a currency that was left out."""
        text = value.strip() if isinstance(value, str) else ""
        if text.endswith(("万", "亿")) and re.fullmatch(cls.pattern, f"{text}元"):
            return Sentence(f"是不是“{text}元”？", f"Did you mean “{text}元”?")
        if text.endswith(("thousand", "million", "billion")) and re.fullmatch(NUMBER + ENGLISH, text):
            return Sentence(f"前面要写货币，例如“CNY {text}”。", f"Write the currency first, as in “CNY {text}”.")
        return super().hint(value)


def yuan(amount: Decimal) -> Money:
    """Make a sum in yuan from arithmetic (a total), rather than from what staff typed."""
    return Money(f"{amount} 元", amount, "CNY")
