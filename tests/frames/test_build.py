"""Frames are built when something that goes into them has changed; what cannot be rendered is said in a few lines."""

import shutil
from pathlib import Path

import pytest

from catalog.commands.command import BUG, DATA_ERRORS, DONE
from catalog.commands.main import main
from catalog.frames.build import build_frames
from catalog.frames.failed import FramesFailed
from catalog.frames.settings import empty_columns, frame_settings
from catalog.load.reading import read_portal
from tests.sites import TINY_DAY, Site, tiny_portal


@pytest.fixture
def portal(full: Site, tmp_path: Path) -> Path:
    """Give a portal whose frames are built already."""
    root = tiny_portal(tmp_path / "portal")
    shutil.copytree(full.portal / ".cache", root / ".cache")
    return root


def kept(portal: Path) -> dict[str, int]:
    """Give the folders of frames, each with the time at which it was finished."""
    return {path.name: (path / "complete").stat().st_mtime_ns for path in (portal / ".cache/frames").iterdir()}


def test_unchanged_frames_are_taken_from_the_cache(portal: Path) -> None:
    """Wherever the portal stands."""
    before = kept(portal)
    build_frames(portal, read_portal(portal).catalog)
    assert kept(portal) == before
    assert len(before) == 2


@pytest.mark.parametrize("name", ["docs/en/about.md", "overrides/theme/main.html", "mkdocs.en.yml"])
def test_changed_input_is_built_again(portal: Path, name: str) -> None:
    """And what nobody needs any more is forgotten."""
    before = kept(portal)
    path = portal / name
    path.write_text(path.read_text("utf-8") + "\n", "utf-8")
    build_frames(portal, read_portal(portal).catalog)
    after = kept(portal)
    assert len(after) == 2
    assert any(one.startswith("en-") and one not in before for one in after)
    assert any(one.startswith("zh-") and one in before for one in after) == (name == "docs/en/about.md")


def test_frames_that_were_not_finished_are_built_again(portal: Path) -> None:
    """A build that was killed leaves no mark."""
    for path in (portal / ".cache/frames").iterdir():
        (path / "complete").unlink()
        shutil.rmtree(path / "site")
    frames = build_frames(portal, read_portal(portal).catalog)
    assert {"projects", "policies"} <= frames["zh"].frames.keys()


def test_empty_columns_leave_the_menu(portal: Path) -> None:
    """An empty column counts against a site."""
    for path in (portal / "district/notices").iterdir():
        path.unlink()
    catalog = read_portal(portal).catalog
    assert empty_columns(catalog) == ["notices"]
    assert frame_settings(catalog, "zh")["empty"] == ["notices"]
    frame = build_frames(portal, catalog)["zh"].pages["index.html"]
    assert "notices/" not in "".join(frame.literals)
    assert "projects/" in "".join(frame.literals)


BAD = {
    "mkdocs.yml": ("name: material\n", "name: materialx\n", "materialx"),
    "mkdocs.en.yml": ("about.md", "abuot.md", "abuot.md"),
    "overrides/theme/main.html": ("{% extends", "{% extend", "overrides/theme/main.html:2"),
    "overrides/theme/partials/footer.html": ("{% endif %}", "", "overrides/theme/partials/footer.html:"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_rendered_is_said(portal: Path, name: str, capfd: pytest.CaptureFixture[str]) -> None:
    """A sentence and what MkDocs or the template objects to: exit 1, no traceback."""
    find, put, said = BAD[name]
    path = portal / name
    before = path.read_text("utf-8")
    assert find in before
    path.write_text(before.replace(find, put), "utf-8")
    with pytest.raises(FramesFailed, match=said):
        build_frames(portal, read_portal(portal).catalog)
    call = ["build", "--lang", "en", "--date", TINY_DAY.isoformat()]
    assert main(call, portal) == DATA_ERRORS
    shown = capfd.readouterr().err
    assert "the site was not changed" in shown
    assert said in shown
    assert "Traceback" not in shown


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("overrides/pages/record.html", "{{ view.nothing }}", "overrides/pages/record.html:1: "),
        ("overrides/pages/record.html", "{% if %}", "overrides/pages/record.html:1: "),
        (
            "overrides/pages/components/facts.html",
            "\n{{ words['nothing'] }}",
            "overrides/pages/components/facts.html:2: ",
        ),
    ],
)
def test_a_template_that_fails_is_named(
    portal: Path, name: str, text: str, said: str, capfd: pytest.CaptureFixture[str]
) -> None:
    """With its line: exit 1, no traceback."""
    (portal / name).write_text(text, "utf-8")
    assert main(["build", "--lang", "en", "--date", TINY_DAY.isoformat()], portal) == DATA_ERRORS
    shown = capfd.readouterr().err
    assert said in shown
    assert "Traceback" not in shown


def test_our_own_bugs_stay_ours(
    portal: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """They are not laid to a template: exit 3."""

    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("catalog.publish.site.Site.publish", fail)
    assert main(["build", "--lang", "en", "--date", TINY_DAY.isoformat()], portal) == BUG
    assert "Traceback" in capfd.readouterr().err
    monkeypatch.undo()
    assert main(["build", "--lang", "en", "--date", TINY_DAY.isoformat()], portal) == DONE
