"""Pages of records as Markdown, and ``llms.txt``: complete, free of HTML, and made anew with their page alone."""

import re
from pathlib import Path
from urllib.parse import urljoin

import pytest
from markdown_it import MarkdownIt

from investment_portal.build.build import build
from investment_portal.formatting.html_to_markdown import plain_text
from investment_portal.formatting.values import show
from investment_portal.languages import LANGUAGES, Language, language_path
from investment_portal.models.kinds import KINDS
from investment_portal.models.site import site_root
from investment_portal.outputs.llms import LISTED
from investment_portal.rendering.markdown_pages import MARKDOWN_FILE
from tests.sites import TINY_DAY, Site, extended_portal

ALTERNATE = f'<link rel="alternate" type="text/markdown" href="{MARKDOWN_FILE}">'
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(<?([^)>]+)>?\)")
BY_LANGUAGE = pytest.mark.parametrize("language", LANGUAGES)


def twins(site: Site) -> dict[str, str]:
    """Return each Markdown page by its path."""
    paths = sorted(site.out.rglob(MARKDOWN_FILE))
    return {path.relative_to(site.out).as_posix(): path.read_text("utf-8") for path in paths}


def test_each_record_page_has_its_twin(extended: Site) -> None:
    """The page says so in its head; other pages have none."""
    expected = {
        f"{language_path(language)}{KINDS[kind].address(id_)}{MARKDOWN_FILE}"
        for language in LANGUAGES
        for kind, records in extended.data.records()
        for id_ in records
        if KINDS[kind].has_pages
    }
    assert set(twins(extended)) == expected
    linked = {
        name.replace("index.html", MARKDOWN_FILE) for name, page in extended.pages.items() if ALTERNATE in page.html
    }
    assert linked == expected


def test_without_the_setting_there_are_none(full: Site) -> None:
    """Neither files nor links to them."""
    assert twins(full) == {}
    assert not any(ALTERNATE in page.html for page in full.pages.values())


def test_twins_are_plain_markdown(extended: Site) -> None:
    """A Markdown engine that allows HTML finds no element in them, whatever a text holds."""
    markdown = MarkdownIt("commonmark", {"html": True}).enable("table")
    for name, text in twins(extended).items():
        tokens = [token for parent in markdown.parse(text) for token in (parent, *(parent.children or []))]
        assert not any(token.type in {"html_block", "html_inline"} for token in tokens), name
        assert text.startswith("# "), name
        assert text.endswith("\n"), name
        assert "\n\n\n" not in text, name


def test_links_lead_to_pages(extended: Site) -> None:
    """From the place of the file, as from the page beside it."""
    root = site_root(extended.catalog.site)
    for name, text in twins(extended).items():
        for target in LINK.findall(text):
            address = urljoin(root + name, target).partition("#")[0].partition("?")[0]
            if not address.startswith(root):
                continue
            path = extended.out / address.removeprefix(root)
            assert path.is_file() or (path / "index.html").is_file(), f"{name}: {target}"


@BY_LANGUAGE
def test_a_project_is_complete(extended: Site, language: Language) -> None:
    """Its figures with unit, the days, its sources, its policies and contacts by name, the mark of an example."""
    for project in extended.catalog.projects.values():
        text = (extended.out / f"{language_path(language)}projects/{project.id}" / MARKDOWN_FILE).read_text("utf-8")
        assert text.startswith(f"# {plain_text(project.name.in_(language))}\n")
        assert plain_text(project.summary.in_(language)) in text
        for value in (project.investment, project.land_area, project.verified_on, project.published_on):
            if value is not None:
                assert plain_text(show(value, language)) in text, project.id
        returns = project.returns
        for figure in (returns.output, returns.profit, returns.tax, returns.jobs):
            if figure:
                assert plain_text(show(figure.value, language)) in text
                assert plain_text(figure.basis.in_(language)) in text
        for id_ in project.contacts:
            assert plain_text(extended.catalog.contacts[id_].name.in_(language)) in text
        assert f"data/v1/projects/{project.id}.json>" in text


@BY_LANGUAGE
def test_every_heading_of_a_page_is_there(extended: Site, language: Language) -> None:
    """No section of a page is lost."""
    prefix = language_path(language)
    for name, text in twins(extended).items():
        if name.startswith(prefix) and (prefix or not name.startswith("en/")):
            html = (extended.out / name).with_name("index.html").read_text("utf-8")
            article = html[html.index("<article") : html.rindex("</article>")]
            heads = re.findall(r'<h2 id="([^"]*)">(.*?)</h2>', article)
            for _, head in heads:
                plain = plain_text(re.sub(r"<[^>]*>|&#8203;|\u200b", "", head).replace("&amp;", "&"))
                assert plain.replace("&#39;", "'") in text.replace("\u200b", ""), f"{name}: {head}"


def test_a_change_makes_its_own_twin_anew(full: Site, tmp_path: Path) -> None:
    """A deleted twin comes back, a changed record changes its twins alone, and a clean build gives the same bytes."""
    root = extended_portal(tmp_path / "portal", full.portal / ".cache/layouts")
    out = tmp_path / "site"
    assert build(root, out, TINY_DAY).published
    before = files(out)
    twin = out / "projects/hostile-hall" / MARKDOWN_FILE
    twin.unlink()
    assert build(root, out, TINY_DAY).published
    assert {name: content for name, (content, _) in files(out).items()} == {
        name: content for name, (content, _) in before.items()
    }
    path = root / "projects/hostile-hall.yaml"
    path.write_text(path.read_text("utf-8").replace("building_offered: 5000 m²", "building_offered: 5200 m²"), "utf-8")
    assert build(root, out, TINY_DAY).published
    after = files(out)
    changed = {name for name, (content, _) in after.items() if before[name][0] != content}
    assert {"projects/hostile-hall/index.md", "en/projects/hostile-hall/index.md"} <= changed
    written = {name for name, entry in after.items() if entry != before.get(name)}
    assert not any(name for name in written - changed if "projects/hostile-hall" not in name)
    clean = tmp_path / "clean"
    assert build(root, clean, TINY_DAY).published
    assert {name: content for name, (content, _) in files(clean).items()} == {
        name: content for name, (content, _) in after.items()
    }


def files(out: Path) -> dict[str, tuple[bytes, int]]:
    """Return each Markdown file with its content and the time of writing."""
    return {
        path.relative_to(out).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns) for path in out.rglob("*.md")
    }


@BY_LANGUAGE
def test_llms_txt(extended: Site, language: Language) -> None:
    """A title, a quotation, lists of links below headings (llmstxt.org); each link leads to a file of the site."""
    text = (extended.out / language_path(language) / "llms.txt").read_text("utf-8")
    tokens = [token for token in MarkdownIt().parse(text) if token.nesting == 1]
    assert [tokens[0].tag, tokens[1].type] == ["h1", "blockquote_open"]
    assert {token.tag for token in tokens if token.type == "heading_open"} == {"h1", "h2"}
    root = site_root(extended.catalog.site)
    targets = LINK.findall(text)
    for target in targets:
        path = extended.out / target.removeprefix(root)
        assert path.is_file() or (path / "index.html").is_file(), target
    for kind in LISTED:
        for id_ in extended.catalog.records[kind]:
            assert f"{root}{language_path(language)}{KINDS[kind].address(id_)}" in text
    page = extended.pages[f"{language_path(language)}projects/index.html"]
    assert '<link rel="describedby" href="../llms.txt">' in page.html
