"""Odd names, pipes, folders in place of files and links in a circle are problems with a file and a sentence."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from investment_portal.build.validate import validate
from investment_portal.cli.status_report.report import status_report
from investment_portal.content.paths import is_usable, shown
from investment_portal.languages import LANGUAGES
from investment_portal.problem_reports import REPORTS
from investment_portal.problems import Problem
from tests.conftest import DAY
from tests.overlay import PORTAL, WITHOUT_CACHE

FOLDERS = (
    "projects", "contacts", "policies", "district", "district/parks", "docs", "docs/zh", "docs/assets",
    "overrides/words/zh", "overrides/partials",
)  # fmt: skip
NOT_A_FILE = "Must be a file; got a folder or something else."


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a copy of the tiny portal, which has no problem."""
    root = Path(shutil.copytree(PORTAL, tmp_path / "portal", ignore=WITHOUT_CACHE))
    for folder in FOLDERS:
        (root / folder).mkdir(parents=True, exist_ok=True)
    return root


def problems_in(root: Path) -> list[Problem]:
    """Return all problems, once every report could be written and what needs a person was listed."""
    portal, problems = validate(root, DAY)
    for report in REPORTS.values():
        for language in LANGUAGES:
            report(problems, language).encode("utf-8")
    status_report(portal, DAY)
    return problems


def listed(problems: list[Problem]) -> list[tuple[str, str]]:
    """Return file and rule of each problem."""
    return [(problem.file, problem.rule) for problem in problems]


@pytest.mark.parametrize(
    "name", [b"\xff.yaml", b"\xb0\xd7.md", b"\xff", b"a\nb.yaml", b"\x1b[31m.md", b"\xef\xbb\xbfa.yaml"]
)
def test_unusable_names(root: Path, name: bytes) -> None:
    """One problem in each folder, whatever the file would be; its name can be printed."""
    for folder in FOLDERS:
        (root / folder / os.fsdecode(name)).write_text("name: x\n")
    problems = problems_in(root)
    assert listed(problems) == [(f"{folder}/{shown(os.fsdecode(name))}", "file-name") for folder in sorted(FOLDERS)]
    assert all(is_usable(problem.file) for problem in problems)


def test_unusable_names_of_folders(root: Path) -> None:
    """The folder is the problem, not each file in it."""
    for folder in FOLDERS:
        inside = root / folder / os.fsdecode(b"\xff")
        inside.mkdir()
        (inside / "a.md").write_text("x")
        (inside / "b.yaml").write_text("x")
    assert listed(problems_in(root)) == [(f"{folder}/\\xff", "file-name") for folder in sorted(FOLDERS)]


def test_names_as_shown() -> None:
    """Signs of other languages stay; bytes and control characters are written out."""
    assert shown("docs/zh/产业 园区.md") == "docs/zh/产业 园区.md"
    assert shown(os.fsdecode(b"\xff a\tb")) == r"\xff a\tb"
    assert shown("a\u2028\x1b") == r"a\u2028\x1b"


@pytest.mark.parametrize("name", ["招商 门户", "a'b", "ü"])
def test_any_other_path_of_a_portal(root: Path, name: str) -> None:
    """Blanks, quotes and other languages are nothing odd; pages may have such names too."""
    moved = root.rename(root.with_name(name))
    for language in LANGUAGES:
        shutil.copy(moved / "docs" / language / "index.md", moved / "docs" / language / "关于 我们.md")
    assert problems_in(moved) == []


def test_a_portal_in_a_path_that_is_not_utf_8(root: Path) -> None:
    """Tools that a build runs cannot be given such a path."""
    moved = root.rename(root.with_name(os.fsdecode(b"p\xff")))
    (problem,) = problems_in(moved)
    assert (problem.file, problem.rule) == (".", "file-name")
    assert r"p\xff”" in problem.sentence.zh


@pytest.mark.parametrize(
    "name",
    ["projects/a.yaml", "district/sources.yaml", "docs/zh/a.md", "docs/zh/a.png", "docs/assets/a.jpg",
     "overrides/words/zh/a.yaml", "overrides/partials/a.html", "mkdocs.yml"],
)  # fmt: skip
@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir])
def test_pipes_and_folders_are_no_files(root: Path, name: str, make: Callable[[Path], None]) -> None:
    """A pipe is not opened: reading it might never end. A folder is fine where folders may stand."""
    (root / name).unlink(missing_ok=True)
    make(root / name)
    problems = [problem for problem in problems_in(root) if problem.file == name]
    if make is os.mkdir and name.endswith(("png", "jpg", "html")):
        assert problems == []
    elif make is os.mkdir and name == "projects/a.yaml":
        assert [problem.rule for problem in problems] == ["bad-id"]
    else:
        assert [problem.sentence.en for problem in problems] == [NOT_A_FILE]


@pytest.mark.parametrize(
    "links",
    [
        {"docs/zh/a.md": "a.md"},
        {"docs/zh/a.png": "b.png", "docs/zh/b.png": "a.png"},
        {"docs/zh/self": "."},
        {"docs/zh/up": "../.."},
        {"docs/zh/a": "../en/b", "docs/en/b": "../zh/a"},
        {"overrides/partials/self": "../partials"},
        {"projects/a.yaml": "a.yaml"},
    ],
)
def test_links_in_a_circle(root: Path, links: dict[str, str]) -> None:
    """Each link is a problem, and the walk ends."""
    for name, target in links.items():
        (root / name).symlink_to(target)
    assert listed(problems_in(root)) == [(name, "unreadable") for name in sorted(links)]


def test_folders_that_link_to_each_other(root: Path) -> None:
    """The walk goes through each folder once by a link, however many links there are."""
    for number in range(12):
        (root / f"docs/zh/f{number}").mkdir()
        for other in range(12):
            (root / f"docs/zh/f{number}/l{other}").symlink_to(f"../f{other}")
    problems = problems_in(root)
    assert {problem.rule for problem in problems} == {"unreadable"}
    assert len(problems) < 500


def test_a_circle_hides_no_records(root: Path) -> None:
    """A link that cannot be followed, under a name that is no record's, is passed over."""
    (root / "projects/circle").symlink_to("circle")
    assert problems_in(root) == []


@pytest.mark.parametrize(
    "name", ["docs/zh/a.txt", "docs/a", "overrides/partials/assets", "projects/a.yaml", "docs/zh/a.md"]
)
@pytest.mark.parametrize("target", ["/etc", "/etc/hostname", "../../../../../../../../etc/hostname"])
def test_links_out_of_the_portal(root: Path, name: str, target: str) -> None:
    """Nothing from outside is published, a folder as little as a file."""
    (root / name).symlink_to(target)
    problems = problems_in(root)
    assert {problem.file for problem in problems} == {name}
    assert {problem.rule for problem in problems} <= {"link-outside", "bad-id"}


def test_links_inside_the_portal(root: Path) -> None:
    """Files and folders may stand under a second name; an editor's lock is not looked at."""
    (root / "docs/assets/a.png").write_text("x")
    (root / "docs/assets/b.png").symlink_to("a.png")
    (root / "docs/zh/pictures").symlink_to("../assets")
    (root / "docs/zh/.#index.md").symlink_to("user@host.1234")
    assert problems_in(root) == []
    (root / "docs/zh/c.png").symlink_to("nowhere")
    (problem,) = problems_in(root)
    assert problem.sentence.en == "The file cannot be opened: it does not exist."


def refuse(real: Callable[..., Any], place: Path) -> Callable[..., Any]:
    """Return a function of the system that is not permitted to open one place."""

    def call(path: Any = ".", *arguments: Any, **named: Any) -> Any:
        if Path(path) == place:
            raise PermissionError(13, "Permission denied")
        return real(path, *arguments, **named)

    return call


@pytest.mark.parametrize("name", ["projects", "district/parks", "docs/zh", "overrides/partials"])
def test_folders_that_may_not_be_read(root: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of records that cannot be listed is not taken for an empty one."""
    monkeypatch.setattr(os, "scandir", refuse(os.scandir, root / name))
    (problem,) = [problem for problem in problems_in(root) if problem.file == name]
    assert problem.sentence.en == "The folder cannot be opened: reading it is not permitted."
    assert problem.sentence.zh == "文件夹打不开：没有读取权限。"


@pytest.mark.parametrize(
    "name",
    ["projects/bottling-line.yaml", "district/site.yaml", "docs/zh/index.md", "mkdocs.yml", "district/sectors.yaml"],
)
def test_files_that_may_not_be_read(root: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The reason is said."""
    monkeypatch.setattr(Path, "read_bytes", refuse(Path.read_bytes, root / name))
    (problem,) = [problem for problem in problems_in(root) if problem.file == name]
    assert problem.sentence.en == "The file cannot be opened: reading it is not permitted."


@pytest.mark.parametrize("folder", ["docs", "overrides", "projects", "policies", "contacts", "district"])
def test_a_folder_elsewhere_is_refused(root: Path, tmp_path: Path, folder: str) -> None:
    """A link in the place of a whole folder publishes nothing of what it leads to."""
    shutil.move(root / folder, tmp_path / "elsewhere")
    (root / folder).symlink_to(tmp_path / "elsewhere")
    assert (folder, "link-outside") in listed(problems_in(root))


def test_a_folder_of_records_elsewhere_is_refused(root: Path, tmp_path: Path) -> None:
    """Also one that holds nothing, or nothing that a portal knows."""
    (tmp_path / "elsewhere").mkdir()
    (root / "district" / "firms-of-others").symlink_to(tmp_path / "elsewhere")
    assert listed(problems_in(root)) == [("district/firms-of-others", "link-outside")]
