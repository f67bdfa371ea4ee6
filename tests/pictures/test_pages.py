"""Pictures of records in the built site: shown in sizes, checked, and remade only where they changed."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from investment_portal.build.build import build
from investment_portal.build.result import BuildResult
from investment_portal.build.validate import validate
from investment_portal.pictures import processing
from investment_portal.problems import Level, Problem
from tests.pictures.test_processing import drawn, opened
from tests.sites import TINY_DAY, tiny_portal

PARK = "district/parks/hill-park.yaml"
HALL = "parks/hall.jpg"


@pytest.fixture
def portal(tmp_path: Path) -> Path:
    """Return a portal whose park has a drawn picture, besides that of several records."""
    root = tiny_portal(tmp_path / "portal")
    drawn(root / "docs/assets" / HALL)
    add(root, "{file: parks/hall.jpg, kind: photo, focus: '30, 60', alt: {zh: 厂房, en: The “hall”}}")
    return root


def add(root: Path, image: str) -> None:
    """Add a picture to the park."""
    path = root / PARK
    path.write_text(path.read_text("utf-8").replace("images:\n", f"images:\n  - {image}\n"), "utf-8")


def built(root: Path) -> BuildResult:
    """Build the portal."""
    result = build(root, root / "site", TINY_DAY)
    assert result.published, result.problems
    return result


def problems(root: Path) -> list[Problem]:
    """Return the problems of pictures, which the check and the build report alike."""
    reported = [problem for problem in validate(root, TINY_DAY)[1] if problem.rule == "picture-file"]
    result = build(root, root / "site", TINY_DAY)
    assert [problem for problem in result.problems if problem.rule == "picture-file"] == reported
    return reported


def test_a_picture_on_its_page(portal: Path) -> None:
    """Both formats in all widths, with its size, the focus and both languages' text; every file is there."""
    built(portal)
    for language, text in (("", "厂房"), ("en/", "The “hall”")):
        folder = portal / "site" / language / "parks/hill-park"
        html = (folder / "index.html").read_text("utf-8")
        (picture,) = re.findall(r"<picture>(?:(?!</picture>).)*parks/hall.*?</picture>", html, re.DOTALL)
        assert f'alt="{text}"' in picture
        assert 'width="960" height="640"' in picture
        assert 'class="focus-x-3 focus-y-6"' in picture
        assert 'loading="lazy"' in picture
        named = re.findall(r'(\.\./\S+?\.(?:webp|jpg))[ "]', picture)
        assert len(set(named)) == 6
        assert all((folder / address).resolve().is_file() for address in named)
    assert not opened((portal / "site/files" / HALL).read_bytes()).getexif()


def test_only_what_changed_is_made(portal: Path) -> None:
    """Another picture under the same name: its files and the pages that show it, nothing else."""
    built(portal)
    before = {path: path.read_bytes() for path in (portal / "site").rglob("*") if path.is_file()}
    drawn(portal / "docs/assets" / HALL, (1000, 600))
    result = built(portal)
    now = {path: path.read_bytes() for path in (portal / "site").rglob("*") if path.is_file()}
    changed = {
        path.relative_to(portal / "site").as_posix() for path, content in now.items() if before.get(path) != content
    }
    pages = {path for path in changed if path.endswith(".html")}
    assert pages == {"parks/hill-park/index.html", "en/parks/hill-park/index.html"}
    assert result.stages.rendered == 2
    others = {path for path in changed - pages if not path.startswith(("pictures/parks/hall-", "files/parks/hall"))}
    assert all("manifest" in path for path in others), others
    assert built(portal).stages.produced == 0


def test_without_pictures_nothing_of_pillow_is_imported(tmp_path: Path) -> None:
    """Nor where all of them were looked at before."""
    program = (
        "import sys; from datetime import date; from pathlib import Path; "
        "from investment_portal.build.build import build; root = Path(sys.argv[1]); "
        f"assert build(root, root / 'site', date.fromisoformat('{TINY_DAY}')).published; "
        "print(sum(name.partition('.')[0] == 'PIL' for name in sys.modules))"
    )

    def imported() -> int:
        command = [sys.executable, "-c", program, str(root)]
        return int(subprocess.run(command, check=True, capture_output=True, text=True).stdout)  # noqa: S603 - our own

    root = tiny_portal(tmp_path / "portal")
    assert imported() > 0
    page = root / "docs/zh/about.md"
    page.write_text(f"{page.read_text('utf-8')}\n再补充一句。\n", "utf-8")
    assert imported() == 0


def test_another_target(portal: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The files made of pictures come from the cache, until the picture is gone."""
    built(portal)

    def refuse(*_: object) -> None:
        raise AssertionError("a picture is made again")

    monkeypatch.setattr(processing, "sizes", refuse)
    assert build(portal, tmp_path / "other", TINY_DAY).published
    names = {path.name: path.read_bytes() for path in (portal / "site/pictures").rglob("*.webp")}
    assert names
    assert names == {path.name: path.read_bytes() for path in (tmp_path / "other/pictures").rglob("*.webp")}


def test_a_damaged_picture(portal: Path) -> None:
    """It stops the build, at the line of each record that names it."""
    path = portal / "docs/assets" / HALL
    path.write_bytes(path.read_bytes()[:5000])
    (problem,) = problems(portal)
    assert (problem.file, problem.path, problem.level) == (PARK, "images[1].file", Level.ERROR)
    assert "cut off or damaged" in problem.sentence.en
    assert "不完整或已损坏" in problem.sentence.zh


def test_a_large_picture(portal: Path) -> None:
    """A warning names its size, and the page is published."""
    path = portal / "docs/assets" / HALL
    path.write_bytes(path.read_bytes() + bytes(1_500_000))
    (problem,) = problems(portal)
    assert problem.level is Level.WARNING
    assert "1.5 MB" in problem.sentence.en
    assert (portal / "site/files" / HALL).stat().st_size < 100_000


@pytest.mark.parametrize("name", ["hall.heic", "hall.gif"])
def test_formats_that_browsers_or_records_do_not_have(portal: Path, name: str) -> None:
    """The message tells how to mend it; a drawing in SVG is fine."""
    for added in (name, "plan.svg"):
        (portal / "docs/assets/parks" / added).write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", "utf-8")
        add(portal, f"{{file: parks/{added}, kind: drawing, alt: {{zh: 图, en: Drawing}}}}")
    (problem,) = problems(portal)
    assert problem.hint.en == "Open it in a picture viewer, save it as JPEG, and replace it."


@pytest.mark.parametrize("focus", ["middle", "120, 5", "5", "5,5,5"])
def test_a_focus_that_is_none(portal: Path, focus: str) -> None:
    """Refused, with the form that is expected."""
    add(portal, f"{{file: parks/hill.png, kind: photo, focus: '{focus}', alt: {{zh: 图, en: Picture}}}}")
    rules = [problem.rule for problem in validate(portal, TINY_DAY)[1] if problem.path == "images[1].focus"]
    assert rules == ["bad-form"]


def test_an_officer_is_shown_only_with_consent(portal: Path) -> None:
    """The contact says so; then its page has the picture."""
    built(portal)
    page = portal / "site/en/contacts/overseas-representative/index.html"
    assert "pictures/people/desk-" in page.read_text("utf-8")
    path = portal / "contacts/overseas-representative.yaml"
    path.write_text(path.read_text("utf-8").replace("\nconsent: true\n", "\n"), "utf-8")
    errors = [problem for problem in validate(portal, TINY_DAY)[1] if problem.level is Level.ERROR]
    assert [(problem.file, problem.path) for problem in errors] == [("contacts/overseas-representative.yaml", "images")]
