"""Numbers that identify a person: identity cards, mobiles, bank cards, passports.

Each has a form of its own, and most have a digit to check, so that codes of projects, of firms and of documents are not
taken for one. No pattern can take more than linear time.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date

from investment_portal.models.choice import Choice
from investment_portal.value import Value


class Personal(Choice):
    """Kinds of numbers that identify a person."""

    IDENTITY = "identity", "身份证号", "identity-card number"
    BANK_CARD = "bank-card", "银行卡号", "bank-card number"
    PASSPORT = "passport", "护照或通行证号", "passport or travel-permit number"
    MOBILE = "mobile", "手机号", "mobile number"


class PersonalNumber(Value):
    """A number in a text, and its place there; it is not ``sure`` where only the digit to check is wrong."""

    kind: Personal
    start: int
    end: int
    sure: bool = True


HALF_WIDTH = str.maketrans("０１２３４５６７８９－＋　ＸｘＨＭＣＷ", "0123456789-+ XxHMCW")
"""Digits of full width count as others; each sign stays at its place."""

SOME_DIGITS = re.compile(r"[0-9](?:[ .-]?[0-9]){6}|[０-９]{4}")
"""A run of digits that every such number holds; few texts do."""

IDENTITY_CARD = re.compile(
    r"(?<![\dA-Za-z])[1-9]\d{5}[ -]?(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[ -]?\d{3}[\dXx]"
    r"(?![\dA-Za-z])",
    re.ASCII,
)
"""Eighteen signs in the form of GB 11643: six of the place, eight of the birth date, three of order, one to check."""

MOBILE = re.compile(
    r"(?<!\d)(?<!\d\.)(?:\+?86[ -]?)?1[3-9]\d[ .-]?\d{4}[ .-]?\d{4}(?!\d)(?!\.\d)(?![ ]?(?:元|万|亿|yuan|CNY))",
    re.ASCII,
)
BANK_CARD = re.compile(
    r"(?<![\dA-Za-z])(?<!\d[ -])"
    r"(?:(?:62|4\d|5[1-5]|60|95)\d{14,17}|(?:62|4\d|5[1-5]|60|95)\d\d(?:([ -])\d{4})(?:\1\d{4}){2}(?:\1\d{3})?)"
    r"(?![\dA-Za-z])(?![ -]\d)",
    re.ASCII,
)
CARD_FORMS = re.compile(r"62\d{14,17}|4\d{15}|5[1-5]\d{14}|6013\d{15}|9558\d{15}")
"""Cards of UnionPay, Visa and Mastercard, and the older ones of two large banks."""

NAMED_IDENTITY = re.compile(
    r"(?:身份证|居民证|证件号|\bID (?:card|number|no)|\bidentity)[^\n\d]{0,24}"
    r"(\d{6}[ -]?\d{6,8}[ -]?\d{3}[\dXx]?)(?![\dA-Za-z])",
    re.ASCII | re.IGNORECASE,
)
"""A number that the text itself calls one: of fifteen digits too, as before 1999, and with a wrong digit to check."""

NAMED_PASSPORT = re.compile(
    r"(?:护照|通行证|\bpassport|\btravel permit)[^\nA-Za-z\d]{0,12}(?:号码?|[Nn]umber|[Nn]o\.?)?[^\nA-Za-z\d]{0,6}"
    r"([A-Za-z]{1,2}\d{7,9})(?![\dA-Za-z])",
    re.ASCII | re.IGNORECASE,
)

NAMED_PERMIT = re.compile(
    r"(?:台胞证|台湾居民来往大陆通行证|回乡证|港澳(?:居民来往内地)?通行证|\b(?:Taiwan|home return) (?:resident )?"
    r"permit)"
    r"[^\nA-Za-z\d]{0,12}(?:号码?|[Nn]umber|[Nn]o\.?)?[^\nA-Za-z\d]{0,6}([HMCWhmcw]?\d{8}(?:\d{2})?)(?![\dA-Za-z])",
    re.ASCII | re.IGNORECASE,
)
"""Eight or ten digits that the text calls a permit between the mainland and Taiwan, Hong Kong or Macao."""

PROVINCES = re.compile(r"1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]")
"""The first two digits of an identity number (GB/T 2260; 81 to 83 are residence permits)."""

OTHER_NUMBER = re.compile(
    r"(?:编号|代码|文号|单号|账号|合同号|\b(?:code|number|no\.?|account))[^\n\d]{0,4}$", re.IGNORECASE
)
"""A name before a number which says that it is none of a person."""

FACTORS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECK_SIGNS = "10X98765432"


def personal_numbers(text: str) -> Iterator[PersonalNumber]:
    """Yield the numbers of a text that identify a person, those of each kind in their order."""
    if not SOME_DIGITS.search(text):
        return
    typed = text.translate(HALF_WIDTH)
    taken: list[tuple[int, int]] = []
    for kind, pattern, group, is_valid in SEARCHES:
        for match in pattern.finditer(typed):
            start, end = match.span(group)
            if is_valid(match[group]) and not any(start < there and at < end for at, there in taken):
                taken.append((start, end))
                yield PersonalNumber(kind, start, end)
    for match in IDENTITY_CARD.finditer(typed):
        start, end = match.span()
        other = OTHER_NUMBER.search(typed, max(0, start - 12), start)
        if _is_like_identity(match[0]) and not other and not any(start < there and at < end for at, there in taken):
            yield PersonalNumber(Personal.IDENTITY, start, end, sure=False)


def _has_birth_date(digits: str) -> bool:
    try:
        date(int(digits[6:10]), int(digits[10:12]), int(digits[12:14]))
    except ValueError:
        return False
    return True


def _is_like_identity(typed: str) -> bool:
    """Return whether a number has the place and the birth date of an identity number, whatever its last sign."""
    digits = _bare(typed)
    return bool(PROVINCES.match(digits)) and _has_birth_date(digits)


def _is_identity(typed: str) -> bool:
    """Return whether the birth date is a day and the last sign is right (GB 11643, ISO 7064 MOD 11-2)."""
    digits = _bare(typed)
    if not _has_birth_date(digits):
        return False
    total = sum(int(digit) * factor for digit, factor in zip(digits[:-1], FACTORS, strict=True))
    return CHECK_SIGNS[total % 11] == digits[-1].upper()


def _is_card(typed: str) -> bool:
    """Return whether a number has the form of a card and its last digit is right (ISO/IEC 7812-1, Luhn)."""
    digits = _bare(typed)
    if not CARD_FORMS.fullmatch(digits):
        return False
    doubled = [int(digit) * 2 if place % 2 else int(digit) for place, digit in enumerate(reversed(digits))]
    return sum(number - 9 if number > 9 else number for number in doubled) % 10 == 0  # noqa: PLR2004 - two digits


def _is_named_identity(typed: str) -> bool:
    return len(_bare(typed)) in (15, 18)


def _is_any(_typed: str) -> bool:
    return True


def _bare(typed: str) -> str:
    return typed.replace(" ", "").replace("-", "")


SEARCHES: tuple[tuple[Personal, re.Pattern[str], int, Callable[[str], bool]], ...] = (
    (Personal.IDENTITY, IDENTITY_CARD, 0, _is_identity),
    (Personal.IDENTITY, NAMED_IDENTITY, 1, _is_named_identity),
    (Personal.BANK_CARD, BANK_CARD, 0, _is_card),
    (Personal.PASSPORT, NAMED_PASSPORT, 1, _is_any),
    (Personal.PASSPORT, NAMED_PERMIT, 1, _is_any),
    (Personal.MOBILE, MOBILE, 0, _is_any),
)
