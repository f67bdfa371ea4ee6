"""Layouts are rendered when something that goes into them has changed; what MkDocs objects to is said briefly."""

import re
import shutil
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from investment_portal.build.build import REBUILT, build
from investment_portal.cache.checked_files import Damaged, load, save
from investment_portal.cache.inputs import Scan
from investment_portal.cli.command import BUG, DATA_ERRORS, DONE
from investment_portal.cli.main import main
from investment_portal.languages import Language
from investment_portal.rendering import layouts
from investment_portal.rendering.layout_settings import layout_settings
from investment_portal.rendering.layouts import COMPLETE, WRITER, LayoutSet, LayoutsFailed, start
from investment_portal.validation.record_reader import read_portal
from tests.overlay import override
from tests.sites import REPOSITORY, TINY_DAY, Site, tiny_portal


@pytest.fixture
def portal(full: Site, tmp_path: Path) -> Path:
    """Return a portal whose layouts are rendered already."""
    root = tiny_portal(tmp_path / "portal")
    shutil.copytree(full.portal / ".cache", root / ".cache")
    return root


def rendered(portal: Path) -> dict[Language, LayoutSet]:
    """Return the layouts, as a build does."""
    with start(portal, Scan(portal)) as job:
        return job.result(layout_settings(portal, read_portal(portal).catalog, TINY_DAY))


def opened(portal: Path, name: str) -> Path:
    """Return a file of the portal; one that shall replace a file of the theme begins as its copy."""
    return override(portal, name.removeprefix("overrides/")) if name.startswith("overrides/") else portal / name


def cached(portal: Path) -> dict[str, int]:
    """Return the folders of the cache, each with the time at which it was finished."""
    return {path.name: (path / "complete").stat().st_mtime_ns for path in (portal / ".cache/layouts").iterdir()}


def test_unchanged_layouts_are_taken_from_the_cache(portal: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Wherever the portal stands; no process is started."""
    before = cached(portal)
    monkeypatch.setattr("investment_portal.rendering.layouts._Process", None)
    layout_sets = rendered(portal)
    assert cached(portal) == before
    assert len(before) == 1
    assert (
        {"projects", "policies", "projects/page"}
        <= layout_sets["zh"].columns.keys()
        == layout_sets["en"].columns.keys()
    )
    assert {"index.html", "404.html", "about/index.html"} <= layout_sets["zh"].content_pages.keys()
    assert layout_sets["zh"].files == ["assets/favicon.svg"]
    assert layout_sets["en"].files == []


@pytest.mark.parametrize("name", ["docs/en/about.md", "overrides/base.html", "mkdocs.en.yml"])
def test_changed_input_is_rendered_again(portal: Path, name: str) -> None:
    """And what nobody needs any more is deleted; the fingerprint tells whether a page has changed."""
    before, last = cached(portal), rendered(portal)
    path = opened(portal, name)
    path.write_text(path.read_text("utf-8") + "\n", "utf-8")
    assert rendered(portal)["en"].fingerprint == last["en"].fingerprint
    assert len(cached(portal)) == 1
    assert cached(portal).keys() != before.keys()
    path.write_text(path.read_text("utf-8").replace("<article", "<article id=x") + "\n## More\n", "utf-8")
    if name != "mkdocs.en.yml":
        changed = rendered(portal)
        assert changed["en"].fingerprint != last["en"].fingerprint
        assert (changed["zh"].fingerprint == last["zh"].fingerprint) == name.startswith("docs/")


def test_other_files_are_no_input(portal: Path) -> None:
    """Records, words and assets are not."""
    before = cached(portal)
    of_theme = [override(portal, name) for name in ("pages/record.html", "words/en/base.yaml", "assets/shell.css")]
    for path in (portal / "docs/assets/parks/plan.pdf", portal / "projects/bottling-line.yaml", *of_theme):
        path.write_bytes(path.read_bytes() + b"\n")
    rendered(portal)
    assert cached(portal) == before


def test_overrides_come_before_the_theme(portal: Path) -> None:
    """One that is added counts as one that is changed; where it is removed, the theme's file counts again."""
    before = rendered(portal)["zh"]
    for name, text in {"partials/breadcrumbs.html": "<p>path</p>", "assets/favicon.svg": "<svg/>"}.items():
        override(portal, name).write_text(text, "utf-8")
    changed = rendered(portal)["zh"]
    assert b"<p>path</p>" in changed.folder.read("about/index.html")
    assert changed.folder.read("assets/favicon.svg") == b"<svg/>"
    shutil.rmtree(portal / "overrides")
    removed = rendered(portal)["zh"]
    different = {name_ for name_, digest in removed.folder.digests.items() if before.folder.digests[name_] != digest}
    assert different == {"assets/favicon.svg"}


def test_files_that_the_generator_reads_are_not_copied(portal: Path) -> None:
    """Templates, words, modules of scripts, sheets that are published joined; nor what Material brings."""
    files = rendered(portal)["zh"].files
    assert [file for file in files if not file.startswith("assets/")] == []


def test_layouts_that_were_not_finished_are_rendered_again(portal: Path) -> None:
    """A build that was killed leaves a folder without a name; so does a cache that lost its list of digests."""
    (folder,) = (portal / ".cache/layouts").iterdir()
    (folder / "zh/about/index.html").unlink()
    shutil.copytree(folder / "zh", portal / ".cache/layouts/new-0123456789abcdef/zh")
    (folder / "complete").unlink()
    layout_sets = rendered(portal)
    assert list(cached(portal)) == [folder.name]
    for language in layout_sets.values():
        for name in language.folder.digests:
            assert language.folder.read(name)


def test_layouts_deleted_while_they_were_made_are_rendered_again(portal: Path, tmp_path: Path) -> None:
    """Somebody emptied the cache meanwhile: the list of digests lacks a language."""
    (folder,) = (portal / ".cache/layouts").iterdir()
    complete = load(folder / COMPLETE, WRITER)
    complete["digests"]["zh"] = {}
    save(folder / COMPLETE, WRITER, complete)
    result = build(portal, tmp_path / "site", TINY_DAY)
    assert result.published
    assert REBUILT in result.notes


@pytest.mark.parametrize("damage", ["cut", "gone"])
def test_damage_is_noticed(portal: Path, damage: str) -> None:
    """When the file is read; what was parsed before is not read again."""
    layout_set = rendered(portal)["zh"]
    assert layout_set.content_pages["404.html"] is layout_set.content_pages["404.html"]
    path = layout_set.folder.path / "about/index.html"
    if damage == "cut":
        path.write_bytes(path.read_bytes()[:-1])
    else:
        path.unlink()
    with pytest.raises(Damaged, match="about"):
        _ = layout_set.content_pages["about/index.html"]
    assert layout_set.content_pages.digest("about/index.html") == layout_set.folder.digests["about/index.html"]


def test_an_empty_column_leaves_the_menu(portal: Path) -> None:
    """It counts against a site."""
    for path in (portal / "district/notices").iterdir():
        path.unlink()
    layout = rendered(portal)["zh"].content_pages["index.html"]
    assert "notices/" not in "".join(layout.literals)
    assert "projects/" in "".join(layout.literals)


def test_the_records_decide(portal: Path) -> None:
    """Where other settings were expected than the records have, the layouts are rendered again."""
    with start(portal, Scan(portal)) as job:
        settings = layout_settings(portal, read_portal(portal).catalog, TINY_DAY)
        for of_language in settings.values():
            of_language["empty"] = ["archive"]
        layout = job.result(settings)["en"].content_pages["index.html"]
    assert "archive/" not in "".join(layout.literals)
    assert "archive/" in "".join(rendered(portal)["en"].content_pages["index.html"].literals)


def test_a_build_that_stops_leaves_nothing(portal: Path) -> None:
    """Where the records have errors, the process is stopped and what it wrote is deleted."""
    shutil.rmtree(portal / ".cache/layouts")
    with start(portal, Scan(portal)):
        assert len(list((portal / ".cache/layouts").iterdir())) == 1
    assert list((portal / ".cache/layouts").iterdir()) == []


def test_a_build_that_is_killed(portal: Path) -> None:
    """Leaves a folder without a name, and a process that ends by itself; the next build renders the same."""
    before = rendered(portal)
    (folder,) = (portal / ".cache/layouts").iterdir()
    shutil.rmtree(folder)
    program = (
        "import sys, time; from pathlib import Path\n"
        "from investment_portal.cache.inputs import Scan\n"
        "from investment_portal.rendering.layouts import start\n"
        "with start(Path(sys.argv[1]), Scan(Path(sys.argv[1]))): print('started', flush=True); time.sleep(60)\n"
    )
    command = [sys.executable, "-c", program, str(portal)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=REPOSITORY) as build:  # noqa: S603 - our own program
        assert build.stdout
        assert build.stdout.readline() == b"started\n"
        build.kill()
    assert [path.name[:4] for path in (portal / ".cache/layouts").iterdir()] == ["new-"]
    after = rendered(portal)
    assert folder.name in {path.name for path in (portal / ".cache/layouts").iterdir()}
    assert [after[code].fingerprint for code in after] == [before[code].fingerprint for code in before]


def test_settings_with_an_error_start_nothing(portal: Path) -> None:
    """The check reports them."""
    before = cached(portal)
    (portal / "district/site.yaml").write_text("name: {", "utf-8")
    with start(portal, Scan(portal)):
        pass
    assert cached(portal) == before


def test_libraries_are_those_of_mkdocs_and_material() -> None:
    """A new version of any of them may change the layouts."""
    required: set[str] = set()

    def add(name: str) -> None:
        normal = re.sub(r"[-_.]+", "_", name).lower()
        if normal in required:
            return
        try:
            lines = requires(name) or []
        except PackageNotFoundError:
            return
        required.add(normal)
        for line in map(Requirement, lines):
            if line.marker is None or line.marker.evaluate({"extra": ""}):
                add(line.name)

    add("mkdocs")
    add("mkdocs-material")
    assert required <= layouts.LIBRARIES
    assert layouts.LIBRARIES - required <= {"colorama", "tzdata"}


BAD = {
    "mkdocs.yml": ("name: investment-portal\n", "name: materialx\n", "materialx"),
    "mkdocs.en.yml": ("about.md", "abuot.md", "abuot.md"),
    "overrides/main.html": ("{% extends", "{% extend", "overrides/main.html:2"),
    "overrides/partials/footer.html": ("{% endif %}", "", "overrides/partials/footer.html:"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_rendered_is_said(portal: Path, name: str, capfd: pytest.CaptureFixture[str]) -> None:
    """A sentence and what MkDocs or the template objects to, once: exit 1, no traceback."""
    find, put, expected = BAD[name]
    path = opened(portal, name)
    before = path.read_text("utf-8")
    assert find in before
    path.write_text(before.replace(find, put), "utf-8")
    with pytest.raises(LayoutsFailed, match=expected) as failure:
        rendered(portal)
    lines = str(failure.value).splitlines()
    assert len(set(lines)) == len(lines)
    call = ["build", "--lang", "en", "--date", TINY_DAY.isoformat()]
    assert main(call, portal) == DATA_ERRORS
    shown = capfd.readouterr().err
    assert "the site was not changed" in shown
    assert expected in shown
    assert "Traceback" not in shown


def test_a_mistake_in_both_languages_is_said_once(portal: Path) -> None:
    """And one that only the second language has is said besides."""
    for settings, pages in (("mkdocs.yml", ["nowhere"]), ("mkdocs.en.yml", ["nowhere", "elsewhere"])):
        path = portal / settings
        entries = "".join(f"  - {page}.md\n" for page in pages)
        path.write_text(path.read_text("utf-8").replace("\nnav:\n", f"\nnav:\n{entries}"), "utf-8")
    with pytest.raises(LayoutsFailed) as failure:
        rendered(portal)
    assert str(failure.value).count("nowhere.md") == 1
    assert str(failure.value).count("elsewhere.md") == 1


def test_a_folder_that_cannot_be_written(portal: Path) -> None:
    """The operating system's sentence, which names the file."""
    shutil.rmtree(portal / ".cache/layouts")
    (portal / ".cache/layouts").write_bytes(b"")
    with pytest.raises(OSError, match="layouts"):
        rendered(portal)


def test_a_program_that_fails_is_our_bug(portal: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With its traceback."""
    program = tmp_path / "program.py"
    program.write_text("raise ZeroDivisionError\n", "utf-8")
    monkeypatch.setattr(layouts, "PROGRAM", program)
    with pytest.raises(RuntimeError, match="ZeroDivisionError"):
        rendered(portal)


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("overrides/pages/record.html", "{{ view.nothing }}", "overrides/pages/record.html:1: "),
        ("overrides/pages/record.html", "{% if %}", "overrides/pages/record.html:1: "),
        (
            "overrides/pages/components/facts.html",
            "\n{{ words['nothing'] }}",
            "overrides/pages/components/facts.html:2: ",
        ),
    ],
)
def test_a_template_that_fails_is_named(
    portal: Path, name: str, text: str, expected: str, capfd: pytest.CaptureFixture[str]
) -> None:
    """With its line: exit 1, no traceback."""
    opened(portal, name).write_text(text, "utf-8")
    assert main(["build", "--lang", "en", "--date", TINY_DAY.isoformat()], portal) == DATA_ERRORS
    shown = capfd.readouterr().err
    assert expected in shown
    assert "Traceback" not in shown


def test_our_own_bugs_stay_ours(
    portal: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """They are not laid to a template: exit 3."""

    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("investment_portal.publish.site.PublishedSite.publish", fail)
    assert main(["build", "--lang", "en", "--date", TINY_DAY.isoformat()], portal) == BUG
    assert "Traceback" in capfd.readouterr().err
    monkeypatch.undo()
    assert main(["build", "--lang", "en", "--date", TINY_DAY.isoformat()], portal) == DONE
