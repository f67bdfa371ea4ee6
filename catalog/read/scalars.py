"""What a plain word in YAML means: only null, true, false, whole numbers and decimals are not text.

``no``, ``1:30``, ``0755`` and dates stay what was typed, as YAML 1.1 would not have it.
"""

import re
from decimal import Decimal

Scalar = str | int | bool | Decimal | None

WORDS: dict[str, Scalar] = {"": None, "null": None, "~": None, "true": True, "false": False}
WHOLE = re.compile(r"-?(0|[1-9][0-9]{0,17})")
DECIMAL = re.compile(r"-?(0|[1-9][0-9]{0,17})\.[0-9]{1,12}")
NUMBER_STARTS = frozenset("-0123456789")


def plain(text: str) -> Scalar:
    """Return the value of an unquoted word."""
    if text in WORDS:
        return WORDS[text]
    if text[0] not in NUMBER_STARTS:
        return text
    if WHOLE.fullmatch(text):
        return int(text)
    if DECIMAL.fullmatch(text):
        return Decimal(text)
    return text
