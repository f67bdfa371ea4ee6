"""Styles and scripts are published under names with a hash of their content, and pages link to them by these."""

import hashlib
import re
from pathlib import Path

import pytest

from investment_portal.build.build import build
from investment_portal.publish.web_files import ASK_AGAIN, FOR_EVER, cache_control
from investment_portal.rendering.assets import HASHED, STYLE_OR_SCRIPT, layout_names, with_published_names
from investment_portal.rendering.page_bundles import SEPARATOR
from tests.sites import TINY_DAY, Site, tiny_portal

REFERENCE = re.compile(r'(?:href|src)="([^"?#]+\.(?:css|js))"')
NAMES = {"assets/a.css": "assets/a.11111111.css", "css/b.css": "css/b.22222222.css", "a.js": "a.33333333.js"}


def files_of(site: Path) -> dict[str, bytes]:
    """Return the files of a site by path."""
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def hashed_names(files: dict[str, bytes]) -> set[str]:
    """Return the styles and scripts of a site but for data."""
    return {name for name in files if STYLE_OR_SCRIPT.search(name) and not name.startswith("assets/data/")}


@pytest.mark.parametrize(
    ("html", "linked"),
    [
        ('<link rel="stylesheet" href="assets/a.css">', "assets/a.11111111.css"),
        ('<link rel="stylesheet" href="../../assets/a.css">', "../../assets/a.11111111.css"),
        ('<link rel="stylesheet" href="/portals/sample/assets/a.css">', "/portals/sample/assets/a.11111111.css"),
        ('<script src="../a.js?v=1" defer>', "../a.33333333.js?v=1"),
        ('<script src="a.js#x" defer>', "a.33333333.js#x"),
        ('<a href="../css/b.css">', "../css/b.22222222.css"),
        ('<script src="../b.js">', "../b.js"),
        ('<script src="https://example.org/a.js">', "https://example.org/a.js"),
        ('<p title="a.js" data-src="a.js">', 'data-src="a.js"'),
    ],
)
def test_links(html: str, linked: str) -> None:
    """Relative ones and those from the root of the host; an address of another site is none of ours."""
    changed = with_published_names(html, NAMES)
    assert linked in changed
    assert len(changed) - len(html) == (9 if re.search("[123]{8}", linked) else 0)


def test_files_that_others_name_keep_their_names() -> None:
    """A style that is imported, a module: whoever imports them knows no hash."""
    files = {
        "css/own.css": b'@import "part.css";',
        "css/part.css": b"p {}",
        "js/main.js": b'import { a } from "./lib/a.js";',
        "js/lib/a.js": b"export const a = 1;",
        "assets/main.0a1b2c3d.min.css": b"",
        "assets/picture.svg": b"",
    }
    digests = {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}
    names = layout_names(files, digests, files.__getitem__)
    assert sorted(names) == ["css/own.css", "js/main.js"]
    assert names["css/own.css"] == f"css/own.{digests['css/own.css'][:8]}.css"


def test_every_style_and_script(full: Site) -> None:
    """Each name holds the hash of the content, each link of a page leads to such a name, and servers know it."""
    files = files_of(full.out)
    assert len(hashed_names(files)) > 30
    for name in hashed_names(files):
        hash_ = HASHED.search(name)
        assert hash_, name
        assert cache_control(name) == FOR_EVER
        if SEPARATOR not in name:  # the name of a bundle holds a hash of the names of its parts
            assert hashlib.sha256(files[name]).hexdigest().startswith(hash_[0].strip(".")), name
    for name, content in files.items():
        linked = REFERENCE.findall(content.decode()) if name.endswith(".html") else []
        assert [address for address in linked if not (HASHED.search(address) or "assets/data/" in address)] == [], name
    data = {name for name in files if "assets/data/" in name}
    assert {cache_control(name) for name in data if not HASHED.search(name)} == {ASK_AGAIN}
    assert {cache_control(name) for name in data if HASHED.search(name)} == {FOR_EVER}


@pytest.mark.parametrize(
    ("name", "text", "published"),
    [
        ("styles/policy.css", "p { color: red }\n", "assets/styles/policy"),
        ("assets/art.css", "p { color: red }\n", "assets/styles/portal"),
        ("scripts/lib/clipboard.js", "export const copyText = () => 1;\n", "assets/scripts/"),
    ],
)
def test_an_edit_changes_the_names_that_depend_on_it(tmp_path: Path, name: str, text: str, published: str) -> None:
    """Of styles its own, of a module those of the scripts that import it; nothing else but the links to them."""
    portal, site = tiny_portal(tmp_path / "portal"), tmp_path / "site"
    assert build(portal, site, TINY_DAY).published
    before = files_of(site)
    (portal / "overrides" / name).parent.mkdir(parents=True, exist_ok=True)
    (portal / "overrides" / name).write_text(text, "utf-8")
    assert build(portal, site, TINY_DAY).published
    after = files_of(site)
    gone, new = hashed_names(before) - hashed_names(after), hashed_names(after) - hashed_names(before)
    assert gone
    assert {HASHED.sub("", name_) for name_ in gone} == {HASHED.sub("", name_) for name_ in new}
    assert all(name_.startswith(published) for name_ in gone)
    assert hashed_names(before) - gone == {name_ for name_ in hashed_names(after) if before.get(name_) == after[name_]}
    links = {name_.encode() for name_ in gone}
    for page in (name_ for name_ in before if name_.endswith(".html")):
        assert HASHED.sub("", before[page].decode()) == HASHED.sub("", after[page].decode())
        assert (before[page] == after[page]) == (not any(link in before[page] for link in links)), page
