"""The rule about personal data: no mobile number without consent, no identity number and no bank card at all."""

from collections.abc import Iterator

from investment_portal.languages import Sentence
from investment_portal.models.base import Model
from investment_portal.models.catalog import Catalog
from investment_portal.models.contact import Contact
from investment_portal.models.reference import each, joined_text
from investment_portal.problems import Level
from investment_portal.validation.personal_numbers import SOME_DIGITS, Personal, personal_numbers
from investment_portal.validation.rule import RecordCheck, Rule, Violation

REMOVE = Sentence("删去它。", "Delete it.")
LIKE_IDENTITY = Sentence(
    "这里像是一个身份证号，只是校验位不对；身份证号不得公开。",
    "This looks like an identity-card number with a wrong check digit; such numbers must not be published.",
)
DELETE_OR_NAME = Sentence(
    "删去它；若是其他编号，在它前面写明，例如“采购编号”。",
    "Delete it; if it is another number, say which before it, as “contract number”.",
)
OFFICE_NUMBER = Sentence(
    "换成办公电话；本人同意的，在联系窗口里写 consent: true。",
    "Use an office number; where the person agreed, write consent: true in the contact.",
)
IN_CONTACT = Sentence(
    "换成办公电话；本人同意的，写进联系窗口（consent: true），页面用短代码显示。",
    "Use an office number; where the person agreed, put it into a contact (consent: true), which a shortcode shows.",
)


def check_personal_data(record: Model, catalog: Catalog) -> Iterator[Violation]:
    """Yield texts with a number that identifies a person; a contact may hold a mobile number with consent."""
    if not SOME_DIGITS.search(joined_text(record)):
        return
    consent = isinstance(record, Contact) and record.consent
    for path, text in each(str, record):
        numbers = list(personal_numbers(text))
        if any(not number.sure for number in numbers):
            yield Violation(path, LIKE_IDENTITY, DELETE_OR_NAME, Level.WARNING)
        for kind in dict.fromkeys(number.kind for number in numbers if number.sure):
            if kind is not Personal.MOBILE:
                yield Violation(path, refused(kind), REMOVE)
            elif not consent:
                yield Violation(path, refused(kind), OFFICE_NUMBER)


def refused(kind: Personal) -> Sentence:
    """Return the sentence about a number of a kind."""
    if kind is Personal.MOBILE:
        return Sentence(
            "未经本人同意不得公开手机号，这里像是一个。",
            "Mobile numbers are not published without consent; this looks like one.",
        )
    label = kind.label
    article = "an" if label.en[0] in "aeiou" else "a"
    return Sentence(
        f"不得公开{label.zh}，这里像是一个。",
        f"This looks like {article} {label.en}; such numbers must not be published.",
    )


PERSONAL_DATA = Rule(
    "personal-data",
    Sentence(
        "未经同意不公开手机号，一律不公开身份证号、银行卡号、护照号。",
        "No mobile number without consent; no number of an identity card, bank card or passport at all.",
    ),
    [RecordCheck(Model, check_personal_data, readable=True)],
)
