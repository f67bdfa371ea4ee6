"""Contacts: who answers an investor, where, when and in which language."""

from datetime import date
from typing import Annotated

from investment_portal import clock
from investment_portal.languages import Sentence
from investment_portal.models.base import field
from investment_portal.models.choice import AllOr
from investment_portal.models.controlled_values import ContactKind
from investment_portal.models.language_code import LanguageCode, with_plain
from investment_portal.models.media import Image
from investment_portal.models.office_hours import Hours, MeetingSlots
from investment_portal.models.phone import (
    BLANKS,
    CHINA_ZONES,
    Extension,
    Phone,
    PhoneLine,
    check_extension,
    dialled,
    is_mainland,
)
from investment_portal.models.quantities.dates import Day
from investment_portal.models.quantities.quantity import Form, refusal
from investment_portal.models.record import Record
from investment_portal.models.reference import ContactRef, HolidaysRef, OriginRef, ParkRef, SectorRef
from investment_portal.models.text import Text, Word
from investment_portal.models.time_zone import Zone

MAIL_FORM = Form(
    r"[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+",
    "电子邮箱，例如“invest@example.gov.cn”",
    "an e-mail address, as “invest@example.gov.cn”",
    120,
)
Mail = Annotated[str, MAIL_FORM]


HOLIDAYS = Sentence(
    "不写的，与门户同一时区的窗口按门户的节假日；节假日照常值守的写 []。",
    "Left out, a desk in the portal's time zone keeps the portal's holidays; one staffed on holidays writes [].",
)


class Contact(Record):
    """One contact."""

    name: Text = field("名称", "Contact")
    kind: ContactKind = field("类型", "Kind")
    unit: Text = field("所属单位", "Unit")
    role: Text = field("职务", "Role")
    summary: Text | None = field("职责", "What it does", default=None)
    regions: AllOr[OriginRef] = field("覆盖地区", "Regions covered")
    sectors: AllOr[SectorRef] = field("覆盖产业", "Sectors covered")
    park: ParkRef | None = field("园区", "Park", default=None)
    languages: list[LanguageCode] = field("语言", "Languages", least=1)
    phone: Phone | None = field("电话", "Phone", default=None)
    extension: Extension | None = field("分机", "Extension", default=None)
    phone_from_outside: Phone | None = field("外地拨打的电话", "Phone from elsewhere in China", default=None)
    phone_from_abroad: Phone | None = field("境外拨打的电话", "Phone from abroad", default=None)
    phones: list[PhoneLine] = field("其他电话", "More numbers", default=[])
    fax: Phone | None = field("传真", "Fax", default=None)
    mail: Mail | None = field("邮箱", "E-mail", default=None)
    wechat: Word | None = field("微信", "WeChat", default=None)
    address: Text | None = field("地址", "Address", default=None)
    hours: list[Hours] = field("办公时间", "Hours", default=[])
    time_zone: Zone = field("时区", "Time zone", default=clock.USUAL)
    holidays: list[HolidaysRef] | None = field("节假日", "Public holidays", default=None, note=HOLIDAYS)
    meeting_slots: MeetingSlots | None = field("可预约的视频会面时间", "Times for video meetings", default=None)
    leader: Text | None = field("一对一联系领导", "One-to-one leader", default=None)
    backup: ContactRef | None = field("备用窗口", "Backup contact", default=None)
    valid_until: Day | None = field("有效期至", "Valid until", default=None)
    images: list[Image] = field("图片", "Images", default=[])
    consent: bool = field("同意公开", "Consent to publish", default=False)

    def check(self) -> None:
        """Refuse an extension without its number, a photograph without consent, and a mainland number elsewhere."""
        check_extension(self.phone, self.extension)
        if self.images and not self.consent:
            zh = "窗口有照片时，应写明本人同意公开（consent: true）；实际没有。"
            en = "A contact with a photograph says that the person agreed (consent: true); it does not."
            raise refusal("missing-key", zh, en, key="images")
        if self.time_zone in CHINA_ZONES:
            return
        for key in ("phone", "fax"):
            number = getattr(self, key)
            if number and is_mainland(number):
                zh = f"时区为 {self.time_zone} 的窗口，电话应带国家代码；实际写的是“{number}”。"
                en = f"A desk with the time zone {self.time_zone} gives the country of its number; got “{number}”."
                raise refusal("bad-phone", zh, en, BLANKS, key=key)

    def reachable(self, day: date) -> bool:
        """Return whether somebody can be reached here on a day: not lapsed, not withdrawn, with phone or mail."""
        return not self.lapsed(day) and self.withdrawn is None and bool(self.phone or self.mail)

    @property
    def reached_from_abroad(self) -> bool:
        """Return whether the contact can be reached from abroad: by mail, or a number that exchanges there know."""
        dials = self.phone_from_abroad or (self.phone and not dialled(self.phone).is_service)
        return bool(self.mail or dials)

    @property
    def answers_in(self) -> list[str]:
        """The codes of the languages spoken here, also without their script and region."""
        return with_plain(self.languages)

    def lapsed(self, day: date) -> bool:
        """Return whether the last day on which somebody answers here is past."""
        return self.valid_until is not None and self.valid_until < day
