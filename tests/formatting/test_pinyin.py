"""Readings of Chinese names: computed apart, cached, and the same however they are computed."""

import os
import threading
from collections.abc import Sequence
from pathlib import Path

import pytest

from investment_portal.formatting import pinyin
from investment_portal.formatting.pinyin import Readings, reading, readings_of

NAMES = ("重庆片式电容器项目", "江阳区投资促进中心", "LED 灯饰")
HERE = os.getpid()


@pytest.fixture(autouse=True)
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Count no threads: the runner of the tests may have some."""
    monkeypatch.setattr(threading, "active_count", lambda: 1)


def test_readings_are_cached(tmp_path: Path) -> None:
    """Only names with Chinese signs are read; the next build asks for none of them."""
    first = Readings(tmp_path / "readings")
    first.prepare(lambda: [*NAMES, "Electronics"])
    assert dict(first) == {name: reading(name) for name in NAMES}
    assert first["重庆片式电容器项目"].startswith("chong qing")
    first.keep()
    again = Readings(tmp_path / "readings")
    again.prepare(lambda: pytest.fail("all names are known"))
    assert dict(again) == dict(first)


def _die_elsewhere(names: Sequence[str]) -> dict[str, str]:
    if os.getpid() != HERE:
        os._exit(9)
    return readings_of(names)


def test_a_lost_process_costs_time_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Readings that it did not finish are computed here."""
    monkeypatch.setattr(pinyin, "readings_of", _die_elsewhere)
    lost = Readings(tmp_path / "readings")
    lost.prepare(lambda: NAMES)
    assert dict(lost) == readings_of(NAMES)
