"""No personal mobile number without consent, and no identity number at all."""

import re
from collections.abc import Iterator
from datetime import date

from catalog.languages import Sentence
from catalog.model.base import Model
from catalog.model.catalog import Catalog
from catalog.model.contact import Contact
from catalog.model.walk import each
from catalog.problems.finding import Finding
from catalog.rules.rule import Rule

MOBILE = re.compile(r"(?<![\d.])(?:\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)")
IDENTITY = re.compile(r"(?<!\d)[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?!\d)")
"""Eighteen signs in the form of GB 11643: six of the place, eight of the birth date, three of order, one to check."""

RUN = re.compile(r"\d{4}")
"""What stands in every number of both sorts: texts without it, nearly all, need no closer look."""

REMOVE = Sentence("删去它。", "Delete it.")


def check(catalog: Catalog, day: date) -> Iterator[Finding]:
    """Find both in every text of every record."""
    for kind, id_, record in catalog.everything():
        yield from _in(kind, id_, record)


def _in(kind: str, id_: str, record: Model) -> Iterator[Finding]:
    consent = isinstance(record, Contact) and record.consent
    for path, text in each(str, record):
        if not RUN.search(text):
            continue
        if IDENTITY.search(text):
            said = Sentence(
                "不得公开身份证号，这里像是一个。", "Identity-card numbers must not be published; this looks like one."
            )
            yield Finding("personal-data", kind, id_, path, said, REMOVE)
        elif MOBILE.search(text) and not consent:
            said = Sentence(
                "未经本人同意不得公开手机号，这里像是一个。",
                "Mobile numbers are not published without consent; this looks like one.",
            )
            hint = Sentence(
                "换成办公电话；本人同意的，在联系窗口里写 consent: true。",
                "Use an office number; where the person agreed, write consent: true in the contact.",
            )
            yield Finding("personal-data", kind, id_, path, said, hint)


RULE = Rule(
    "personal-data",
    Sentence(
        "未经同意不公开手机号，一律不公开身份证号。", "No mobile number without consent, no identity number at all."
    ),
    check,
    apart=True,
)
