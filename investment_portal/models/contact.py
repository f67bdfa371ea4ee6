"""Contacts: who answers an investor, where, when and in which language."""

import re
from datetime import date
from typing import TYPE_CHECKING, Annotated, Literal

from investment_portal.languages import Sentence
from investment_portal.models.base import Model, field
from investment_portal.models.choice import AllOr
from investment_portal.models.controlled_values import ContactKind
from investment_portal.models.quantities.dates import Day
from investment_portal.models.quantities.quantity import Form, Parsed, refusal, stands_for
from investment_portal.models.record import Record
from investment_portal.models.reference import ContactRef, OriginRef, ParkRef, SectorRef
from investment_portal.models.text import Text
from investment_portal.problems import got

PHONE = r"(?:\+[1-9][0-9]{0,2}(?: [0-9]{1,5}){1,5}|12[0-9]{3})"


def parse_phone(value: object) -> str:
    """Return a phone number in international form."""
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if isinstance(value, str) and re.fullmatch(PHONE, value):
        return value
    typed = got(value)
    raise refusal(
        "bad-phone",
        f"电话应写成国际格式“+86 830 000 0001”或“12345”；{typed.zh}。",
        f"A phone number must be written like “+86 830 000 0001” or “12345”; {typed.en}.",
        BLANKS,
    )


if TYPE_CHECKING:
    Phone = str
else:

    @stands_for(str)
    class Phone(Parsed):
        """A phone number; a short one may stand without quotes."""

        parse = staticmethod(parse_phone)


MAIL_FORM = Form(
    r"[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+",
    "电子邮箱，例如“invest@example.gov.cn”",
    "an e-mail address, as “invest@example.gov.cn”",
    120,
)
CLOCK_FORM = Form(
    r"(?:[01][0-9]|2[0-3]):[0-5][0-9]-(?:(?:[01][0-9]|2[0-3]):[0-5][0-9]|24:00)",
    "24 小时制的起止时间，例如“09:00-12:00”",
    "two times of the 24-hour clock, as “09:00-12:00”",
)
Mail = Annotated[str, MAIL_FORM]
Clock = Annotated[str, CLOCK_FORM]
BLANKS = Sentence(
    "国家代码前写 +，区号去掉开头的 0，各段之间用空格。",
    "Begin with + and the country, drop the 0 of the area, part with spaces.",
)
WEEKDAYS = {"mon-fri": range(5), "mon-sat": range(6), "mon-sun": range(7), "sat-sun": range(5, 7)}
"""Days of the week as hours name them; Monday is 0."""

LanguageCode = Literal["zh", "en", "ja", "ko", "de", "fr", "yue"]


class Hours(Model):
    """When the contact answers, in its own time zone."""

    days: Literal["mon-fri", "mon-sat", "mon-sun", "sat-sun"] = field("日期", "Days")
    open: list[Clock] = field("时间", "Hours", least=1)


class Contact(Record):
    """One contact."""

    name: Text = field("名称", "Desk")
    kind: ContactKind = field("类型", "Kind")
    unit: Text = field("所属单位", "Unit")
    role: Text = field("职务", "Role")
    summary: Text | None = field("职责", "What it does", default=None)
    regions: AllOr[OriginRef] = field("覆盖地区", "Regions covered")
    sectors: AllOr[SectorRef] = field("覆盖产业", "Sectors covered")
    park: ParkRef | None = field("园区", "Park", default=None)
    languages: list[LanguageCode] = field("语言", "Languages", least=1)
    phone: Phone | None = field("电话", "Phone", default=None)
    mail: Mail | None = field("邮箱", "E-mail", default=None)
    wechat: str | None = field("微信", "WeChat", default=None)
    address: Text | None = field("地址", "Address", default=None)
    hours: list[Hours] = field("办公时间", "Hours", default=[])
    time_zone: Literal["Asia/Shanghai", "Asia/Hong_Kong", "Europe/Berlin", "America/New_York"] = field(
        "时区", "Time zone", default="Asia/Shanghai"
    )
    leader: Text | None = field("一对一联系领导", "One-to-one leader", default=None)
    backup: ContactRef | None = field("备用窗口", "Backup desk", default=None)
    valid_until: Day | None = field("有效期至", "Valid until", default=None)
    consent: bool = field("同意公开", "Consent to publish", default=False)

    def reachable(self, day: date) -> bool:
        """Return whether somebody can be reached here on a day: not lapsed, not withdrawn, with phone or mail."""
        return not self.lapsed(day) and self.withdrawn is None and bool(self.phone or self.mail)

    def lapsed(self, day: date) -> bool:
        """Return whether the last day on which somebody answers here is past."""
        return self.valid_until is not None and self.valid_until < day
