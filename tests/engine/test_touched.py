"""An edit touches no more than it must: counts of what is parsed, looked at, made and written, rather than seconds."""

import os
import shutil
import subprocess
from datetime import timedelta
from pathlib import Path

import pytest

from catalog.build import Built, build
from tests.sites import REAL_DAY, Site, real_portal

SLACK = 4
"""Pages that may be made although they come out the same: they read what changed, and did not show it."""


class Edited:
    """A copy of the real portal, built, to be edited."""

    def __init__(self, root: Path, out: Path) -> None:
        """Build it."""
        self.root, self.out = root, out
        self.differing = 0
        """Pages that differed after the last edit."""
        self.build()

    def build(self) -> Built:
        """Build it as it is."""
        return build(self.root, self.out, REAL_DAY)

    def replace(self, name: str, old: str, new: str) -> Built:
        """Replace a text in a file, build, and put it back."""
        path = self.root / name
        good = path.read_text("utf-8")
        assert good.count(old) == 1, f"{old!r} stands {good.count(old)} times in {name}"
        before = self._pages()
        path.write_text(good.replace(old, new), "utf-8")
        made = self.build()
        now = self._pages()
        self.differing = sum(page != now.get(name) for name, page in before.items())
        path.write_text(good, "utf-8")
        assert made.published, made.problems
        self.build()
        return made

    def _pages(self) -> dict[Path, bytes]:
        return {path: path.read_bytes() for path in self.out.rglob("*.html")}

    def showing(self, text: str) -> int:
        """Count the pages and other files that show a text."""
        return sum(text.encode() in path.read_bytes() for path in self.out.rglob("*") if path.is_file())


@pytest.fixture(scope="module")
def edited(real: Site, tmp_path_factory: pytest.TempPathFactory) -> Edited:
    """Give the real portal with its frames, built."""
    root = real_portal(tmp_path_factory.mktemp("edited") / "portal")
    shutil.copytree(real.portal / ".cache/frames", root / ".cache/frames")
    return Edited(root, root / "site")


def changed(made: Built) -> int:
    """Count the files that a build wrote."""
    assert made.published
    return made.published.changed


def test_nothing(edited: Edited) -> None:
    """Without an edit nothing is parsed, looked at or made."""
    made = edited.build()
    assert (changed(made), made.stages.parsed, made.stages.checked, made.stages.rendered) == (0, 0, 0, 0)
    assert made.pages == len([path for path in edited.out.rglob("*.html")])  # noqa: C416 - a list, to be counted


def test_a_text_that_only_its_own_page_shows(edited: Edited) -> None:
    """One file parsed, one record looked at, its two pages made."""
    name = "projects/wind-gearbox-castings.yaml"
    line = next(one for one in (edited.root / name).read_text("utf-8").splitlines() if one.startswith("  en: |"))
    assert line
    before = (edited.root / name).read_text("utf-8")
    start = before.index("market:")
    old = before[start : before.index("\n", before.index("en:", start) + 8)]
    made = edited.replace(name, old, f"{old} Indeed")
    assert made.stages.parsed == (edited.root / name).stat().st_size + len(" Indeed")
    assert made.stages.checked <= SLACK
    assert made.stages.rendered <= 2 + SLACK
    assert 0 < changed(made) <= 2 + SLACK


@pytest.mark.parametrize(
    ("name", "old", "new", "languages"),
    [
        ("contacts/group-chengdu.yaml", "phone: +86 830 000 0013", "phone: +86 830 000 0093", 1),
        # A text is one field in both languages: pages of the other language are made too, and come out the same.
        ("policies/bridge-loan.yaml", "summary:\n  zh: ", "summary:\n  zh: 一、", 2),
    ],
)
def test_what_several_pages_show(edited: Edited, name: str, old: str, new: str, languages: int) -> None:
    """Those that show it are made, and hardly another."""
    made = edited.replace(name, old, new)
    assert made.stages.checked <= SLACK
    assert 0 < edited.differing <= changed(made) <= made.stages.rendered + made.stages.produced
    assert made.stages.rendered <= languages * edited.differing + SLACK


def test_a_sum_among_many(real: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where records are so many that a field of all counts as one thing, pages that only order projects by it stay."""
    monkeypatch.setattr("catalog.kept.atoms.RECORDS", 4)
    root = real_portal(tmp_path / "portal")
    shutil.copytree(real.portal / ".cache/frames", root / ".cache/frames")
    large = Edited(root, root / "site")
    made = large.replace("projects/medicine-plot-east.yaml", "investment: 5.5 亿元", "investment: 5.8 亿元")
    assert 0 < made.stages.rendered <= changed(made) + SLACK


def test_a_new_project_leaves_others_alone(edited: Edited) -> None:
    """It joins lists and totals; pages of projects that are not its neighbours stay."""
    path = edited.root / "projects/wind-gearbox-castings.yaml"
    copy = path.with_name("wind-gearbox-castings-2.yaml")
    told = path.read_text("utf-8")
    start = told.index("name:\n  zh: ") + len("name:\n  zh: ")
    told = told[:start] + "再" + told[start:]
    start = told.index("  en: ", start) + len("  en: ")
    copy.write_text(told[:start] + "Again " + told[start:], "utf-8")
    made = edited.build()
    copy.unlink()
    assert changed(made) >= 2
    assert made.stages.rendered < made.pages / 3
    edited.build()


def test_a_commit_alone(edited: Edited) -> None:
    """Tells of what it changed: on the page of that record, on the page of changes and in the feed."""
    name = "projects/wind-gearbox-castings.yaml"
    path = edited.root / name
    good = path.read_text("utf-8")

    git = shutil.which("git")
    assert git

    def run(*arguments: str, day: str = "2026-11-01") -> None:
        who = ["-c", "user.name=Staff", "-c", "user.email=staff@example.org", "-c", "commit.gpgsign=false"]
        surroundings = {**os.environ, "GIT_COMMITTER_DATE": f"{day}T12:00:00"}
        subprocess.run([git, *who, *arguments], cwd=edited.root, env=surroundings, check=True)  # noqa: S603 - our own

    def commit(day: str) -> None:
        run("add", "-A", "projects")
        run("commit", "-qm", "Edit", "--allow-empty", day=day)

    run("init", "-q")
    commit("2026-11-01")
    edited.build()
    path.write_text(good.replace("status: seeking", "status: negotiating", 1), "utf-8")
    edited.build()
    commit("2026-11-21")
    made = edited.build()
    assert (made.stages.parsed, made.stages.checked) == (0, 0)
    assert (made.stages.rendered, made.stages.produced, changed(made)) == (4, 1, 6), "three files in each language"
    commit("2026-11-22")
    assert edited.build().stages.rendered == 0, "a commit that changes no record changes no page"
    shutil.rmtree(edited.root / ".git")
    path.write_text(good, "utf-8")
    edited.build()


def test_the_next_day(edited: Edited) -> None:
    """Only what counts days or tells the day is made anew: no page of a project is among it without a reason."""
    made = build(edited.root, edited.out, REAL_DAY + timedelta(days=1))
    assert made.stages.parsed == 0
    assert changed(made) < made.pages
    edited.build()
