"""Logs of enquiries: which contact received one and when it was answered, without anything about the sender."""

from typing import Annotated

from investment_portal.models.base import Model, field
from investment_portal.models.quantities.dates import Day
from investment_portal.models.quantities.number import Range, Whole
from investment_portal.models.quantities.quantity import Form, refusal
from investment_portal.models.record import Record
from investment_portal.models.reference import ContactRef
from investment_portal.models.text import Text

REFERENCE = Form(
    r"[EM](?:-[1-9A-Z]{4}){2}",
    "咨询单或预约单的编号，例如“E-7K2M-9QXA”；不写姓名、电话和邮箱",
    "the reference of an enquiry or a request, as “E-7K2M-9QXA”; no name, number or address",
    20,
)


class LoggedEnquiry(Model):
    """One enquiry: its reference, who received it, and when it was answered."""

    reference: Annotated[str, REFERENCE] = field("编号", "Reference")
    contact: ContactRef = field("联系窗口", "Contact")
    received_on: Day = field("收到日期", "Received on")
    answered_on: Day | None = field("答复日期", "Answered on", default=None)

    def check(self) -> None:
        """Refuse an answer before its enquiry."""
        if self.answered_on and self.answered_on < self.received_on:
            zh = f"答复日期 {self.answered_on} 不得早于收到日期 {self.received_on}。"
            en = f"The answer of {self.answered_on} is before the enquiry of {self.received_on}."
            raise refusal("bad-date", zh, en, key="answered_on")


class AnswerLog(Record):
    """The enquiries of a year, from which pages compute how soon contacts answer."""

    name: Text = field("名称", "Name")
    within: Annotated[Whole, Range(least=1, most=60)] = field("答复期限（工作日）", "Working days to answer", default=3)
    answers: list[LoggedEnquiry] = field("咨询答复记录", "Enquiries", least=1)
