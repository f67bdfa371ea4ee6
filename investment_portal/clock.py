"""The clock of a portal: its time zone, in which its days begin and end whatever the machine's clock is set to."""

import re
from datetime import UTC, date, datetime, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo

SETTINGS = "district/site.yaml"
KEY = b"time_zone"
LINE = re.compile(rb"^time_zone:[ \t]+(['\"]?)([A-Za-z0-9_+/-]+)\1[ \t]*(?:#.*)?\r?$", re.MULTILINE)
"""The setting as it is usually written."""

USUAL = "Asia/Shanghai"
"""The zone of a portal whose settings name none."""

NAME = r"UTC|[A-Z][A-Za-z_]+(?:/[A-Z][A-Za-z0-9_+-]*){1,2}"
"""Names of the IANA time zone database, without those that stand for the machine's own zone."""


def zone(name: str) -> ZoneInfo | None:
    """Return a time zone by its name in the IANA database; nothing where there is none."""
    if not re.fullmatch(NAME, name):
        return None
    try:
        return ZoneInfo(name)
    except (OSError, ValueError, KeyError):  # a zone that the database does not know is a KeyError
        return None


def zone_of(root: Path) -> ZoneInfo:
    """Return the time zone of the portal at ``root``; the usual one where its settings cannot be read or name none.

    The settings are not validated for this: a build in which nothing changed knows its day without models.
    """
    return zone(_name_in(root)) or ZoneInfo(USUAL)


def _name_in(root: Path) -> str:
    try:
        content = (root / SETTINGS).read_bytes()
    except OSError:
        return USUAL
    line = LINE.search(content)
    if line:
        return line[2].decode("ascii")
    return _parsed_name(content) if KEY in content else USUAL


def _parsed_name(content: bytes) -> str:
    """Return the setting where it is written in another way."""
    from investment_portal.content.text import Unreadable  # noqa: PLC0415 - seldom needed
    from investment_portal.content.yaml_loader import load  # noqa: PLC0415 - the same

    try:
        settings = load(content).value
    except Unreadable:
        return USUAL
    name = settings.get("time_zone") if isinstance(settings, dict) else None
    return name if isinstance(name, str) else USUAL


def day_of(seconds: int, where: tzinfo) -> date:
    """Return the day on which a moment (seconds since 1970) lies in a time zone; raise as ``fromtimestamp`` does."""
    return datetime.fromtimestamp(seconds, UTC).astimezone(where).date()


def day_now(where: tzinfo) -> date:
    """Return the present day in a time zone."""
    return datetime.now(where).date()
