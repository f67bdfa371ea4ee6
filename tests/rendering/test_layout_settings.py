"""The settings of the layouts are known before the records are read, and decided afterwards."""

import shutil
from pathlib import Path

import pytest

from investment_portal.rendering.layout_settings import Settings, expected_settings, layout_settings
from investment_portal.validation.record_reader import read_portal
from tests.sites import TINY_DAY, Site, tiny_portal


@pytest.fixture
def portal(tmp_path: Path) -> Path:
    """Return the tiny portal with every field filled."""
    return tiny_portal(tmp_path / "portal")


def decided(portal: Path) -> Settings:
    """Return the settings after all records were read."""
    return layout_settings(portal, read_portal(portal).catalog, TINY_DAY)


def empty(settings: Settings | None) -> list[str]:
    """Return the empty columns, which are the same in both languages."""
    assert settings
    assert settings["zh"]["empty"] == settings["en"]["empty"]
    columns: list[str] = settings["zh"]["empty"]
    return columns


def test_the_usual_settings_are_expected(real: Site, full: Site) -> None:
    """With records in the archive and without: the layouts are rendered once."""
    assert expected_settings(real.portal) == decided(real.portal)
    assert expected_settings(full.portal) == decided(full.portal)
    assert empty(decided(full.portal)) == []
    assert "archive" in empty(decided(real.portal))


def test_columns_without_records_are_empty(portal: Path) -> None:
    """With their folder and without it."""
    for path in (portal / "district/notices").iterdir():
        path.unlink()
    shutil.rmtree(portal / "district/events")
    assert empty(expected_settings(portal)) == empty(decided(portal)) == ["events", "notices"]


def test_an_unusual_key_is_not_expected(portal: Path) -> None:
    """The records decide: a key that is there and empty, or written as nobody writes it."""
    for path in portal.rglob("*.yaml"):
        lines = path.read_text("utf-8").splitlines(keepends=True)
        if any(line.startswith(("withdrawn:", "formerly:")) for line in lines):
            path.unlink()
    record = next(path for path in sorted((portal / "contacts").iterdir()))
    record.write_text(record.read_text("utf-8") + "formerly: []\n", "utf-8")
    assert "archive" not in empty(expected_settings(portal))
    assert "archive" in empty(decided(portal))


def test_the_last_build_tells_whether_archive_and_network_are_empty(portal: Path) -> None:
    """No record is opened."""
    assert empty(expected_settings(portal, ["archive", "network", "parks"])) == ["archive", "network"]
    assert empty(expected_settings(portal, [])) == []


def test_a_network_of_nobody_leaves_the_menu(portal: Path) -> None:
    """Where the bureau has nobody elsewhere."""
    for path in (portal / "contacts").iterdir():
        if any(f"kind: {kind}" in path.read_text("utf-8") for kind in ("group", "representative", "station")):
            path.unlink()
    assert "network" in empty(expected_settings(portal))
    assert "network" in empty(decided(portal))


@pytest.mark.parametrize("text", ["name: {", "demo: true\n", ""])
def test_settings_with_an_error_are_not_expected(portal: Path, text: str) -> None:
    """The check reports it, and nothing is rendered."""
    (portal / "district/site.yaml").write_text(text, "utf-8")
    assert expected_settings(portal) is None


def test_words_of_the_layouts(portal: Path) -> None:
    """The portal's own come before the theme's; a file that cannot be read is left to the check."""
    folder = portal / "overrides/words/en"
    folder.mkdir(parents=True)
    (folder / "ours.yaml").write_text("layout_home: Start\n", "utf-8")
    (folder / "list.yaml").write_text("- no words\n", "utf-8")
    expected = expected_settings(portal)
    assert expected == decided(portal)
    assert expected["en"]["words"]["home"] == "Start"
    assert expected["zh"]["words"]["home"] == "首页"
    (folder / "folder.yaml").mkdir()
    assert expected_settings(portal) is None
