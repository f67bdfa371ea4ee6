"""Collect the pages that a change touches into one HTML file, which a colleague opens without a server.

The site of an earlier revision is built beside, from a clone of the repository, and compared page by page. The file
holds the changed pages with their styles and pictures, without scripts; links between them work.
"""

import base64
import json
import mimetypes
import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from html import escape, unescape
from pathlib import Path
from string import Template
from typing import Any, NamedTuple

from investment_portal.build.build import build
from investment_portal.history.revision import clone_revision
from investment_portal.languages import LANGUAGES, Language, Sentence, language_path
from investment_portal.rendering.assets import HASHED, ScriptFault
from investment_portal.rendering.layouts import LayoutsFailed
from investment_portal.rendering.sources import TemplateFault

MOST = 80
"""Pages that are put into the file; what changes more is listed only."""

LARGEST_PICTURE = 1_000_000
"""Bytes of a picture that is put into the file."""

HERE = Path(__file__).parent
MOVED = 'http-equiv="refresh"'
TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
SCRIPT = re.compile(r"<script\b.*?</script>", re.DOTALL | re.IGNORECASE)
LINK = re.compile(r"<link\b[^>]*>")
STYLESHEET = re.compile(r'<link rel="stylesheet" href="([^"#?]+)[^>]*>')
POLICY = re.compile(r"<meta\b[^>]*http-equiv[^>]*>")
PICTURE = re.compile(r'(<img\b[^>]*?\ssrc=")([^"]+)(")')
SOURCES = re.compile(r'\ssrcset="[^"]*"|<source\b[^>]*>')
STYLE_MARK = "<!--style {}-->"


class ChangedPage(NamedTuple):
    """A page of the site that is new, or differs from that of the earlier revision."""

    path: str
    language: Language
    title: str
    new: bool


class SiteChanges(NamedTuple):
    """The pages of a site that changed since a revision, and the addresses that are gone."""

    pages: Sequence[ChangedPage]
    gone: Sequence[str]


def build_revision(root: Path, revision: str, day: date, folder: Path) -> Path | None:
    """Build the site of the portal at a revision in an empty folder; return None where that revision has errors.

    The repository is cloned, so that nothing in it changes and the pages know the history up to the revision.
    """
    portal, site = clone_revision(root, revision, folder), folder / "site"
    try:
        published = build(portal, site, day).published
    except (LayoutsFailed, TemplateFault, ScriptFault):
        return None
    return site if published else None


def changes_between(site: Path, before: Path | None) -> SiteChanges:
    """Compare the pages of a site with those of an earlier one; without one every page is new."""
    pages = [page for path in _pages(site) if (page := _changed(site, before, path))]
    gone = [path for path in _pages(before) if not (site / path).is_file()] if before else []
    return SiteChanges(pages, gone)


def _pages(site: Path) -> list[str]:
    return sorted(file.relative_to(site).as_posix() for file in site.rglob("*.html"))


def _changed(site: Path, before: Path | None, path: str) -> ChangedPage | None:
    content = (site / path).read_text("utf-8")
    old = before / path if before else None
    is_new = old is None or not old.is_file()
    if MOVED in content or (old is not None and not is_new and _shown(old.read_text("utf-8")) == _shown(content)):
        return None
    language = next(
        (code for code in LANGUAGES if language_path(code) and path.startswith(language_path(code))), LANGUAGES[0]
    )
    title = TITLE.search(content)
    return ChangedPage(path, language, unescape(title[1]).strip() if title else path, is_new)


def _shown(html: str) -> str:
    """Return a page without the hashes of its styles and scripts: a change of these alone is none of the page."""
    return HASHED.sub("", html)


def single_file(site: Path, changes: SiteChanges, words: Mapping[Language, Sequence[str]]) -> str:
    """Return the HTML file; ``words`` are the changes of the records as lines, by language."""
    styles: dict[str, int] = {}
    embedded = [_embedded(site, page.path, styles) for page in changes.pages[:MOST]]
    data = {
        "pages": {page.path: html for page, html in zip(changes.pages, embedded, strict=False)},
        "styles": [(site / path).read_text("utf-8") if (site / path).is_file() else "" for path in styles],
    }
    count = Sentence(f"{len(changes.pages)} 个页面有变动", f"{len(changes.pages)} pages changed")
    return Template((HERE / "changed_pages.html").read_text("utf-8")).substitute(
        count_zh=count.zh,
        count_en=count.en,
        words="".join(
            f'<pre lang="{language}">{escape(chr(10).join(lines))}</pre>' for language, lines in words.items()
        ),
        lists="".join(_lists(changes)),
        data=_in_script(data),
        script=(HERE / "changed_pages.js").read_text("utf-8"),
    )


def _embedded(site: Path, path: str, styles: dict[str, int]) -> str:
    """Return a page without scripts and outside files; marks replace its styles, which pages share."""
    folder = posixpath.dirname(path)

    def mark(link: re.Match[str]) -> str:
        file = posixpath.normpath(posixpath.join(folder, unescape(link[1])))
        return STYLE_MARK.format(styles.setdefault(file, len(styles)))

    def inline(picture: re.Match[str]) -> str:
        return f"{picture[1]}{_data_address(site, posixpath.join(folder, unescape(picture[2])))}{picture[3]}"

    html = STYLESHEET.sub(mark, SCRIPT.sub("", (site / path).read_text("utf-8")))
    html = POLICY.sub("", LINK.sub("", SOURCES.sub("", html)))
    return PICTURE.sub(inline, html)


def _data_address(site: Path, path: str) -> str:
    """Return a picture of the site as a data address; an empty one where it is no file, too large, or elsewhere."""
    file = (site / path).resolve()
    if not file.is_relative_to(site.resolve()) or not file.is_file() or file.stat().st_size > LARGEST_PICTURE:
        return "data:,"
    type_ = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    return f"data:{type_};base64,{base64.b64encode(file.read_bytes()).decode()}"


def _lists(changes: SiteChanges) -> Iterator[str]:
    """Yield a list for each language, and one of the addresses that are gone."""
    held = {page.path for page in changes.pages[:MOST]}
    for language in LANGUAGES:
        items = "".join(
            f'<li><button type="button" data-page="{escape(page.path)}"{"" if page.path in held else " disabled"}>'
            f"{escape(page.title)}</button>{' <b>＋</b>' if page.new else ''}</li>"
            for page in changes.pages
            if page.language == language
        )
        yield f'<ul lang="{language}">{items}</ul>'
    if changes.gone:
        items = "".join(f"<li><del>{escape(path)}</del></li>" for path in changes.gone)
        yield f"<h2>不再有的页面 / Gone</h2><ul>{items}</ul>"


def _in_script(data: Any) -> str:
    """Return JSON that may stand inside an element ``script``."""
    return json.dumps(data, ensure_ascii=False).replace("<", "\\u003c")
