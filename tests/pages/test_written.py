"""Mistakes in hand-written pages are found by ``check`` with file, line, column and hint, and stop the build."""

import shutil
from pathlib import Path

import pytest

from investment_portal.build.validate import validate
from investment_portal.cli.command import DATA_ERRORS
from investment_portal.cli.main import main
from investment_portal.pages.content_pages.check import PAGE_RULES
from investment_portal.problems import Problem
from tests.overlay import PORTAL
from tests.sites import MORE, TINY_DAY

ABOUT = '---\ntitle: "关于"\ndescription: "样例"\n---\n\n'


@pytest.fixture
def portal(tmp_path: Path) -> Path:
    """Return the tiny portal."""
    shutil.copytree(PORTAL, tmp_path / "portal")
    return tmp_path / "portal"


def problems_in(portal: Path) -> list[Problem]:
    """Return all problems."""
    return validate(portal, TINY_DAY)[1]


def places(portal: Path) -> list[tuple[str, int, int, str]]:
    """Return file, line, column and rule of each problem."""
    return [(problem.file, problem.line, problem.column, problem.rule) for problem in problems_in(portal)]


def write(portal: Path, text: str, name: str = "zh/about.md") -> None:
    """Write a page."""
    path = portal / "docs" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def test_the_tiny_portal_has_no_mistake(portal: Path) -> None:
    """Nor has it with every field filled, but for the warnings that such records earn."""
    assert places(portal) == []
    shutil.copytree(MORE, portal, dirs_exist_ok=True)
    assert {problem.rule for problem in problems_in(portal)} == {"record-overdue", "figure-outdated"}


def test_ids_of_rules_stand_once() -> None:
    """A rule is known by its id and says what it asks for."""
    assert len({rule.id for rule in PAGE_RULES}) == len(PAGE_RULES)
    assert all(rule.summary.zh.endswith("。") and rule.summary.en.endswith(".") for rule in PAGE_RULES)


@pytest.mark.parametrize(
    ("shortcode", "sentence", "hint"),
    [
        ('<div data-slot="heroo"></div>', "There is no shortcode “heroo”.", "Did you mean “hero”?"),
        (
            '<div data-slot="figure:2025/sigend"></div>',
            "“2025/sigend” is not there.",
            "Did you mean “figure:2025/signed”?",
        ),
        ('<div data-slot="desk:buro"></div>', "“buro” is not there.", "Did you mean “desk:bureau”?"),
        ('<div data-slot="figures"></div>', "“” is not there.", "Allowed: 2025."),
        ('<div data-slot="count:visitors"></div>', "“visitors” is not there.", "Allowed: desks, "),
        ('<div data-slot="hero:big"></div>', "“hero” takes no argument; got “big”.", "Write “hero”."),
        (
            '<div data-slot="hero"> </div>',
            "The shortcode “hero” is not written as a shortcode must be.",
            'Write <div data-slot="NAME">',
        ),
        ("<div data-slot='hero'></div>", "The shortcode “hero” is not written as a shortcode must be.", "Write <div"),
        ('<p data-slot="hero"></p>', "The shortcode “hero” is not written as a shortcode must be.", "Write <div"),
        (
            '<div class="x" data-slot="hero"></div>',
            "The shortcode “hero” is not written as a shortcode must be.",
            "Write <div",
        ),
        ("<div data-slot></div>", "The shortcode “” is not written as a shortcode must be.", "Write <div"),
    ],
)
def test_shortcodes(portal: Path, shortcode: str, sentence: str, hint: str) -> None:
    """Line 7, where the shortcode begins."""
    write(portal, f"{ABOUT}甲\n乙{shortcode}\n")
    (problem,) = problems_in(portal)
    assert (problem.file, problem.line, problem.column, problem.rule) == ("docs/zh/about.md", 7, 2, "bad-slot")
    assert sentence in problem.sentence.en
    assert hint in problem.hint.en
    assert problem.sentence.zh.endswith("。")
    assert bool(problem.hint.zh) == bool(problem.hint.en)


def test_code_is_no_shortcode(portal: Path) -> None:
    """A page may explain how shortcodes and links are written."""
    write(
        portal,
        f'{ABOUT}写 `<div data-slot="nothing"></div>`：\n\n```html\n<div data-slot="none"></div>\n[x](y.md)\n```\n',
    )
    assert places(portal) == []


@pytest.mark.parametrize(
    ("link", "hint"),
    [
        ("[x](abuot.md)", "是不是“about.md”？"),
        ("[x](projects/_frame.md)", ""),
        ("[x](../projets/)", "是不是“projects/”？"),
        ("[x](../projects/botling-line/)", "是不是“projects/bottling-line/”？"),
        ("[x](../../projects/botling-line.yaml)", "是不是“projects/bottling-line.yaml”？"),
        ("[x](../../district/sectors.yaml#fod)", "是不是“district/sectors.yaml#food”？"),
        ("[x](../../district/sectors.yaml)", ""),
        ("[x](../projects/bottling-line.yaml)", ""),
        ('<a href="../nowhere/">x</a>', ""),
        ("[x](picture.png)", ""),
        ("[x]: ../nowhere/", ""),
        ("![x](picture.png)", ""),
    ],
)
def test_dead_links(portal: Path, link: str, hint: str) -> None:
    """Found before anything is rendered."""
    write(portal, f"{ABOUT}{link}\n")
    (problem,) = problems_in(portal)
    assert (problem.file, problem.line, problem.rule) == ("docs/zh/about.md", 6, "dead-link")
    assert link[problem.column - 1 :].startswith(problem.sentence.zh.split("“")[1].split("”")[0])
    if hint:
        assert problem.hint.zh == hint


@pytest.mark.parametrize(
    "link",
    [
        "[x](projects/index.md)",
        "[x](projects/index.md#food)",
        "[x](../../projects/bottling-line.yaml)",
        "[x](../../projects/bottling-line.yaml#contact)",
        "[x](../../district/parks/river-park.yaml)",
        "[x](../../district/sectors.yaml#food)",
        "[x](../projects/)",
        "[x](../projects/bottling-line/#contact)",
        "[x](../en/about/)",
        "[x](../)",
        "[x](#top)",
        "[x](https://www.example.gov.cn/)",
        "[x](mailto:a@example.org)",
        "[x](tel:12345)",
        "<https://www.example.gov.cn/>",
    ],
)
def test_living_links(portal: Path, link: str) -> None:
    """To files, addresses, the other language, and elsewhere."""
    write(portal, f"{ABOUT}{link}\n")
    assert places(portal) == []


def test_a_record_without_a_page(portal: Path) -> None:
    """It cannot be linked to."""
    write(portal, f"{ABOUT}[x](../../district/results/2025.yaml)\n")
    (problem,) = problems_in(portal)
    assert problem.sentence.en == "A result has no page to link to: “../../district/results/2025.yaml”."


def test_a_page_in_one_language(portal: Path) -> None:
    """Frames included."""
    write(portal, ABOUT, "zh/visit.md")
    (portal / "docs/zh/parks/_frame.md").unlink()
    assert places(portal) == [
        ("docs/en/parks/_frame.md", 1, 1, "page-parity"),
        ("docs/zh/visit.md", 1, 1, "page-parity"),
    ]
    (portal / "docs/en/parks/_frame.md").unlink()
    assert places(portal)[0] == ("docs/zh/parks/_frame.md", 0, 0, "page-parity")


def test_no_pages_at_all(portal: Path) -> None:
    """Home pages and frames are asked for, and there is no traceback."""
    shutil.rmtree(portal / "docs")
    found_ = places(portal)
    assert {rule for *_, rule in found_} == {"page-parity"}
    assert ("docs/en/index.md", 0, 0, "page-parity") in found_


@pytest.mark.parametrize(
    ("front", "paths"),
    [
        ("", ["description", "title"]),
        ("---\ntitle: x\n---\n", ["description"]),
        ("---\ntitle: ''\ndescription: '  '\n---\n", ["description", "title"]),
        ("---\ntitle: x\ndescription: y\nframe: parks\n---\n", ["frame"]),
        ("---\n- x\n---\n", ["description", "title"]),
    ],
)
def test_front_matter(portal: Path, front: str, paths: list[str]) -> None:
    """Title and description are what browsers and search engines show."""
    write(portal, f"{front}\n# x\n")
    assert [(problem.rule, problem.path) for problem in problems_in(portal)] == [
        ("front-matter", path) for path in paths
    ]


def test_frames_keep_their_holes(portal: Path) -> None:
    """Else all pages of a column bear one title."""
    path = portal / "docs/zh/parks/_frame.md"
    path.write_text(path.read_text("utf-8").replace("%%title%%", "园区").replace("frame: parks\n", ""), "utf-8")
    assert [(problem.file, problem.path) for problem in problems_in(portal)] == [
        ("docs/zh/parks/_frame.md", name) for name in ("frame", "title")
    ]


def test_broken_front_matter(portal: Path) -> None:
    """At its line in the page."""
    write(portal, "---\ntitle: 关于: 本站\ndescription: y\n---\n")
    (problem,) = problems_in(portal)
    assert (problem.file, problem.line, problem.rule) == ("docs/zh/about.md", 2, "syntax")


@pytest.mark.parametrize("raw", [b"\xff\xfea", "关于".encode("gbk"), b"\xef\xbb\xbf# x", b"a\x00b"])
def test_pages_that_cannot_be_read(portal: Path, raw: bytes) -> None:
    """One problem, and its twin is not reported as alone."""
    (portal / "docs/zh/about.md").write_bytes(raw)
    assert [problem.file for problem in problems_in(portal)] == ["docs/zh/about.md"]


@pytest.mark.parametrize("name", ["mkdocs.yml", "mkdocs.en.yml"])
def test_broken_settings(portal: Path, name: str) -> None:
    """With line and column."""
    (portal / name).write_text("nav:\n  - a: b: c\n", "utf-8")
    assert [place[:2] for place in places(portal)] == [(name, 2)]
    (portal / name).write_text("just text\n", "utf-8")
    assert [place[:2] for place in places(portal)] == [(name, 1)]
    (portal / name).unlink()
    assert [place[:2] for place in places(portal)] == [(name, 0)]


def test_a_page_at_the_address_of_a_record(portal: Path) -> None:
    """It would hide the record."""
    for language in ("zh", "en"):
        write(portal, ABOUT, f"{language}/projects/bottling-line.md")
    assert {rule for *_, rule in places(portal)} == {"page-collides"}


def test_files_that_records_name(portal: Path) -> None:
    """At the record's line."""
    shutil.copytree(MORE, portal, dirs_exist_ok=True)
    (portal / "docs/assets/parks/plan.pdf").rename(portal / "docs/assets/parks/plans.pdf")
    missing = [problem for problem in problems_in(portal) if problem.rule == "missing-file"]
    assert [problem.file for problem in missing] == ["district/notices/closing.yaml", "projects/hostile-hall.yaml"]
    assert missing[0].hint.en == "Did you mean “parks/plans.pdf”?"
    assert missing[1].path == "documents[1].address"


@pytest.mark.parametrize("command", ["check", "build"])
def test_both_commands_report_it(portal: Path, command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """And nothing is built."""
    write(portal, f'{ABOUT}<div data-slot="heroo"></div>\n')
    assert main([command, "--lang", "en", "--date", TINY_DAY.isoformat()], portal) == DATA_ERRORS
    output = "".join(capsys.readouterr())
    assert "docs/zh/about.md:6:1: error [bad-slot]" in output
    assert "Did you mean “hero”?" in output
    assert not (portal / "site").exists()


def test_unreadable_records_do_not_blame_pages(portal: Path) -> None:
    """A shortcode that names a record which could not be read is left alone."""
    (portal / "contacts/bureau.yaml").write_text("name: {", "utf-8")
    (portal / "district/results/2025.yaml").write_text("name: {", "utf-8")
    assert {problem.file for problem in problems_in(portal)} == {"contacts/bureau.yaml", "district/results/2025.yaml"}


def test_former_names_of_words_are_no_mistake(portal: Path) -> None:
    """Words that a portal changed before they were renamed are still words of the theme."""
    path = portal / "overrides" / "words" / "en" / "ours.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("brief_copied: Copied.\ncompare_desk: Contact\n", "utf-8")
    assert places(portal) == []
