"""The portal's own clock: its days are those of its time zone, whatever the machine's clock is set to."""

import os
import subprocess
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from investment_portal.clock import day_of, zone, zone_of
from investment_portal.models.quantities.quantity import ValueRefusedError
from investment_portal.models.time_zone import ZONE
from tests.overlay import BAD, TESTS, lay

HALF_PAST_MIDNIGHT = 1790008200
"""2026-09-22 00:30 in Beijing, when it is still the day before in London, Berlin and New York."""


def portal_with(tmp_path: Path, line: str) -> Path:
    """Return a folder whose settings hold a line."""
    settings = tmp_path / "district" / "site.yaml"
    settings.parent.mkdir(parents=True)
    settings.write_bytes(line.encode())
    return tmp_path


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("name: {zh: 地, en: x}\n", "Asia/Shanghai"),
        ("time_zone: Europe/Berlin\n", "Europe/Berlin"),
        ("a: b\r\ntime_zone: 'America/New_York'  # ours\r\n", "America/New_York"),
        ('"time_zone": "Asia/Tokyo"\n', "Asia/Tokyo"),
        ("{time_zone: Asia/Tokyo, a: b}\n", "Asia/Tokyo"),
        ("name:\n  time_zone: Asia/Tokyo\n", "Asia/Shanghai"),
        ("time_zone: Mars/Olympus\n", "Asia/Shanghai"),
        ("time_zone: localtime\n", "Asia/Shanghai"),
        ("time_zone: [\n", "Asia/Shanghai"),
    ],
)
def test_the_zone_of_a_portal(tmp_path: Path, line: str, name: str) -> None:
    """However the setting is written; the usual zone where there is none that can be used."""
    assert str(zone_of(portal_with(tmp_path, line))) == name


def test_a_folder_without_settings(tmp_path: Path) -> None:
    """The check reports what is missing; the day is known all the same."""
    assert str(zone_of(tmp_path)) == "Asia/Shanghai"


@pytest.mark.parametrize("name", ["localtime", "Mars/Olympus", "../../etc/passwd", "Asia/", "asia/shanghai", "UTC+8"])
def test_names_that_are_no_zone(name: str) -> None:
    """None of them stands for the machine's own."""
    assert zone(name) is None
    with pytest.raises(ValueRefusedError):
        ZONE.check(name)


def test_the_nearest_zone_is_proposed() -> None:
    """For a name with a slip."""
    with pytest.raises(ValueRefusedError) as caught:
        ZONE.check("Asia/Shangai")
    assert "Asia/Shanghai" in caught.value.hint.en


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("Tokyo", "Asia/Tokyo"),
        ("Asia/Beijing", "Asia/Shanghai"),
        ("Dubai", "Asia/Dubai"),
        ("new york", "America/New_York"),
        ("asia/shanghai", "Asia/Shanghai"),
        ("北京时间", "Asia/Shanghai"),
        ("新加坡", "Asia/Singapore"),
        ("Frankfurt", "Europe/Berlin"),
        ("Singapur", "Asia/Singapore"),
    ],
)
def test_a_city_leads_to_its_zone(typed: str, named: str) -> None:
    """Whoever writes a city is told the zone of that city."""
    with pytest.raises(ValueRefusedError) as caught:
        ZONE.check(typed)
    assert f"“{named}”" in caught.value.hint.en


@pytest.mark.parametrize(
    ("name", "day"),
    [("Asia/Shanghai", 22), ("Asia/Tokyo", 22), ("Europe/Berlin", 21), ("America/New_York", 21), ("UTC", 21)],
)
def test_a_moment_has_another_day_in_another_zone(name: str, day: int) -> None:
    """At half past midnight in Beijing."""
    where = zone(name)
    assert where
    assert day_of(HALF_PAST_MIDNIGHT, where) == date(2026, 9, day)


@pytest.mark.parametrize("machine", ["UTC", "America/Los_Angeles", "Asia/Tokyo"])
@pytest.mark.parametrize(("line", "day"), [("", "2026-09-22"), ("time_zone: Europe/Berlin\n", "2026-09-21")])
def test_the_zone_of_the_machine_does_not_count(tmp_path: Path, machine: str, line: str, day: str) -> None:
    """A contact that lapses on 21 September has lapsed where the portal's own day is the 22nd."""
    root = lay(BAD / "filing-numbers", tmp_path / "portal")
    settings = root / "district" / "site.yaml"
    settings.write_text(line + settings.read_text("utf-8"), "utf-8")
    station = root / "contacts" / "south-station.yaml"
    station.write_text(station.read_text("utf-8") + "valid_until: 2026-09-21\n", "utf-8")
    report = check(root, {"TZ": machine, "SOURCE_DATE_EPOCH": str(HALF_PAST_MIDNIGHT)})
    assert ("contact-unreachable" in report) == (day == "2026-09-22")


def check(root: Path, environment: dict[str, str], options: Sequence[str] = ()) -> str:
    """Return the report of a check."""
    program = [sys.executable, str(TESTS.parent / "build_catalog.py"), "check", "--lang", "en", "--portal", str(root)]
    done = subprocess.run([*program, *options], capture_output=True, check=False, env={**os.environ, **environment})  # noqa: S603 - our own program
    assert done.stderr == b""
    return done.stdout.decode()
