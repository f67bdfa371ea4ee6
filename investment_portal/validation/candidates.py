"""Other ways to write a value, from the smallest change to the largest: one of them may be the one that was meant."""

import re
from collections.abc import Iterator

from investment_portal.characters import HALF_WIDTH, LOOK_ALIKE, ODD_SPACES, without_invisible
from investment_portal.models.industry import section_of

_DASHES = re.compile(r"[‐‑‒–—―−－~～〜至到]+")
_AROUND = "“”‘’「」『』《》〈〉【】()（）[]［］{}｛｝<>\"'`，,。;；、"
_ODD = "".join(ODD_SPACES)

_MAIL = re.compile(r"([\w.+-]+)\s*(?:@|\(at\)|\[at\])\s*([\w-]+(?:\s*[.,]\s*[\w-]+)+)", re.IGNORECASE)
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+(?:[/?#].*)?")
_SCHEME = re.compile(r"(https?)\s*[:;]?\s*/*(?=[\w-]+\.)", re.IGNORECASE)
_CLOCK = re.compile(
    r"(?P<half>上午|早上|下午|晚上|中午)?\s*(?P<hour>[0-9]{1,2})\s*(?:[:：.点时時h]\s*(?P<minute>[0-9]{2}|半)?\s*分?)?\s*(?P<english>[ap]\.?m\.?)?",
    re.IGNORECASE,
)
_EXTENSION = re.compile(r"(?:转|分机|ext\.?|x|#)\s*[0-9]+\s*\Z", re.IGNORECASE)
_CODE = re.compile(r"([A-T]?)([0-9]{2,4})")

NOON, DAY_HOURS, MINUTES = 12, 24, 60


def candidates(typed: str) -> Iterator[str]:
    """Yield other ways to write a value; the caller takes the first that its field accepts."""
    seen = {typed}
    for plain in _plainer(typed):
        for candidate in (plain, *_of_known_form(plain)):
            if candidate and candidate not in seen:
                seen.add(candidate)
                yield candidate


def _plainer(typed: str) -> Iterator[str]:
    """Yield a value in the signs of a usual keyboard, changed step by step."""
    text = without_invisible(typed).strip(_ODD + " ")
    yield text
    text = "".join(LOOK_ALIKE.get(sign, sign) for sign in text)
    yield text
    text = text.translate(HALF_WIDTH).replace("。", ".")
    yield text
    text = text.strip(_AROUND + " ")
    yield text
    dashed = _DASHES.sub("-", text)
    yield dashed
    yield re.sub(r"\s+", "", dashed)
    yield dashed.lower()
    yield re.sub(r"[\s_-]+", "-", dashed.lower())
    yield re.sub(r"[\s_-]+", "_", dashed.lower())
    yield dashed.upper()


def _of_known_form(text: str) -> Iterator[str]:
    """Yield what a text can stand for where an address, a file, a time, a number of a telephone or a code is meant."""
    yield from _codes(text)
    yield from _mails(text)
    yield from _addresses(text)
    yield from _hours(text)
    yield from _phones(text)
    yield from _files(text)
    yield f"#{text.lower()}"


def _mails(text: str) -> Iterator[str]:
    match = _MAIL.search(text)
    if match:
        yield f"{match[1]}@{re.sub(r'[^0-9A-Za-z-]+', '.', match[2])}"


def _addresses(text: str) -> Iterator[str]:
    spaced = text.replace(" ", "%20")
    if _HOST.fullmatch(spaced):
        yield f"https://{spaced}"
    match = _SCHEME.match(spaced)
    if match:
        yield f"{match[1].lower()}://{spaced[match.end() :]}"


def _files(text: str) -> Iterator[str]:
    path = text.replace("\\", "/").strip("/")
    path = path[path.rfind("assets/") + len("assets/") :] if "assets/" in path else path
    yield path
    stem, dot, ending = path.rpartition(".")
    if dot:
        yield f"{stem}.{ending.lower()}"
        yield stem.rpartition("/")[2]


def _hours(text: str) -> Iterator[str]:
    times = [_time(match) for match in _CLOCK.finditer(text)]
    if 0 < len(times) <= len(("from", "until")) and all(times):
        yield "-".join(filter(None, times))


def _time(match: re.Match[str]) -> str | None:
    """Return a time of the 24-hour clock."""
    hour = int(match["hour"])
    minute = 30 if match["minute"] == "半" else int(match["minute"] or 0)
    late = match["half"] in {"下午", "晚上"} or (match["english"] or "").lower().startswith("p")
    hour += NOON if late and hour < NOON else 0
    return f"{hour:02}:{minute:02}" if hour <= DAY_HOURS and minute < MINUTES else None


def _phones(text: str) -> Iterator[str]:
    """Yield a number of China, or one with its country, in groups."""
    first = re.split(r"[、/;,，；]|或", text)[0]
    first = re.sub(r"\A[^0-9+(]+", "", first).strip()
    if _EXTENSION.search(first):
        return
    digits = re.sub(r"[^0-9]", "", first)
    abroad = first.startswith("+") or digits.startswith("00")
    digits = digits.removeprefix("00") if digits.startswith("00") else digits
    if abroad and not digits.startswith("86"):
        yield "+" + re.sub(r"[^0-9]+", " ", re.sub(r"\A(?:\+|00)|\(0\)", "", first)).strip()
        return
    national = digits.removeprefix("86") if abroad else digits
    if re.fullmatch(r"1[3-9][0-9]{9}", national):
        yield f"+86 {national[:3]} {national[3:7]} {national[7:]}"
    elif abroad or national.startswith("0"):
        national = national.removeprefix("0")
        size = 2 if national.startswith(("10", "2")) else 3
        area, number = national[:size], national[size:]
        if len(number) in {7, 8}:
            yield f"+86 {area} {number[:-4]} {number[-4:]}"
    elif re.fullmatch(r"[48]00[0-9]{7}", national):
        yield f"+86 {national[:3]} {national[3:6]} {national[6:]}"


def _codes(text: str) -> Iterator[str]:
    match = _CODE.fullmatch(re.sub(r"[^0-9A-Z]", "", text.upper()))
    if match:
        section = match[1] or section_of(match[2][:2])
        if section:
            yield section + match[2]
