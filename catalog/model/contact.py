"""The desks: who answers an investor, where, when and in which language."""

import re
from datetime import date
from typing import Annotated, Literal

from pydantic import BeforeValidator, StrictBool, StringConstraints, WithJsonSchema

from catalog.model.base import Model, field
from catalog.model.lists import ContactKind
from catalog.model.record import Record
from catalog.model.reference import ContactRef, OriginRef, ParkRef, SectorRef
from catalog.model.text import Text
from catalog.quantities.dates import Day
from catalog.quantities.refusal import refusal

PHONE = r"(?:\+[1-9]\d{0,2}(?: \d{1,5}){1,5}|12345|12\d{3})"
MOBILE = re.compile(r"\+86 ?1[3-9]\d ?\d{4} ?\d{4}")


def _phone(value: object) -> str:
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if isinstance(value, str) and re.fullmatch(PHONE, value):
        return value
    raise refusal(
        "bad-phone",
        f"电话应写成国际格式“+86 830 000 0001”或“12345”，实际写的是“{value}”。",
        f"A phone number must be written like “+86 830 000 0001” or “12345”; got “{value}”.",
    )


Phone = Annotated[str, BeforeValidator(_phone), WithJsonSchema({"type": ["string", "integer"], "pattern": f"^{PHONE}$"})]
Mail = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$", max_length=120)]
Clock = Annotated[str, StringConstraints(pattern=r"^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-4]):[0-5]\d$")]
LanguageCode = Literal["zh", "en", "ja", "ko", "de", "fr", "yue"]


class Hours(Model):
    """When the desk answers, in its own time zone."""

    days: Literal["mon-fri", "mon-sat", "mon-sun", "sat-sun"] = field("日期", "Days")
    open: list[Clock] = field("时间", "Hours", min_length=1)


class Contact(Record):
    """One desk."""

    name: Text = field("名称", "Desk")
    kind: ContactKind = field("类型", "Kind")
    unit: Text = field("所属单位", "Unit")
    role: Text = field("职务", "Role")
    summary: Text | None = field("职责", "What it does", default=None)
    regions: Literal["all"] | list[OriginRef] = field("覆盖地区", "Regions covered")
    sectors: Literal["all"] | list[SectorRef] = field("覆盖产业", "Sectors covered")
    park: ParkRef | None = field("园区", "Park", default=None)
    languages: list[LanguageCode] = field("语言", "Languages", min_length=1)
    phone: Phone | None = field("电话", "Phone", default=None)
    mail: Mail | None = field("邮箱", "E-mail", default=None)
    wechat: str | None = field("微信", "WeChat", default=None)
    address: Text | None = field("地址", "Address", default=None)
    hours: list[Hours] = field("办公时间", "Hours", default=[])
    time_zone: Literal["Asia/Shanghai", "Asia/Hong_Kong", "Europe/Berlin", "America/New_York"] = field("时区", "Time zone", default="Asia/Shanghai")
    leader: Text | None = field("一对一联系领导", "One-to-one leader", default=None)
    backup: ContactRef | None = field("备用窗口", "Backup desk", default=None)
    valid_until: Day | None = field("有效期至", "Valid until", default=None)
    consent: StrictBool = field("同意公开", "Consent to publish", default=False)

    def reachable(self, day: date) -> bool:
        """Say whether somebody can be reached here on a day: not lapsed, not withdrawn, with phone or mail."""
        lapsed = self.valid_until is not None and self.valid_until < day
        return not lapsed and self.withdrawn is None and bool(self.phone or self.mail)
