"""The currencies of records: a new one is one line here; the rates in the settings decide which are converted."""

from typing import TYPE_CHECKING, Literal

from investment_portal.value import Value


class Currency(Value):
    """A currency: its ISO 4217 code, and the words by which records and visitors call it."""

    code: str
    unit: str
    """The unit behind a Chinese sum."""
    after: tuple[str, ...] = ()
    """Other words that may stand behind a sum."""
    before: tuple[str, ...] = ()
    """Signs and words that may stand before a sum besides the code."""
    typed: tuple[str, ...] = ()
    """Words that a visitor may type as well: in a record they would leave the currency open."""


CNY = "CNY"
"""The currency into which all others are converted."""

CURRENCIES = {
    currency.code: currency
    for currency in (
        Currency(CNY, "元", ("人民币", "元人民币"), ("RMB", "CN¥", "人民币"), ("yuan", "块", "¥")),
        Currency("USD", "美元", ("美金",), ("US$",), ("$",)),
        Currency("EUR", "欧元", (), ("€",), ("euro", "euros")),
        Currency("HKD", "港元", ("港币", "港幣", "元港币"), ("HK$",)),
        Currency("JPY", "日元", ("日圆", "日圓"), ("JP¥",), ("yen",)),
        Currency("GBP", "英镑", (), ("£",), ("pounds",)),
        Currency("SGD", "新加坡元", ("新元", "新币", "坡币"), ("S$",)),
        Currency("KRW", "韩元", ("韩圆", "韩币"), ("₩",), ("won",)),
        Currency("TWD", "新台币", ("新台币元", "台币", "元新台币"), ("NT$",)),
    )
}
"""Every currency by its code."""

WORDS_AFTER = {word: currency.code for currency in CURRENCIES.values() for word in (currency.unit, *currency.after)}
WORDS_BEFORE = {word: currency.code for currency in CURRENCIES.values() for word in (currency.code, *currency.before)}
"""Words that may stand behind a sum, and before it, with the code that each means."""

if TYPE_CHECKING:
    ForeignCode = str
else:
    ForeignCode = Literal[tuple(code for code in CURRENCIES if code != CNY)]
"""A currency that needs a rate."""
