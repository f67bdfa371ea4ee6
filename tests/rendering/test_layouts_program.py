"""The program that knows MkDocs: pages are corrected before they are published."""

import sys
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from investment_portal.build.build import build
from investment_portal.rendering import layouts_program
from investment_portal.rendering.layouts_program import CompiledTemplates, link_records, refused_settings, tidy
from tests.sites import TINY_DAY, tiny_portal


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<link href="../assets/a.css">', '<link href="../../assets/a.css">'),
        ('<script src="assets/a.js">', '<script src="../assets/a.js">'),
        ('<link href="/en/assets/a.css">', '<link href="/assets/a.css">'),
        ('<link href="/portals/sample/en/assets/a.css">', '<link href="/portals/sample/assets/a.css">'),
        ('<a href="../assets-of-firms/">', '<a href="../assets-of-firms/">'),
    ],
)
def test_the_second_language_shares_the_files_of_the_first(before: str, after: str) -> None:
    """Relative addresses climb one folder more; those of a 404 page lose their language."""
    assert tidy(before, "en", first=False) == after
    assert tidy(before, "zh", first=True) == before


def test_blank_lines_and_indentation_are_dropped() -> None:
    """Templates are written for people."""
    assert tidy("<ul>\n\n \n  <li>a\n</ul>", "zh", first=True) == "<ul>\n<li>a\n</ul>"


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ("../../policies/a-b.yaml", "../policies/a-b/"),
        ("../../district/parks/a.yaml#plots", "../parks/a/#plots"),
        ("../../district/sectors.yaml#food", "../sectors/food/"),
        ("../../district/sectors.yaml", "../../district/sectors.yaml"),
        ("../../district/site.yaml", "../../district/site.yaml"),
        ("../policies/a/", "../policies/a/"),
    ],
)
def test_links_to_files_of_records(link: str, address: str) -> None:
    """They lead to the records' pages, as seen from the page; others stay as they are."""
    columns = {"policies": "policies", "district/parks": "parks", "district/sectors": "sectors"}
    html = '<p class="x"><a class="y" href="{}">x</a></p>'
    assert link_records(html.format(link), "faq/index.html", columns) == html.format(address)


def test_links_from_deeper_pages() -> None:
    """The layout of a column stands as deep as its pages; the first page at the top."""
    columns = {"policies": "policies"}
    html = '<a href="../../../policies/a.yaml">'
    assert link_records(html, "projects/_frame/index.html", columns) == '<a href="../../policies/a/">'
    assert link_records(html, "index.html", columns) == '<a href="policies/a/">'


def compiled_names(portal: Path, folder: Path) -> list[str]:
    """Render the template of a folder twice; return the names of what is stored between runs."""
    for _ in range(2):
        environment = Environment(
            loader=FileSystemLoader(folder), bytecode_cache=CompiledTemplates(portal), autoescape=True
        )
        assert environment.get_template("main.html").render(name="a&b") == "<p>a&amp;b</p>"
    return [path.name for path in (portal / "compiled").glob("*")]


def test_templates_of_the_theme_are_compiled_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those of a portal are not stored: there can be any number of portals."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(layouts_program, "COMPILED", tmp_path / "compiled")
    for folder in ("theme", "overrides"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "main.html").write_text("<p>{{ name }}</p>")
    assert not compiled_names(tmp_path, tmp_path / "overrides")
    assert len(compiled_names(tmp_path, tmp_path / "theme")) == 1
    (tmp_path / "compiled").chmod(0o500)
    (tmp_path / "theme/main.html").write_text("<p>{{ name }}</p>\n")
    assert compiled_names(tmp_path, tmp_path / "theme")


@pytest.mark.parametrize("setting", ["hooks: [run.py]", "INHERIT: other.yml"])
def test_settings_that_run_programs_are_refused(tmp_path: Path, setting: str) -> None:
    """Layouts are rendered while the portal is still being checked: the program looks for itself."""
    ran = tmp_path / "ran"
    portal = tiny_portal(tmp_path / "portal")
    (portal / "run.py").write_text(f"open({str(ran)!r}, 'w').close()\n", "utf-8")
    (portal / "other.yml").write_text(f"extra: !!python/object/apply:os.mkdir [{str(ran)!r}]\n", "utf-8")
    settings = (portal / "mkdocs.yml").read_text("utf-8")
    (portal / "mkdocs.yml").write_text(f"{settings}\n{setting}\n", "utf-8")
    assert refused_settings(portal / "mkdocs.yml")
    result = build(portal, tmp_path / "site", TINY_DAY)
    assert (result.published, ran.exists()) == (None, False)
