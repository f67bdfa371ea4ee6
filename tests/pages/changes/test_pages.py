"""The page of changes, the pages of the records, and the archive: with a history and without one."""

import re
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from investment_portal.history.history import read_history
from investment_portal.languages import LANGUAGES, Language, language_path
from investment_portal.models.record import Record
from investment_portal.pages.shortcodes import excerpt_of, fill
from investment_portal.rendering.renderer import Renderer
from investment_portal.rendering.sources import Sources
from investment_portal.rendering.templates import Templates
from tests.datasets import dataset_of
from tests.history.repository import Repository
from tests.markup import read_markup, squeeze
from tests.pages.changes.conftest import DRAFT
from tests.sites import TINY_DAY, Site, built

SAID = {
    "zh": ["总投资原为1.1亿元→现为1.2亿元", "市场前景：仅英文文字修订", "合作方式：增加租赁；删去独资", "电话：已更新"],
    "en": ["Total investment was CNY 110 million→ now CNY 120 million", "Market: text revised", "Phone: updated"],
}


def text(site: Site, language: Language, address: str) -> str:
    """Return what a page says, without blanks."""
    return site.pages[f"{language_path(language)}{address}index.html"].text


@pytest.mark.parametrize("language", LANGUAGES)
def test_changes_are_told_field_by_field(past: Site, language: Language) -> None:
    """Before and after, on the page of changes and on the record's own."""
    for address in ("changes/", "projects/bottling-line/"):
        for text_ in SAID[language][:2]:
            assert squeeze(text_) in text(past, language, address), text_
    for text_ in SAID[language]:
        assert squeeze(text_) in text(past, language, "changes/"), text_
    # A figure of a result is told at its place among the results.
    page = past.pages[f"{language_path(language)}changes/index.html"]
    assert ("a", "../results/#result-2025") in page.links


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_else_leaks(past: Site, language: Language) -> None:
    """Neither what a draft said, nor a number that is no longer published, nor who changed it."""
    for name in (*(name for name in past.pages if name.startswith("en/") == (language == "en")),):
        for secret in (DRAFT, "9.99", "Staff", "staff@example.org"):
            assert squeeze(secret) not in past.pages[name].text, name
        assert "+86 10 0000 0001" not in past.pages[name].html, name
    for name in ("feed.xml", "en/feed.xml"):
        feed = (past.out / name).read_text("utf-8")
        assert "9.99" not in feed
        assert "0000 0001" not in feed


def test_texts_cannot_break_out(past: Site) -> None:
    """They are shown as typed."""
    page = past.pages["en/changes/index.html"]
    assert squeeze("Demand <b>grew</b> & grew.") in page.text
    assert "<b>grew" not in page.html


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_says_since_when(past: Site, real: Site, language: Language) -> None:
    """And where there is no history, that everything follows the dates of the records."""
    since = {
        "zh": "字段修订自 2026年2月1日起记录",
        "en": "Revisions of single fields are recorded from 1 February 2026",
    }
    none = {"zh": "未能取得字段修订的历史", "en": "Revisions of single fields are not available"}
    assert squeeze(since[language]) in text(past, language, "changes/")
    assert squeeze(none[language]) in text(real, language, "changes/")


def test_without_history_the_dates_tell(real: Site) -> None:
    """Each record's publication, verification and withdrawal that the page has room for, the latest first."""
    page = real.pages["changes/index.html"]
    days = [date.fromisoformat(day) for day in re.findall(r'<time datetime="([^"]+)"', page.html)]
    weeks = [day.isocalendar()[:2] for day in days]
    assert weeks == sorted(weeks, reverse=True)
    assert max(days) <= real.day
    newest = max(
        (
            record
            for records in real.catalog.records.values()
            for record in records.values()
            if isinstance(record, Record)
        ),
        key=lambda record_: record_.published_on,
    )
    assert newest.published_on <= max(days)
    assert "change--new" not in page.html


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_shallow_clone_says_so(past: Site, tmp_path: Path, language: Language) -> None:
    """With what history it has."""
    Repository(past.portal).git("clone", "-q", "--depth", "1", past.portal.as_uri(), str(tmp_path / "portal"))
    history = read_history(tmp_path / "portal", past.catalog)
    context = replace(past.context(language), history=history)
    data = dataset_of(past.catalog, past.day, history)
    page_context = context.at("changes/")
    html = Renderer(Templates(Sources(past.portal)), context.words).shortcode(
        page_context, fill(page_context, "change-list", excerpt_of(data, "change-list"))
    )
    sentences = {
        "zh": "更早的未能取得",
        "en": "earlier ones are not available",
    }
    assert squeeze(sentences[language]) in read_markup(html).text
    assert "shift" not in html


def test_the_same_repository_gives_the_same_bytes(
    past: Site, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """From a clone elsewhere, without what was found out before; nothing that git says reaches the terminal."""
    Repository(past.portal).git("clone", "-q", past.portal.as_uri(), str(tmp_path / "portal"))
    shutil.copytree(past.portal / ".cache" / "layouts", tmp_path / "portal" / ".cache" / "layouts")
    site = built(tmp_path / "portal", tmp_path / "site", TINY_DAY)
    for name in ("changes/index.html", "en/projects/bottling-line/index.html", "feed.xml", "en/feed.xml"):
        assert (site.out / name).read_bytes() == (past.out / name).read_bytes(), name
    assert "".join(capfd.readouterr()) == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_archive(full: Site, language: Language) -> None:
    """The withdrawn record, the reason and its successor; the new address of a moved one."""
    page = full.pages[f"{language_path(language)}archive/index.html"]
    project = full.catalog.projects["old-mill"]
    assert project.withdrawn
    for text_ in (project.name, project.withdrawn.reason):
        assert squeeze(text_.in_(language)) in page.text
    for address in ("../projects/old-mill/", "../projects/bottling-line/", "../projects/hostile-hall/"):
        assert ("a", address) in page.links
    assert "projects/former-hall/" in page.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_withdrawn_record_leads_to_its_successor(full: Site, language: Language) -> None:
    """Before everything else on its page."""
    page = full.pages[f"{language_path(language)}projects/old-mill/index.html"]
    notes = re.findall(r'<p class="notice">(.*?)</p>', page.html)
    name = full.catalog.projects["bottling-line"].name.in_(language)
    assert any(f'<a href="../../projects/bottling-line/">{name}</a>' in note for note in notes)


def test_an_empty_archive_leaves_the_menu(real: Site, full: Site) -> None:
    """The page is there, and the page of changes leads to it."""
    for site, named in ((real, False), (full, True)):
        menu = re.findall(r'<nav class="portal-menu".*?</nav>', site.pages["changes/index.html"].html, re.DOTALL)[0]
        assert ("archive/" in menu) is named
        assert ("a", "../archive/") in site.pages["changes/index.html"].links
    assert squeeze("目前没有撤回的记录") in real.pages["archive/index.html"].text


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_routine_takes_a_line_a_week(real: Site, language: Language) -> None:
    """Verifications of a week are one line, which is not announced to returning readers."""
    html = real.pages[f"{language_path(language)}changes/index.html"].html
    days = re.findall(r'id="change-([0-9-]+)-verified-week"', html)
    weeks = [date.fromisoformat(day).isocalendar()[:2] for day in days]
    assert weeks
    assert len(set(weeks)) == len(weeks)
    assert "-verified-week" not in " ".join(re.findall(r'data-change="[^"]+"', html))
