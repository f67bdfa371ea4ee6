"""The check of accessibility: which pages stand for a site, what is found, and what is not looked at again."""

import json
import os
from pathlib import Path

import pytest

from investment_portal.cli.command import DATA_ERRORS, DONE, USAGE
from investment_portal.cli.main import main
from investment_portal.publish.accessibility import CACHE, PROGRAM, sample

PAGE = '<!doctype html><html lang="{}"><title>A page</title><body><main><h1>A page</h1>{}</main></body></html>'
MOVED = '<!doctype html><html lang="en"><meta http-equiv="refresh" content="0; url=../a/"><title>Moved</title></html>'


@pytest.fixture
def portal(tmp_path: Path) -> Path:
    """Return a portal with a built site of a few pages."""
    for language, prefix in (("zh", ""), ("en", "en/")):
        docs = tmp_path / "docs" / language
        for name in ("index.md", "about.md", "projects/index.md"):
            (docs / name).parent.mkdir(parents=True, exist_ok=True)
            (docs / name).write_text("text", "utf-8")
        for name in ("index", "about/index", "projects/index", "projects/a/index", "projects/b/index", "404"):
            page(tmp_path, f"{prefix}{name}.html", language)
    page(tmp_path, "projects/old/index.html", "zh").write_text(MOVED, "utf-8")
    (tmp_path / "site/assets").mkdir()
    return tmp_path


def page(portal: Path, path: str, language: str, content: str = "") -> Path:
    """Write a page of the site."""
    file = portal / "site" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(PAGE.format(language, content), "utf-8")
    os.utime(file, ns=(10**18, 10**18))
    return file


def test_sample(portal: Path) -> None:
    """Each hand-written page, the newest page of each column of records, in each language; no page that only moved."""
    new = portal / "site/en/projects/b/index.html"
    os.utime(new, ns=(2 * 10**18, 2 * 10**18))
    assert [sampled.path for sampled in sample(portal / "site", portal / "docs")] == [
        "en/index.html",
        "en/about/index.html",
        "en/projects/b/index.html",
        "index.html",
        "about/index.html",
        "projects/a/index.html",
    ]


def test_what_axe_objects_to(portal: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Each objection with its page and elements; pages that passed are not opened again until they change."""
    page(portal, "about/index.html", "zh", '<img src="x.png" id="plan">')
    assert main(["accessibility", "--lang", "en"], portal) == DATA_ERRORS
    lines = capsys.readouterr().out.splitlines()
    assert lines == [
        "about/index.html: [image-alt] Images must have alternative text",
        "    #plan",
        "Accessibility: 6 pages, 1 problem.",
    ]
    assert "about/index.html" not in json.loads((portal / CACHE).read_text("utf-8"))

    page(portal, "about/index.html", "zh", '<img src="x.png" alt="The plan">')
    assert main(["accessibility", "--lang", "en"], portal) == DONE
    before = (portal / CACHE).read_bytes()
    monkeypatch.setenv(PROGRAM, "/nowhere")
    assert main(["accessibility", "--lang", "en"], portal) == DONE
    page(portal, "about/index.html", "zh", "changed")
    assert main(["accessibility", "--lang", "en"], portal) == USAGE
    assert "There is no Chromium or Chrome that works." in capsys.readouterr().err
    assert (portal / CACHE).read_bytes() == before


def test_without_a_site(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It has to be built first."""
    assert main(["accessibility", "--lang", "en"], tmp_path) == USAGE
    assert "Run investment-portal build first." in capsys.readouterr().err


@pytest.mark.parametrize("damaged", ["", "[]", "{", "null"])
def test_a_damaged_cache_is_no_cache(portal: Path, damaged: str) -> None:
    """Everything is checked again."""
    (portal / CACHE).parent.mkdir()
    (portal / CACHE).write_text(damaged, "utf-8")
    assert main(["accessibility"], portal) == DONE
