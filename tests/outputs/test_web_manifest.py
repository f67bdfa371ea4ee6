"""The manifest of each language, and the icons that it and the pages name."""

import json
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from investment_portal.share_cards.icons import SIZES, TOUCH, MarkError, icon_path, icons
from investment_portal.theme import __file__ as theme
from tests.sites import Site

MEMBERS = {
    "name": str,
    "description": str,
    "lang": str,
    "dir": str,
    "start_url": str,
    "scope": str,
    "display": str,
    "theme_color": str,
    "background_color": str,
    "icons": list,
}
MARK = (Path(theme).parent / "assets/favicon.svg").read_text("utf-8")


@pytest.mark.parametrize("language", ["", "en/"])
def test_a_manifest_names_the_portal_and_icons_that_are_there(full: Site, language: str) -> None:
    """By relative addresses, so that the site works below any path."""
    path = full.out / language / "site.webmanifest"
    manifest = json.loads(path.read_text("utf-8"))
    assert {name: type(value) for name, value in manifest.items()} == MEMBERS
    assert manifest["name"] == full.catalog.site.name.in_("en" if language else "zh")
    assert (manifest["start_url"], manifest["scope"], manifest["display"]) == ("./", "./", "browser")
    assert {icon["sizes"] for icon in manifest["icons"]} == {"192x192", "512x512"}
    for icon in manifest["icons"]:
        with Image.open((path.parent / icon["src"]).resolve()) as picture:
            assert (picture.format, f"{picture.width}x{picture.height}") == ("PNG", icon["sizes"])


def test_every_page_names_icons_and_manifest(full: Site) -> None:
    """A picture and a drawing for tabs, a picture for telephones."""
    for name, page in full.pages.items():
        if 'http-equiv="refresh"' not in page.html:
            for end in ("icon-32.png", "favicon.svg", "icon-180.png", "site.webmanifest"):
                assert f'{end}">' in page.html, f"{name} {end}"


def test_icons_are_drawn_from_the_mark() -> None:
    """The same mark gives the same bytes; that of a home screen has no clear corners."""
    drawn = dict(icons(MARK, "#9b1c2e"))
    assert drawn == dict(icons(MARK, "#9b1c2e"))
    assert list(drawn) == [icon_path(size) for size in SIZES]
    for size in SIZES:
        with Image.open(BytesIO(drawn[icon_path(size)])) as picture:
            assert picture.size == (size, size)
            corner = picture.convert("RGBA").getpixel((0, 0))
            assert corner == ((0x9B, 0x1C, 0x2E, 255) if size == TOUCH else (0, 0, 0, 0))


def test_a_mark_that_cannot_be_drawn_is_refused() -> None:
    """With the file and what to do."""
    with pytest.raises(MarkError) as refused:
        list(icons("<svg>", "#9b1c2e"))
    assert "overrides/assets/favicon.svg" in refused.value.sentence.zh
    assert "overrides/assets/favicon.svg" in refused.value.sentence.en
