"""Phone numbers as staff write them: international, of mainland China, service numbers; each with its extension."""

import re
from typing import TYPE_CHECKING

from investment_portal.characters import HALF_WIDTH
from investment_portal.languages import NOTHING, Sentence
from investment_portal.models.base import Model, field
from investment_portal.models.choice import Choice
from investment_portal.models.quantities.quantity import Parsed, refusal, stands_for
from investment_portal.models.text import Text
from investment_portal.problems import got, suggested
from investment_portal.value import Value

INTERNATIONAL = r"\+(?!86[ -]?0)[1-9](?:[0-9]{0,2}(?:[ -][0-9]{1,12}){1,5}|[0-9]{6,14})"
MAINLAND = r"(?:\(0(?:10|2[0-9]|[3-9][0-9]{2})\) ?|0(?:10|2[0-9]|[3-9][0-9]{2})[ -]?)[1-9][0-9]{2,3}[ -]?[0-9]{4}"
"""An area code and a number as they are written within mainland China."""

SERVICE = (
    r"(?:1[12][0-9]|1[012][0-9]{3}|116[0-9]{3}|9[56][0-9]{3,6}"
    r"|[48]00(?:[0-9]{7}|[ -][0-9]{3}[ -][0-9]{4}|[ -][0-9]{4}[ -][0-9]{3}|[ -][0-9]{7}))"
)
"""Short numbers, and those that begin with 400 or 800: exchanges outside China do not know them."""

SERVICE_OF_CHINA = re.compile(r"\+86 (?:[48]00|9[56][0-9]{3}|1[0-2][0-9]{3})(?![0-9])")
"""Service numbers to which the country's code was added, which does not make them work from abroad."""

EXTENSION = r"[0-9]{1,8}"
BEFORE_EXTENSION = r"(?: ?(?:转|轉|分机号?|ext\.?|Ext\.?|EXT\.?|extension|x|#) ?|;ext=)"
PHONE = f"(?:{INTERNATIONAL}|{MAINLAND}|{SERVICE})(?:{BEFORE_EXTENSION}{EXTENSION})?"
SPLIT = re.compile(f"(.*?)(?:{BEFORE_EXTENSION}({EXTENSION}))?")
MAINLAND_WITH_DASH = re.compile(f"({MAINLAND})-([0-9]{{1,6}})")
"""An extension behind a dash, as often written after a number of mainland China."""

MARK = ";ext="
"""Stands between a number and its extension, as in an address of RFC 3966."""

CHINA = "+86"
CHINA_ZONES = frozenset({"Asia/Shanghai", "Asia/Chongqing", "Asia/Harbin", "Asia/Urumqi", "Asia/Kashgar", "PRC"})

BLANKS = Sentence(
    "国家代码前写 +，区号去掉开头的 0，各段之间用空格；分机写在 extension，或在号码后写“转 801”。",
    "Begin with + and the country, drop the 0 of the area, part with spaces; "
    "an extension stands in extension, or as “ext. 801” behind the number.",
)
SEVERAL = Sentence(
    "一项只写一个号码，其余号码写在 phones 里，每个一项。",
    "Write one number here, and each of the others as an entry of phones.",
)
MOBILE = re.compile(r"1[3-9][0-9]{9}")


def parse_phone(value: object) -> str:
    """Return a phone number as it was typed, its extension behind ``;ext=``."""
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    number = _parsed(value.strip()) if isinstance(value, str) else ""
    if number:
        return number
    typed = got(value)
    raise refusal(
        "bad-phone",
        f"电话应写成国际格式“+86 830 000 0001”，或服务号码“12345”“400-000-0000”；{typed.zh}。",
        f"A phone number must be written like “+86 830 000 0001”, or as a service number, like “12345” or "
        f"“400-000-0000”; {typed.en}.",
        _suggestion(value) if isinstance(value, str) else BLANKS,
    )


def _parsed(text: str) -> str:
    dashed = MAINLAND_WITH_DASH.fullmatch(text)
    if dashed:
        return dashed[1] + MARK + dashed[2]
    match = SPLIT.fullmatch(text) if re.fullmatch(PHONE, text) else None
    if match is None:
        return ""
    number, extension = match.groups()
    return number + MARK + extension if extension else number


def _suggestion(text: str) -> Sentence:
    """Guess how a number can be mended."""
    plain = text.translate(HALF_WIDTH).strip()
    mobile = re.sub(r"[ -]", "", plain)
    loose = re.sub(r"^00", "+", re.sub(r"(?:[\s.]|\(0?\))+", " ", plain)).strip()
    if len(re.findall(r"[0-9]{7}", plain)) > 1 and re.search(r"[/、，,;；]", plain):
        return SEVERAL
    coded = re.sub(r"^\+?86[ -]?0?(?=[1-9])", f"{CHINA} ", loose)
    of_mobile = f"{CHINA} {mobile[:3]} {mobile[3:7]} {mobile[7:]}" if MOBILE.fullmatch(mobile) else ""
    for guess in (plain, of_mobile, loose, coded):
        if guess and guess != text and _parsed(guess):
            return suggested(guess)
    return BLANKS


if TYPE_CHECKING:
    Phone = str
else:

    @stands_for(str)
    class Phone(Parsed):
        """A phone number; a short one may stand without quotes."""

        parse = staticmethod(parse_phone)


def parse_extension(value: object) -> str:
    """Return the digits of an extension."""
    text = str(value) if isinstance(value, int | str) and not isinstance(value, bool) else ""
    if re.fullmatch(EXTENSION, text):
        return text
    typed = got(value)
    raise refusal(
        "bad-phone",
        f"分机号只写数字，例如 801；{typed.zh}。",
        f"An extension has digits only, as 801; {typed.en}.",
        suggested(digits[0]) if len(digits := re.findall("[0-9]+", text)) == 1 else NOTHING,
    )


if TYPE_CHECKING:
    Extension = str
else:

    @stands_for(str)
    class Extension(Parsed):
        """The digits that are dialled once the number answers."""

        parse = staticmethod(parse_extension)


class LineKind(Choice):
    """Purposes of a number of a contact."""

    OFFICE = "office", "办公电话", "Office"
    DUTY = "duty", "值班电话", "Duty phone"
    MOBILE = "mobile", "手机", "Mobile"
    COMPLAINTS = "complaints", "投诉电话", "Complaints"
    SWITCHBOARD = "switchboard", "总机", "Switchboard"


class PhoneLine(Model):
    """One more number of a contact."""

    kind: LineKind = field("类型", "Kind", default=LineKind.OFFICE)
    label: Text | None = field("名称", "Label", default=None)
    number: Phone = field("号码", "Number")
    extension: Extension | None = field("分机", "Extension", default=None)
    from_outside: Phone | None = field("外地拨打", "From elsewhere in China", default=None)
    from_abroad: Phone | None = field("境外拨打", "From abroad", default=None)

    def check(self) -> None:
        """Refuse a second extension."""
        check_extension(self.number, self.extension)


def check_extension(number: str | None, extension: str | None) -> None:
    """Refuse an extension without a number, and one beside a number that has another one."""
    if extension and not number:
        zh, en = "写了分机（extension），也要写电话（phone）。", "With an extension, the phone must be given too."
        raise refusal("bad-phone", zh, en, key="extension")
    if extension and number and MARK in number:
        zh = "分机只写一次：写在 extension，或写在号码后面。"
        en = "Write the extension once: in extension, or behind the number."
        raise refusal("bad-phone", zh, en, key="extension")


class DialledNumber(Value):
    """A number as it is dialled: in international form where it has one, as typed where it is a service number."""

    number: str
    extension: str = ""

    @property
    def is_service(self) -> bool:
        """True if exchanges outside China do not know the number."""
        return not self.number.startswith("+") or SERVICE_OF_CHINA.match(self.number) is not None

    @property
    def href(self) -> str:
        """The address that a telephone dials (RFC 3966)."""
        digits = re.sub(r"[^0-9+]", "", self.number)
        return f"tel:{digits}{MARK}{self.extension}" if self.extension else f"tel:{digits}"


def dialled(number: str, extension: str | None = None) -> DialledNumber:
    """Return how a number is dialled, with an extension of its own or one that stands beside it."""
    plain, _, inner = number.partition(MARK)
    if re.fullmatch(MAINLAND, plain):
        area, local = _area_and_rest(re.sub("[^0-9]", "", plain))
        plain = f"{CHINA} {area} {local}"
    return DialledNumber(re.sub("(?<=[0-9])-", " ", plain) if plain.startswith("+") else plain, extension or inner)


def _area_and_rest(digits: str) -> tuple[str, str]:
    """Return area code without its 0, and number: areas of two digits begin with 1 or 2."""
    length = 2 if digits[1] in "12" else 3
    return digits[1 : 1 + length], digits[1 + length :]


def is_mainland(number: str) -> bool:
    """Return whether a number is written as within mainland China, by its area code."""
    return re.fullmatch(MAINLAND, number.partition(MARK)[0]) is not None
