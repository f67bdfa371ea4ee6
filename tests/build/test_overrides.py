"""Files of overrides replace files of the theme; all others come from the theme."""

import shutil
from pathlib import Path

import pytest

from investment_portal.build.build import build
from investment_portal.rendering.assets import HASHED
from tests.build.test_same import tree
from tests.overlay import WITHOUT_CACHE
from tests.sites import TINY_DAY, tiny_portal


@pytest.fixture
def portal(tmp_path: Path) -> Path:
    """Return a portal that overrides nothing, and whose folder is not there."""
    root = tiny_portal(tmp_path / "portal")
    shutil.rmtree(root / "overrides")
    return root


def site_of(portal: Path) -> dict[str, bytes]:
    """Build the portal and return its files; names stand without the hash of styles and scripts."""
    result = build(portal, portal.parent / "site", TINY_DAY)
    assert result.published, result.problems
    return {HASHED.sub("", name): content for name, content in tree(portal.parent / "site").items()}


OVERRIDES = {
    "pages/policy.html": ("<p>ours</p>", "policies/equipment-grant/index.html", "<p>ours</p>"),
    "words/en/ours.yaml": ("example: Specimen\n", "en/projects/hostile-hall/index.html", "Specimen"),
    "words/zh/ours.yaml": ("layout_skip: 直达正文\n", "about/index.html", "直达正文"),
    "styles/project_list.css": ("p { color: red }\n", "assets/styles/project_list.css", "color:red"),
    "styles/ours.css": ("p { color: red }\n", "assets/styles/ours.css", "color:red"),
    "scripts/lib/clipboard.js": ("export const copyText = () => 'ours';\n", "assets/scripts/contacts.js", "'ours'"),
    "pages/illustrations/hero.svg": ("<svg><title>ours</title></svg>", "index.html", "<title>ours</title>"),
    "home.html": ("<p>ours</p>", "index.html", "<p>ours</p>"),
    "assets/pages.css": ("p { color: teal }\n", "assets/styles/portal.css", "p{color:teal}"),
}
"""Files with their text, and what is seen of each in a file of the site."""


def test_each_file_is_overridden_and_falls_back(portal: Path, tmp_path: Path) -> None:
    """Added, it changes what shows it, as in a clean build; removed, everything is as it was."""
    before = site_of(portal)
    for name, (text, shown, holds) in OVERRIDES.items():
        path = portal / "overrides" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        after = site_of(portal)
        assert holds in after[shown].decode(), name
        assert holds not in before.get(shown, b"").decode(), name
        copy = Path(shutil.copytree(portal, tmp_path / "copy" / "portal", ignore=WITHOUT_CACHE))
        shutil.copytree(portal / ".cache" / "layouts", copy / ".cache" / "layouts")
        assert site_of(copy) == after, name
        shutil.rmtree(tmp_path / "copy")
        path.unlink()
        assert site_of(portal) == before, name
    shutil.rmtree(portal / "overrides")
    assert site_of(portal) == before
