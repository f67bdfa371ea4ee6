"""Sums of money: ``12.5 亿元``, ``3500 万元``, ``CNY 1.25 billion``, ``USD 30m``, ``HK$ 200 million``."""

import re
from decimal import Decimal
from typing import ClassVar, Self

from investment_portal.languages import Sentence
from investment_portal.models.quantities.currencies import CNY, CURRENCIES, WORDS_AFTER, WORDS_BEFORE
from investment_portal.models.quantities.quantity import NUMBER, SPACE, Quantity, bare, one_of, set_once
from investment_portal.models.quantities.scales import CHINESE, ENGLISH
from investment_portal.problems import suggested

BEFORE, AFTER = one_of(WORDS_BEFORE), one_of(WORDS_AFTER)
BARE_BEFORE = {bare(word): code for word, code in WORDS_BEFORE.items()}
BARE_AFTER = {bare(word): code for word, code in WORDS_AFTER.items()}
SCALES = CHINESE | ENGLISH
ONE_CURRENCY = (
    rf"(?:(?={BEFORE})(?!.*(?:{AFTER})$)|(?!{BEFORE})(?=.*(?:{AFTER})$)|(?=人民币.*[0-9{SPACE[1:-1]}千万亿百十]元$))"
)
"""A condition for editors besides the pattern: one word for the currency, before the number or behind it."""

CHINESE_SUM = rf"(?:{SPACE}?(?P<zh>{one_of(CHINESE)}))?(?:{SPACE}?(?P<after>{AFTER}))?"
ENGLISH_SUM = rf"{SPACE}?(?P<en>{one_of(ENGLISH)})"
AMBIGUOUS = {word: code for code, currency in CURRENCIES.items() for word in currency.typed if not word.isalpha()}
"""Signs of several currencies, with the one that is most likely meant."""


class Money(Quantity):
    """A sum in whole currency units: ``amount`` of ``currency`` (ISO 4217)."""

    __slots__ = ("amount", "currency")

    amount: Decimal
    currency: str

    pattern: ClassVar[str] = rf"(?:(?P<before>{BEFORE}){SPACE}?)?{NUMBER}(?:{CHINESE_SUM}|{ENGLISH_SUM})"
    wanted_zh: ClassVar[str] = "“12.5 亿元”“3500 万元”或“USD 30 million”"
    wanted_en: ClassVar[str] = "“12.5 亿元”, “3500 万元” or “USD 30 million”"

    def __init__(self, typed: str, amount: Decimal, currency: str) -> None:
        """Hold the text and what it says."""
        set_once(self, "typed", typed)
        set_once(self, "amount", amount)
        set_once(self, "currency", currency)

    @classmethod
    def make(cls, match: re.Match[str], number: Decimal) -> Self:
        """Take the currency from the word before the number or from the one behind it; 人民币 may stand before 元."""
        before, after, zh, en = match.group("before", "after", "zh", "en")
        both = bool(before and after)
        if not (before or after) or (both and (before, after) != ("人民币", "元")):
            raise cls.refuse(match.string)
        currency = BARE_AFTER[bare(after)] if after else BARE_BEFORE[bare(before)]
        return cls(match.string, number * 10 ** (SCALES[bare(zh or en)] if zh or en else 0), currency)

    @classmethod
    def hint(cls, value: object) -> Sentence:
        """Notice a currency that was left out, stands twice or behind, and signs that several currencies share."""
        text = re.sub(f"{SPACE}+", " ", value.strip()) if isinstance(value, str) else ""
        fitting, match = re.fullmatch(cls.pattern, text), re.fullmatch(ODD, text)
        if fitting and fitting["before"] and fitting["after"]:
            return ONCE
        if match is None or (fitting and fitting["after"]):
            return super().hint(value)
        before, after = match.group("sign", "code")
        number = text[len(before or "") : len(text) - len(after or "")].strip()
        if before or after:
            code = AMBIGUOUS[before] if before else BARE_AFTER.get(bare(after), after.upper())
            return suggested(f"{code} {number}")
        if match["zh"]:
            return suggested(f"{number}元")
        if match["en"]:
            return Sentence(f"前面要写货币，例如“CNY {number}”。", f"Write the currency first, as in “CNY {number}”.")
        return super().hint(value)


ONCE = Sentence("货币只写一次，写在数字前面或后面。", "Write the currency once, before the number or behind it.")
ODD = (
    rf"(?P<sign>{one_of(AMBIGUOUS)})?{SPACE}?{NUMBER}"
    rf"(?:{SPACE}?(?:(?P<zh>{one_of(CHINESE)})|(?P<en>{one_of(ENGLISH)})))?{SPACE}?(?P<code>{one_of(CURRENCIES)}|{AFTER})?"
)
"""A sum whose currency is missing, stands behind it as a code, or is a sign that several currencies share."""


def yuan(amount: Decimal) -> Money:
    """Make a sum in yuan from arithmetic (a total), rather than from what staff typed."""
    return Money(f"{amount} 元", amount, CNY)
