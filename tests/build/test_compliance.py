"""The compliance report of a build: its page, its data, its workbook, and what it reads in the built pages."""

import io
import json
import zipfile
from datetime import timedelta
from pathlib import Path

import openpyxl

from investment_portal.build.build import build
from investment_portal.build.built_pages import findings_in
from investment_portal.domain.compliance.duty import Inspected
from investment_portal.domain.compliance.registry import DUTIES, DUTIES_BY_KEY
from investment_portal.domain.compliance.report import report
from investment_portal.models.reviewed_wording import QuestionedWording
from investment_portal.outputs.compliance import compliance_json, self_check
from investment_portal.problems import Level
from tests.markup import read_markup
from tests.overlay import override
from tests.sites import TINY_DAY, Site, tiny_portal

HEAD = (
    '<meta name="SiteName" content="A"><meta name="SiteDomain" content="a.gov.cn"><meta name="SiteIDCode" content="1">'
    '<meta name="ColumnName" content="B"><meta name="ColumnDescription" content="B"><meta name="ColumnKeywords" '
    'content="B"><meta name="ColumnType" content="B"><meta name="Description" content="B">'
)
ARTICLE = (
    '<meta name="ArticleTitle" content="C"><meta name="PubDate" content="2026-01-01 00:00">'
    '<meta name="ContentSource" content="C">'
)


def findings(head: str, text: str = "", *, article: bool = False) -> list[str]:
    """Return what is found in a page."""
    html = f'<head>{head}</head><a href="https://b.gov.cn/">B</a><article>{text}</article>'
    return findings_in("a/index.html", html.encode(), article=article)


def test_a_page_with_all_tags_has_no_findings() -> None:
    """A list needs no tags of an article."""
    assert findings(HEAD) == []
    assert findings(HEAD + ARTICLE, article=True) == []


def test_missing_empty_and_repeated_tags_are_found() -> None:
    """A value "null" is none; names of tags are case-insensitive."""
    assert findings(HEAD, article=True) == ["-ArticleTitle", "-PubDate", "-ContentSource"]
    assert findings(HEAD.replace('"ColumnType" content="B"', '"ColumnType" content="null"')) == ["-ColumnType"]
    assert findings(f'{HEAD}<meta name="description" content="B">') == ["+description"]


def test_links_to_other_sites_are_found_in_the_article() -> None:
    """Each once; those of header and footer are settings."""
    text = '<a href="https://c.org/?a=1&amp;b=2">C</a><a href="../b/">D</a><a href="https://c.org/?a=1&amp;b=2">C</a>'
    assert findings(HEAD, text) == ["https://c.org/?a=1&b=2"]


def test_every_duty_stands_on_the_page_in_both_languages(full: Site) -> None:
    """With its state in words, the limit dates readable to scripts."""
    for prefix in ("", "en/"):
        html = full.pages[f"{prefix}compliance/index.html"].html
        assert all(f'id="{duty.key}"' in html for duty in DUTIES)
        assert '<time datetime="20' in html
        page = read_markup(html)
        assert "国办发" not in page.text if prefix else "国办发" in page.text


def test_the_report_is_data_as_well(full: Site) -> None:
    """Counts agree with the duties; the day of the build stands nowhere."""
    data = json.loads((full.out / "compliance.json").read_text("utf-8"))
    assert [duty["key"] for duty in data["duties"]] == list(DUTIES_BY_KEY)
    assert sum(data["states"].values()) == len(DUTIES)
    states = {duty["key"]: duty["state"] for duty in data["duties"]}
    for key in ("site-tags", "column-tags", "article-tags", "tags-once", "dead-links", "icp", "site-id"):
        assert states[key] == "met", key
    assert states["police-picture"] == "not_met"
    categories = data["fair_competition"]["categories"]
    assert [category["id"] for category in categories] == [category.value for category in QuestionedWording]
    assert categories[0]["rule"]["zh"] == "支持不得与缴纳的税款挂钩，也不得返还税款。"


def test_the_self_check_lists_every_duty(full: Site) -> None:
    """A workbook with room for whoever checks."""
    book = openpyxl.load_workbook(full.out / "downloads/self-check.xlsx")
    first, second, third, fourth, fifth = book.worksheets
    assert [row[1].value for row in first.iter_rows(min_row=2)] == list(DUTIES_BY_KEY)
    assert first["I1"].value == "核查人"
    assert second.max_row >= 1
    assert third["A2"].value == "网站名称"
    assert [row[1].value for row in fourth.iter_rows(min_row=2)] == [category.value for category in QuestionedWording]
    assert fifth["A1"].value == "记录"


def test_the_self_check_has_the_same_bytes_at_any_time(full: Site) -> None:
    """No time of writing stands in it."""
    report_ = report(Inspected(full.catalog, full.data.index.projects, full.day))
    ((_, content),) = self_check(report_, full.catalog.site, full.contexts())
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        assert {entry.date_time for entry in book.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = book.read("docProps/core.xml").decode()
    assert core.count("1980-01-01T00:00:00Z") == 2
    assert [content] == [again for _, again in self_check(report_, full.catalog.site, full.contexts())]


def test_the_report_is_the_same_on_days_between_limits(full: Site) -> None:
    """So are its files: states and limit dates, no ages."""
    files = []
    for day in (full.day, full.day + timedelta(days=1)):
        report_ = report(Inspected(full.catalog, full.data.index.projects, day))
        files.append(list(compliance_json(report_, full.catalog.site, full.contexts())))
    assert files[0] == files[1]


def test_a_template_without_a_tag_is_reported(tmp_path: Path) -> None:
    """As a warning in a demonstration, with the name of the tag and a page; the page of the report says it too."""
    portal = tiny_portal(tmp_path / "portal")
    base = override(portal, "base.html")
    lines = base.read_text("utf-8").splitlines(keepends=True)
    base.write_text("".join(line for line in lines if 'name="ColumnType"' not in line), "utf-8")
    result = build(portal, tmp_path / "site", TINY_DAY)
    (problem,) = [problem for problem in result.problems if problem.rule == "compliance"]
    assert problem.level is Level.WARNING
    assert "ColumnType" in problem.sentence.en
    page = read_markup((tmp_path / "site/en/compliance/index.html").read_text("utf-8"))
    assert "ColumnType" in page.text
