"""A record that did not change is checked again where the day, or what it refers to, is another."""

from datetime import timedelta
from pathlib import Path

from investment_portal.build.validate import problems_of_portal, validate
from tests.sites import TINY_DAY, tiny_portal


def test_a_later_day(tmp_path: Path) -> None:
    """Each run finds what a run without a cache finds."""
    root = tiny_portal(tmp_path / "portal")
    for days in (0, 90, 400, 0):
        day = TINY_DAY + timedelta(days=days)
        assert problems_of_portal(root, day) == validate(root, day)[1]


def test_another_record(tmp_path: Path) -> None:
    """A sector that its project has no longer, then has again."""
    root = tiny_portal(tmp_path / "portal")
    path = root / "district/sectors.yaml"
    good = path.read_text("utf-8")
    for text in (good, good.replace("machinery:", "engines:", 1), good):
        path.write_text(text, "utf-8")
        problems = problems_of_portal(root, TINY_DAY)
        assert problems == validate(root, TINY_DAY)[1]
        assert any(
            problem.file.startswith("projects/") and problem.rule == "unknown-reference" for problem in problems
        ) == (text != good)
