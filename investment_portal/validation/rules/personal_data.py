"""The rule about personal data: no mobile number without consent, no identity number."""

import re
from collections.abc import Iterator

from investment_portal.languages import Sentence
from investment_portal.models.base import Model
from investment_portal.models.catalog import Catalog
from investment_portal.models.contact import Contact
from investment_portal.models.reference import each, joined_text
from investment_portal.validation.rule import RecordCheck, Rule, Violation

MOBILE = re.compile(r"(?<![\d.])(?:\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)")
IDENTITY = re.compile(r"(?<!\d)[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?!\d)")
"""Eighteen signs in the form of GB 11643: six of the place, eight of the birth date, three of order, one to check."""

PARTS = (
    re.compile(r"1[3-9]\d[ -]?\d{4}[ -]?\d{4}"),
    re.compile(r"1[89]\d{9}[\dXx]"),
    re.compile(r"20\d{9}[\dXx]"),
)
"""Parts of a mobile number, and of an identity number from the birth date on.

A search for a constant beginning takes a fiftieth of the time of a search for the whole numbers; few records have one.
"""

REMOVE = Sentence("删去它。", "Delete it.")


def check_personal_data(record: Model, catalog: Catalog) -> Iterator[Violation]:
    """Yield texts with an identity number, and texts with a mobile number for which no consent is recorded."""
    joined = joined_text(record)
    if not any(part.search(joined) for part in PARTS):
        return
    consent = isinstance(record, Contact) and record.consent
    for path, text in each(str, record):
        if IDENTITY.search(text):
            sentence = Sentence(
                "不得公开身份证号，这里像是一个。", "Identity-card numbers must not be published; this looks like one."
            )
            yield Violation(path, sentence, REMOVE)
        elif MOBILE.search(text) and not consent:
            sentence = Sentence(
                "未经本人同意不得公开手机号，这里像是一个。",
                "Mobile numbers are not published without consent; this looks like one.",
            )
            hint = Sentence(
                "换成办公电话；本人同意的，在联系窗口里写 consent: true。",
                "Use an office number; where the person agreed, write consent: true in the contact.",
            )
            yield Violation(path, sentence, hint)


PERSONAL_DATA = Rule(
    "personal-data",
    Sentence(
        "未经同意不公开手机号，一律不公开身份证号。", "No mobile number without consent, no identity number at all."
    ),
    [RecordCheck(Model, check_personal_data)],
)
