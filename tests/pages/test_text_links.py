"""Links in the texts of records lead to pages of the site in the language of the text."""

from pathlib import Path

from investment_portal.build.build import build as build_site
from investment_portal.problems import Problem
from tests.conftest import DAY
from tests.sites import built, tiny_portal

PROJECT = "projects/bottling-line.yaml"
TYPED = "content: {zh: 两条线。, en: Two lines.}"
LINKS = """content:
  zh: |
    见[园区](/parks/river-park/)、[政策](../policies/equipment-grant.yaml)、[关于](../docs/zh/about.md)。

    电话 010-12345678。
  en: See [the park](/parks/river-park/), [the grant](../policies/equipment-grant.yaml), https://example.org/a."""


def with_links(folder: Path, text: str) -> Path:
    """Return the small portal with another text in its project."""
    portal = tiny_portal(folder)
    file = portal / PROJECT
    before = file.read_text("utf-8")
    assert TYPED in before
    file.write_text(before.replace(TYPED, text), "utf-8")
    return portal


def test_links_lead_to_pages(tmp_path: Path) -> None:
    """By file and from the root; the built site has a page behind each, or it would not be published."""
    out = built(with_links(tmp_path / "portal", LINKS), tmp_path / "site", DAY).out
    chinese = (out / "projects/bottling-line/index.html").read_text("utf-8")
    english = (out / "en/projects/bottling-line/index.html").read_text("utf-8")
    assert '<a href="../../parks/river-park/">园区</a>' in chinese
    assert '<a href="../../policies/equipment-grant/">政策</a>' in chinese
    assert '<a href="../../about/">关于</a>' in chinese
    assert '<a href="tel:+861012345678">010-12345678</a>' in chinese
    assert '<a href="../../parks/river-park/">the park</a>' in english
    assert '<a href="../../policies/equipment-grant/">the grant</a>' in english
    assert '<a href="https://example.org/a">https://example.org/a</a>.' in english


def test_an_anchor_that_is_not_there(tmp_path: Path) -> None:
    """The build names the line in the record."""
    portal = with_links(tmp_path / "portal", LINKS.replace("/parks/river-park/)、", "/parks/river-park/#nowhere)、"))
    result = build_site(portal, tmp_path / "site", DAY)
    dead = [problem for problem in result.problems if problem.rule == "dead-link"]
    assert [_place(item) for item in dead] == [(PROJECT, line_of(portal / PROJECT, "#nowhere"))]


def _place(problem: Problem) -> tuple[str, int]:
    return problem.file, problem.line


def line_of(path: Path, text: str) -> int:
    """Return the line in which a text stands."""
    return path.read_text("utf-8").partition(text)[0].count("\n") + 1
