"""Dossiers in a built site: pages link to them with pages and size, and only what changed is typeset again."""

import hashlib
import json
import re
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest

from investment_portal.build import dossiers
from investment_portal.build.build import build
from investment_portal.build.result import BuildOptions, BuildResult
from investment_portal.dossiers import typesetting
from investment_portal.models.controlled_values import DossierKind
from investment_portal.pages.dossiers.files import BOOK, FILE, size_text
from tests.dossiers.reading import read
from tests.sites import TINY_DAY, tiny_portal

LINK = re.compile(r'<a class="button" href="([^"]*\.pdf)"[^>]*>\s*([^<]*)</a>')
KINDS = "dossiers: [project, sector, event, book]\n"
KINDS_WITH_PAGES = ("projects", "sectors", "events")


@pytest.fixture(scope="module")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a built portal with all kinds of dossiers."""
    root = tiny_portal(tmp_path_factory.mktemp("dossiers") / "portal")
    settings = root / "district/site.yaml"
    settings.write_text(f"{settings.read_text('utf-8')}{KINDS}", "utf-8")
    for kind in ("projects", "data"):
        for language in ("zh", "en"):
            page = root / "docs" / language / f"{kind}.md"
            page = page if page.exists() else root / "docs" / language / kind / "index.md"
            if page.exists():
                page.write_text(f'{page.read_text("utf-8")}\n\n<div data-slot="project-book"></div>\n', "utf-8")
    built(root)
    return root


def built(root: Path, options: BuildOptions | None = None) -> BuildResult:
    """Build the portal."""
    result = build(root, root / "site", TINY_DAY, options or BuildOptions())
    assert result.published, result.problems
    return result


def typeset(root: Path) -> dict[str, tuple[int, bytes]]:
    """Return the dossiers: number of the file on disk, and bytes."""
    site = root / "site"
    return {path.relative_to(site).as_posix(): (path.stat().st_ino, path.read_bytes()) for path in site.rglob("*.pdf")}


def changed(before: dict[str, tuple[int, bytes]], after: dict[str, tuple[int, bytes]]) -> set[str]:
    """Return the dossiers that were written again."""
    return {name for name in before | after if before.get(name) != after.get(name)}


def edited(root: Path, change: Callable[[str], str]) -> tuple[str, str, Path]:
    """Change a project; return its id, its former text, and its file."""
    path = min((root / "projects").glob("*.yaml"))
    text = path.read_text("utf-8")
    path.write_text(change(text), "utf-8")
    assert path.read_text("utf-8") != text
    return path.stem, text, path


def test_pages_link_to_their_dossier(portal: Path) -> None:
    """With its number of pages and its size; each has the name of its record and the language of the page."""
    for language, tag in (("", "zh-CN"), ("en/", "en")):
        for kind in KINDS_WITH_PAGES:
            pages = sorted((portal / "site" / language / kind).glob("*/" + FILE))
            assert pages, kind
            for path in pages:
                text = path.with_name("index.html").read_text("utf-8")
                if 'http-equiv="refresh"' in text:
                    continue  # a former id, at which the dossier stays
                ((href, label),) = LINK.findall(text)
                pdf = read(path)
                assert href == FILE
                assert str(pdf.pages) in label
                assert size_text(path.stat().st_size) in label
                assert pdf.catalog["/Lang"] == tag
                heading = re.search(r"<h1>(.*?)</h1>", text, re.DOTALL)
                assert heading
                assert pdf.title == unescape(re.sub(r"<[^>]*>|\u200b", "", heading[1])).strip()


def test_the_book_holds_the_projects_on_offer(portal: Path) -> None:
    """And is linked from the list of projects, in each language."""
    for language in ("", "en/"):
        book = read(portal / "site" / language / BOOK)
        sheets = [read(path) for path in sorted((portal / "site" / language / "projects").glob("*/" + FILE))]
        assert any("".join((sheet.title or "").split()) in book.text for sheet in sheets)
        assert book.pages > len(sheets)
        text = (portal / "site" / language / "projects/index.html").read_text("utf-8")
        assert any(href.endswith(BOOK) and str(book.pages) in label for href, label in LINK.findall(text))


def test_a_sheet_prints_the_fingerprint_that_the_manifest_lists(portal: Path) -> None:
    """So that a reader of a printed sheet finds out whether the record has changed since."""
    files = json.loads((portal / "site/manifest.json").read_text("utf-8"))["files"]
    for path in (portal / "site").rglob(FILE):
        *_, kind, id_, _ = path.relative_to(portal / "site").parts
        data = f"data/v1/{kind}/{id_}.json"
        assert files[data]["sha256"] in read(path).text
        assert files[data]["sha256"] == hashlib.sha256((portal / "site" / data).read_bytes()).hexdigest()


def test_a_changed_record_typesets_its_own_dossiers(portal: Path) -> None:
    """Its sheets and the books that hold it; the others are the same files as before."""
    built(portal)
    before = typeset(portal)
    id_, text, path = edited(portal, lambda text: re.sub(r"\nverified_on: .*", "\nverified_on: 2026-06-29", text))
    try:
        built(portal)
        after = changed(before, typeset(portal))
        assert {f"{language}projects/{id_}/{FILE}" for language in ("", "en/")} <= after
        assert not {name for name in after if "/projects/" in f"/{name}" and f"/{id_}/" not in name}
    finally:
        path.write_text(text, "utf-8")
    built(portal)
    assert {name: content for name, (_, content) in typeset(portal).items()} == {
        name: content for name, (_, content) in before.items()
    }


def test_what_a_dossier_does_not_say_leaves_it_alone(portal: Path) -> None:
    """The record's file among the data changes with every field that is published, so that the fingerprint does too."""
    before = typeset(portal)
    _, text, path = edited(portal, lambda text: f"# a note of staff\n{text}")
    try:
        built(portal)
        assert changed(before, typeset(portal)) == set()
    finally:
        path.write_text(text, "utf-8")
    built(portal)


def test_the_book_can_wait(portal: Path) -> None:
    """With ``keep_book`` a changed record typesets its own sheets; the next build makes the book."""
    built(portal)
    before = typeset(portal)
    id_, text, path = edited(portal, lambda text: re.sub(r"\nverified_on: .*", "\nverified_on: 2026-06-29", text))
    try:
        built(portal, BuildOptions(keep_book=True))
        kept = typeset(portal)
        assert not {BOOK, f"en/{BOOK}"} & changed(before, kept)
        assert f"projects/{id_}/{FILE}" in changed(before, kept)
        built(portal)
        assert changed(kept, typeset(portal)) == {BOOK, f"en/{BOOK}"}
    finally:
        path.write_text(text, "utf-8")
    built(portal)


def test_an_untouched_build_typesets_nothing(portal: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Even on another day."""
    built(portal)

    def refused(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(dossiers, "typeset_shard", refused)
    result = build(portal, portal / "site", TINY_DAY.replace(day=29), BuildOptions())
    assert result.published, result.problems
    built(portal)


def test_without_its_packages_the_site_is_built_without_dossiers(
    portal: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A sentence names what is missing, and no page links to a dossier."""
    monkeypatch.setattr(typesetting, "PACKAGES", {"no_such_module": "no-such-package"})
    result = build(portal, tmp_path / "site", TINY_DAY, BuildOptions())
    assert result.published, result.problems
    assert any("no-such-package" in note.zh and "no-such-package" in note.en for note in result.notes)
    assert not list((tmp_path / "site").rglob(FILE))
    assert not [path for path in (tmp_path / "site").rglob("*.html") if LINK.search(path.read_text("utf-8"))]


def test_a_dossier_that_cannot_be_typeset_is_left_out(portal: Path, tmp_path: Path) -> None:
    """A note names it; all others are made."""
    settings = portal / "district/site.yaml"
    kept = settings.read_text("utf-8")
    _, text, path = edited(portal, lambda text: text.replace("name: {zh: ", "name: {zh: \U0001f9ff", 1))
    settings.write_text(kept.replace(KINDS, "dossiers: [project]\n"), "utf-8")
    try:
        result = build(portal, tmp_path / "site", TINY_DAY, BuildOptions())
        assert result.published, result.problems
        assert any(f"projects/{path.stem}/{FILE}" in note.en for note in result.notes)
        assert not (tmp_path / "site/projects" / path.stem / FILE).exists()
        assert (tmp_path / "site/en/projects" / path.stem / FILE).exists()
    finally:
        path.write_text(text, "utf-8")
        settings.write_text(kept, "utf-8")


def test_the_preview_makes_none(portal: Path, tmp_path: Path) -> None:
    """Its pages have no links to them either."""
    result = build(portal, tmp_path / "site", TINY_DAY, BuildOptions(preview=True))
    assert result.published, result.problems
    assert not list((tmp_path / "site").rglob(FILE))


def test_without_the_setting_there_are_none(request: pytest.FixtureRequest) -> None:
    """Neither files nor links."""
    site = Path(request.getfixturevalue("full").out)
    assert not list(site.rglob(FILE))
    assert not LINK.search((site / "projects/index.html").read_text("utf-8"))


def test_every_kind_of_dossier_is_tried() -> None:
    """The settings of the portal above name all of them."""
    assert {kind.value for kind in DossierKind} == set(re.findall(r"\w+", KINDS.partition(":")[2]))
