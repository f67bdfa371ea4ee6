"""The recipes of the developer manual, followed to the letter.

The blocks are taken from the manual and applied to a copy of the package and of the tiny portal; its site
is built once.
"""

import os
import re
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from investment_portal.languages import LANGUAGES, Language
from tests.markup import Markup, read_markup
from tests.overlay import lay
from tests.sites import REPOSITORY, tiny_portal

BLOCK = re.compile(
    r"^`(?P<file>[\w./-]+)`\n\n(?P<blocks>(?:```(?:diff|python|yaml|markdown)\n.*?^```\n+)+)", re.MULTILINE | re.DOTALL
)
FENCE = re.compile(r"^```(?P<form>\w+)\n(?P<text>.*?)^```\n", re.MULTILINE | re.DOTALL)
OF_PACKAGE = ("investment_portal/", "tests/fixtures/")
MORE_FILES = "tests/pages/more/"
"""The folder of files that the tests lay over the tiny portal."""

RUN = "from investment_portal.cli.main import run; run()"


class Block(NamedTuple):
    """A block of the manual: the recipe that it belongs to, the file, the form (``diff`` or a new file), the text."""

    recipe: str
    file: str
    form: str
    text: str


def manual(language: Language) -> str:
    """Return the manual page with the recipes."""
    return (REPOSITORY / "manual" / language / "how-to.md").read_text("utf-8")


def blocks(language: Language) -> Iterator[Block]:
    """Yield the blocks of the manual in their order; recipes are named by their number, from 1."""
    for number, recipe in enumerate(re.split(r"^## ", manual(language), flags=re.MULTILINE)[1:], 1):
        for match in BLOCK.finditer(recipe):
            for fence in FENCE.finditer(match["blocks"]):
                yield Block(str(number), match["file"], fence["form"], fence["text"])


def apply(block: Block, path: Path) -> None:
    """Write a new file, or make the change that a diff describes, at the one place that it fits."""
    if block.form != "diff":
        assert not path.exists(), f"{block.file} exists already"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(block.text, "utf-8")
        return
    lines = block.text.splitlines(keepends=True)
    before = "".join(line[1:] or "\n" for line in lines if not line.startswith("+"))
    after = "".join(line[1:] or "\n" for line in lines if not line.startswith("-"))
    text = path.read_text("utf-8")
    assert text.count(before) == 1, f"{block.file} has the lines {text.count(before)} times:\n{before}"
    path.write_text(text.replace(before, after), "utf-8")


class Followed(NamedTuple):
    """The copy of the package with the recipes followed, the portal, and its site."""

    root: Path
    portal: Path

    def page(self, name: str) -> Markup:
        """Return a page of the site."""
        return read_markup((self.portal / "site" / name / "index.html").read_text("utf-8"))

    def run(self, *arguments: str, portal: Path) -> subprocess.CompletedProcess[str]:
        """Run a command of the copy for a portal."""
        return subprocess.run(  # noqa: S603 - our own program
            [sys.executable, "-c", RUN, *arguments, "--lang", "en", "--portal", str(portal)],
            env={**os.environ, "PYTHONPATH": str(self.root)},
            cwd=portal,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )


@pytest.fixture(scope="module")
def followed(tmp_path_factory: pytest.TempPathFactory) -> Followed:
    """Follow all recipes one after the other and build the tiny portal."""
    root = tmp_path_factory.mktemp("how-to")
    shutil.copytree(REPOSITORY / "investment_portal", root / "investment_portal")
    done = Followed(root, tiny_portal(root / "portal"))
    with (done.portal / "district/site.yaml").open("a", encoding="utf-8") as settings:
        settings.write("facet_fill_rate: 0.3\n")  # one project of three has a value in the new facet
    for block in blocks("en"):
        if block.file.startswith(OF_PACKAGE):
            apply(block, root / block.file)
        else:
            apply(block, done.portal / block.file.removeprefix(MORE_FILES))
    ended = done.run("build", "--date", "2026-06-30", portal=done.portal)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return done


def test_both_manuals_have_the_same_blocks() -> None:
    """Seven recipes, each with blocks; every block of code is one that is tried."""
    zh, en = ([*blocks(language)] for language in LANGUAGES)
    assert zh == en
    assert {block.recipe for block in en} == set("1234567")
    for language in LANGUAGES:
        assert len(FENCE.findall(manual(language))) == len(en)
        assert manual(language).count("```") == 2 * len(en)


def test_the_places_that_the_manual_names_exist() -> None:
    """In the table of what is changed most often, the same in both languages."""
    named = []
    for language in LANGUAGES:
        text = (REPOSITORY / "manual" / language / "developer.md").read_text("utf-8")
        (table,) = re.findall(r"`investment_portal/`[^|`]*\n\n((?:\|.*\n)+)", text)
        named.append(re.findall(r"`([^`]+)`", table))
    assert named[0] == named[1]
    assert [name for name in named[0] if not (REPOSITORY / "investment_portal" / name).is_file()] == []


def test_the_code_is_as_all_code_is(followed: Followed) -> None:
    """Sorted, formatted, with docstrings."""
    files = sorted({block.file for block in blocks("en") if block.file.endswith(".py")})
    shutil.copy(REPOSITORY / "pyproject.toml", followed.root)
    for command in ("check", "format --check"):
        ruff = [str(Path(sys.executable).with_name("ruff")), *command.split(), "--no-cache", *files]
        ended = subprocess.run(ruff, cwd=followed.root, capture_output=True, encoding="utf-8", check=False)  # noqa: S603
        assert ended.returncode == 0, ended.stdout


def test_a_field_is_on_the_page(followed: Followed) -> None:
    """Under its label in each language, and on no page of a project without it."""
    for prefix, label in (("", "碳排放强度（吨/万元）0.8"), ("en/", "Carbon intensity (t per CNY 10,000)0.8")):
        assert label.replace(" ", "") in followed.page(f"{prefix}projects/hostile-hall").text.replace(" ", "")
        assert label[:5] not in followed.page(f"{prefix}projects/bottling-line").text


def test_a_facet_is_in_the_list(followed: Followed) -> None:
    """With the band of the one project that has a value, and no other."""
    for name, low, high in (("projects", "1 吨/万元以下", "3 吨"), ("en/projects", "Below 1 t per", "3 t or more")):
        page = followed.page(name).html
        assert '"carbon"' in page
        assert low in page
        assert high not in page


def test_a_rule_finds_its_problem(followed: Followed, tmp_path: Path) -> None:
    """In the example that the recipe gives."""
    portal = lay(followed.root / "tests/fixtures/bad/carbon-limits", tmp_path / "portal")
    ended = followed.run("check", "--date", "2026-06-30", portal=portal)
    assert ended.returncode == 1
    assert "projects/bottling-line.yaml:9:19: error [carbon-limits]" in ended.stdout
    assert "A project with a carbon intensity above 5 must give" in ended.stdout


def test_words_and_a_shortcode_are_on_a_page(followed: Followed) -> None:
    """In Chinese as the theme words it, in English as the portal does."""
    for name, title, count in (
        ("low-carbon", "碳排放强度较低的项目", "1 个在招项目写明了碳排放强度。"),
        ("en/low-carbon", "Low-carbon projects", "1 project on offer states its carbon intensity."),
    ):
        page = followed.page(name)
        assert {"low-carbon"} <= {*page.ids}
        assert title in page.html.replace("<wbr>", "")
        assert count in page.html
        assert "projects/hostile-hall/" in page.html
        assert "Projects with a low carbon intensity" not in page.html


def test_a_page_kind_has_its_pages(followed: Followed) -> None:
    """One for each record, under the path of its column; found by name; linked from the column's own page."""
    for prefix, name, column in (("", "国内", "投资来源地"), ("en/", "China", "Origins")):
        page = followed.page(f"{prefix}origins/china")
        assert name in page.html
        assert column in page.html
        assert "tel:" in page.html
        assert 'href="../origins/china/"' in followed.page(f"{prefix}origins").html
        assert 'href="../origins/china/"' in followed.page(f"{prefix}search").html
        assert followed.page(f"{prefix}origins/overseas").text


def test_an_output_is_written(followed: Followed) -> None:
    """With the field of the project that has it."""
    table = (followed.portal / "site/assets/data/projects.csv").read_text("utf-8")
    assert table.startswith("\ufeffid,zh,en,carbon_intensity\n")
    assert "bottling-line,灌装生产线,Bottling line,\n" in table
    assert ",0.8\n" in table


def test_recipes_stay_short() -> None:
    """More files than these would mean that something is said in two places."""
    files: dict[str, set[str]] = defaultdict(set)
    for block in blocks("en"):
        files[block.recipe].add(block.file)
    assert [len(files[recipe]) for recipe in sorted(files)] == [3, 3, 3, 3, 3, 10, 2]
