"""The program that knows MkDocs: pages are corrected before they are published."""

import pytest

from investment_portal.rendering.layouts_program import link_records, tidy


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
