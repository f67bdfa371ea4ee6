"""An edit costs no more than it must: counts of what is parsed, checked, rendered and written, rather than seconds."""

import shutil
from pathlib import Path

import pytest

from investment_portal.build.build import build
from investment_portal.build.result import BuildResult
from investment_portal.cache.store import FOLDER, PUBLISHED
from tests.sites import REAL_DAY, Site, real_portal

NAME = "projects/wind-gearbox-castings.yaml"


class Edited:
    """A copy of the real portal, built, to be edited."""

    def __init__(self, root: Path) -> None:
        """Build it."""
        self.root, self.out = root, root / "site"
        self.build()

    def build(self) -> BuildResult:
        """Build it as it is."""
        result = build(self.root, self.out, REAL_DAY)
        assert result.published, result.problems
        return result

    def replace(self, name: str, old: str, new: str) -> tuple[BuildResult, int]:
        """Replace a text in a file, build, and restore it; return the result and how many pages differ."""
        path = self.root / name
        good, before = path.read_text("utf-8"), self._pages()
        assert good.count(old) == 1, f"{old!r} occurs {good.count(old)} times in {name}"
        path.write_text(good.replace(old, new), "utf-8")
        try:
            result, now = self.build(), self._pages()
        finally:
            path.write_text(good, "utf-8")
        self.build()
        return result, sum(page != now.get(name) for name, page in before.items())

    def _pages(self) -> dict[Path, bytes]:
        return {path: path.read_bytes() for path in self.out.rglob("*.html")}


@pytest.fixture(scope="module")
def edited(real: Site, tmp_path_factory: pytest.TempPathFactory) -> Edited:
    """Return the real portal with its layouts, built."""
    root = real_portal(tmp_path_factory.mktemp("edited") / "portal")
    shutil.copytree(real.portal / ".cache/layouts", root / ".cache/layouts")
    return Edited(root)


def written(result: BuildResult) -> int:
    """Return how many files a build wrote."""
    return result.published.changed if result.published else 0


def test_nothing(edited: Edited) -> None:
    """Without an edit nothing is parsed, checked, rendered or written."""
    result = edited.build()
    counts = (result.stages.parsed, result.stages.checked, result.stages.rendered, result.stages.produced)
    assert (*counts, written(result)) == (0, 0, 0, 0, 0)
    assert result.pages == sum(1 for _ in edited.out.rglob("*.html"))


def test_a_text_that_only_its_own_page_shows(edited: Edited) -> None:
    """One file is parsed, one record checked; its two pages are rendered, and the texts that the search finds."""
    text = (edited.root / NAME).read_text("utf-8")
    start = text.index("market:")
    old = text[start : text.index("\n", text.index("en:", start) + 8)]
    result, differing = edited.replace(NAME, old, f"{old} Indeed")
    assert result.stages.parsed == (edited.root / NAME).stat().st_size + len(" Indeed")
    assert result.stages.checked == 1
    assert result.stages.rendered == 2
    assert differing == 1
    assert 0 < written(result) <= 8


def test_a_field_that_lists_show(edited: Edited) -> None:
    """Pages that show the project are rendered, and no page of a project that is not beside it."""
    name = "projects/medicine-plot-east.yaml"
    result, differing = edited.replace(name, "investment: 5.5 亿元", "investment: 5.8 亿元")
    assert result.stages.checked == 1
    assert 2 < differing <= result.stages.rendered < result.pages / 4


def test_a_new_project_leaves_others_alone(edited: Edited) -> None:
    """It joins lists and totals; pages of projects that are not beside it stay."""
    path = edited.root / NAME
    copy = path.with_name("wind-gearbox-castings-2.yaml")
    text = path.read_text("utf-8")
    text = text.replace("name:\n  zh: ", "name:\n  zh: 再", 1)
    start = text.index("  en: ", text.index("name:")) + len("  en: ")
    copy.write_text(f"{text[:start]}Again {text[start:]}", "utf-8")
    result = edited.build()
    copy.unlink()
    (edited.root / FOLDER / PUBLISHED).unlink()  # it was never public
    assert result.stages.parsed == len((text + "Again ").encode())
    assert written(result) >= 2
    assert result.stages.rendered < result.pages / 2
    edited.build()
