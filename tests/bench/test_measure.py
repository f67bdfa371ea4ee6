"""Measuring: time, memory and failures of whole commands."""

import os
import sys
from pathlib import Path

import pytest

from bench.peers.measure import Failed, measure
from bench.peers.newer_libc import archive_in
from bench.peers.watch import busy_in, group_and_pages, share_in

STATUS = "4242 (node (main) x) S 1 4240 4242 0 -1 4194560 15 0 0 0 7 3 0 0 20 0 11 0 88431 1228931072 31250 184467"


def test_the_status_of_a_process_is_read() -> None:
    """A program's name may hold brackets and blanks."""
    assert group_and_pages(STATUS) == (4240, 31250)


def test_work_of_the_whole_machine_is_read() -> None:
    """Idle processors and those that wait for a disk do not work; what a host took away is work of others."""
    ticks = os.sysconf("SC_CLK_TCK")
    assert busy_in(f"cpu  {ticks} {ticks} {ticks} 900000 900000 {ticks} {ticks} {ticks} 5 5\ncpu0 1 1 1 1 1\n") == 6


def test_memory_of_the_command_is_measured(tmp_path: Path) -> None:
    """Of the processes that it starts, too; not of the one that measures."""
    ballast = bytearray(os.urandom(1)) * 200_000_000
    inner = f"{sys.executable} -I -S -c 'held = bytearray(80_000_000)'"
    cost = measure(f'sh -c "{inner}"', os.environ, tmp_path / "log", 60)
    assert 75 < cost.memory < 180 < len(ballast) / 2**20
    assert cost.seconds > 0


def test_what_processes_share_counts_once(tmp_path: Path) -> None:
    """Copies of a process hold the same pages until one of them writes."""
    assert share_in("00400000-7fff [rollup]\nRss:    3000 kB\nPss:    2000 kB\nPss_Dirty: 1 kB\n") == 2000 * 1024
    inner = "import os, time; held = b'x' * 80_000_000; os.fork(); os.fork(); time.sleep(1)"
    cost = measure(f'{sys.executable} -I -S -c "{inner}"', os.environ, tmp_path / "log", 60)
    assert 75 < cost.memory < 140


def test_a_failure_says_what_the_tool_said(tmp_path: Path) -> None:
    """The command, its exit code and its last words."""
    with pytest.raises(Failed, match=r"exit code 3\nno template"):
        measure("echo no template >&2; exit 3", os.environ, tmp_path / "log", 60)


def test_what_takes_too_long_is_stopped(tmp_path: Path) -> None:
    """With all that it started."""
    with pytest.raises(Failed, match=r"stopped after 0\.1 seconds"):
        measure("sleep 600 & sleep 600", os.environ, tmp_path / "log", 0.1)


@pytest.mark.parametrize(
    ("sources", "archive"),
    [
        ("deb http://deb.example.org/debian/ bookworm main\n", "http://deb.example.org/debian"),
        (
            "deb [arch=amd64 signed-by=/a.gpg] http://deb.example.org/debian bookworm main\n",
            "http://deb.example.org/debian",
        ),
        ("Types: deb\nURIs: http://deb.example.org/debian\nSuites: bookworm\n", "http://deb.example.org/debian"),
        (
            "URIs: http://x.example.org/debian-security\n\nURIs: http://x.example.org/debian\n",
            "http://x.example.org/debian",
        ),
        ("# deb http://deb.example.org/debian bookworm main\n", None),
    ],
)
def test_the_archive_of_the_machine_is_found(sources: str, archive: str | None) -> None:
    """In both forms of a list of package sources; never the archive of security fixes."""
    assert archive_in(sources) == archive
