"""The same input gives the same bytes, wherever and however often it is built."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from investment_portal.build.build import build
from investment_portal.cli.command import DATA_ERRORS
from investment_portal.cli.main import main
from tests.sites import REPOSITORY, TINY_DAY, Site, tiny_portal


def digests(out: Path) -> dict[str, str]:
    """Return the digest of every file."""
    paths = sorted(path for path in out.rglob("*") if path.is_file())
    return {path.relative_to(out).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}


def times(out: Path) -> dict[Path, int]:
    """Return when every file was last written."""
    return {path: path.stat().st_mtime_ns for path in out.rglob("*") if path.is_file()}


def test_a_second_build_changes_no_file(full: Site) -> None:
    """Neither bytes nor times."""
    before = digests(full.out), times(full.out)
    again = build(full.portal, full.out, full.day)
    assert again.published
    assert again.published.changed == 0
    assert (
        digests(full.out),
        {path: path.stat().st_mtime_ns for path in full.out.rglob("*") if path.is_file()},
    ) == before


@pytest.mark.parametrize("seed", ["0", "12345"])
def test_clean_builds_are_identical(full: Site, tmp_path: Path, seed: str) -> None:
    """From another folder, in another process, with another order of hashes, in another place on earth."""
    portal = tiny_portal(tmp_path / "a portal elsewhere")
    surroundings = {**os.environ, "PYTHONHASHSEED": seed, "TZ": "Pacific/Auckland", "LC_ALL": "C"}
    command = [sys.executable, str(REPOSITORY / "build_catalog.py"), "--portal", str(portal), "build"]
    command += ["--out", str(tmp_path / "out"), "--date", TINY_DAY.isoformat()]
    subprocess.run(command, check=True, env=surroundings, capture_output=True)  # noqa: S603 - our own program
    assert digests(tmp_path / "out") == digests(full.out)


def test_errors_leave_the_old_site(full: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is written while anything is wrong."""
    portal, out = tiny_portal(tmp_path / "portal"), tmp_path / "site"
    shutil.copytree(full.out, out)
    before = digests(out)
    record = portal / "contacts/bureau.yaml"
    record.write_text(record.read_text("utf-8").replace("+86 10 0000 0001", "none"), "utf-8")
    call = ["--portal", str(portal), "build", "--out", str(out), "--date", TINY_DAY.isoformat(), "--lang", "en"]
    assert main(call, portal) == DATA_ERRORS
    assert "contacts/bureau.yaml:10:8" in capsys.readouterr().err
    assert digests(out) == before
