"""The pack for a memory stick: whole, the same bytes, provable, and every tool works from disk."""

import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, expect

from investment_portal.cli.command import DONE, USAGE
from investment_portal.cli.main import main
from investment_portal.publish.manifest import MANIFEST
from investment_portal.publish.pack import OPENING, READ_ME, SITE, SUMS
from tests.browser.watching import watched
from tests.sites import Site


class Unpacked(NamedTuple):
    """A pack, and the folder into which it was unpacked."""

    file: Path
    folder: Path


@pytest.fixture(scope="module")
def unpacked(real: Site, tmp_path_factory: pytest.TempPathFactory) -> Unpacked:
    """Pack the site and unpack it elsewhere."""
    folder = tmp_path_factory.mktemp("stick with blanks")
    file = folder / "portal.zip"
    assert main(["pack", str(file), "--site", str(real.out), "--portal", str(real.portal)], real.portal) == DONE
    with zipfile.ZipFile(file) as archive:
        archive.extractall(folder / "stick")
    return Unpacked(file, folder / "stick")


def test_the_pack_is_the_site(real: Site, unpacked: Unpacked) -> None:
    """Every file of the manifest, and the manifest; beside them how to open it and the sums."""
    packed = {path.relative_to(unpacked.folder).as_posix() for path in unpacked.folder.rglob("*") if path.is_file()}
    site = {path.relative_to(real.out).as_posix() for path in real.out.rglob("*") if path.is_file()}
    assert {OPENING, READ_ME, SUMS} | {f"{SITE}{name}" for name in site} >= packed
    assert packed >= {OPENING, READ_ME, SUMS, f"{SITE}{MANIFEST}", f"{SITE}index.html"}
    code = main(["verify-site", str(unpacked.folder / SITE), "--manifest", str(real.out / MANIFEST)], real.portal)
    assert code == DONE


def test_the_sums_are_right(unpacked: Unpacked) -> None:
    """As the usual program verifies them; an altered file is found."""
    program = shutil.which("sha256sum")
    assert program
    check = [program, "--check", "--quiet", "--strict", SUMS]
    assert subprocess.run(check, cwd=unpacked.folder, check=False).returncode == 0  # noqa: S603 - our own list
    page = unpacked.folder / SITE / "about/index.html"
    before = page.read_bytes()
    page.write_bytes(before + b" ")
    assert subprocess.run(check, cwd=unpacked.folder, check=False, capture_output=True).returncode == 1  # noqa: S603 - the same
    page.write_bytes(before)


def test_the_same_site_gives_the_same_bytes(real: Site, unpacked: Unpacked, tmp_path: Path) -> None:
    """Wherever and whenever it is packed."""
    again = tmp_path / "again.zip"
    assert main(["pack", str(again), "--site", str(real.out)], real.portal) == DONE
    assert again.read_bytes() == unpacked.file.read_bytes()


def test_what_cannot_be_packed_is_named(real: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A site that is not there or was altered; a file in no folder, or within the site."""
    assert (
        main(["pack", str(tmp_path / "a.zip"), "--site", str(tmp_path / "none"), "--lang", "en"], real.portal) == USAGE
    )
    assert "run build first" in capsys.readouterr().err
    for place in (tmp_path / "no" / "a.zip", tmp_path, real.out / "a.zip"):
        assert main(["pack", str(place), "--site", str(real.out), "--lang", "en"], real.portal) == USAGE
    copy = tmp_path / "copy"
    shutil.copytree(real.out, copy)
    page = copy / "about/index.html"
    page.write_bytes(page.read_bytes().replace(b"a", b"b"))
    assert main(["pack", str(tmp_path / "b.zip"), "--site", str(copy), "--lang", "en"], real.portal) == USAGE
    assert "is not as it was built" in capsys.readouterr().err
    assert not (tmp_path / "b.zip").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["copy"]


TOOLS = {
    "projects/index.html?sector=baijiu": ".list [data-id]:visible",
    "search/index.html?q=白酒": ".search-results a",
    "policies/matcher/index.html#sector=baijiu": ".matcher-results, .support-total",
    "costs/index.html?land=100": ".costs-park",
    "compare/index.html?ids=baijiu-brewing-base,baijiu-packaging-park": ".comparison-table",
    "contacts/index.html?from=suzhou&sector=baijiu": ".route-result a",
}
"""Pages with what their readers asked for, and what is then there."""


@pytest.mark.parametrize("address", TOOLS)
def test_tools_work_from_disk(unpacked: Unpacked, chromium: Browser, address: str) -> None:
    """Without a server: the filter, the search, the matcher, the cost sheet, the comparison, the route finder."""
    with watched(chromium) as watch:
        watch.page.goto(f"{(unpacked.folder / SITE).as_uri()}/{address}")
        expect(watch.page.locator(TOOLS[address]).first).to_be_visible()
        assert watch.faults == []


def test_it_opens_by_its_first_file(unpacked: Unpacked, chromium: Browser) -> None:
    """And leads on to every page."""
    with watched(chromium) as watch:
        watch.page.goto((unpacked.folder / OPENING).as_uri())
        watch.page.wait_for_url(f"{(unpacked.folder / SITE).as_uri()}/index.html")
        watch.page.goto(f"{(unpacked.folder / SITE).as_uri()}/projects/index.html")
        watch.page.locator(".list [data-id]:visible a").first.click()
        watch.page.wait_for_url(f"{(unpacked.folder / SITE).as_uri()}/projects/*/index.html")
        assert watch.faults == []
