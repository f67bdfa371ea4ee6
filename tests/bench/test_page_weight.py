"""Page weight is counted as it goes over the wire, and a project's page stays light."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from bench.compressed import compressed, squeezed
from bench.page_weight import Load, Weighed, table, type_of, visit
from tests.sites import Site

GOAL = 120_000


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "html"),
        ("/en/projects/", "html"),
        ("/404.html", "html"),
        ("/assets/tokens.css", "css"),
        ("/assets/scripts/project_list.js", "js"),
        ("/assets/data/projects.zh.js", "data"),
        ("/assets/data/search.zh.texts.0.0123456789.js", "data"),
        ("/files/map.webp", "images"),
        ("/assets/a.woff2", "fonts"),
        ("/contacts/desk/card.vcf", "other"),
    ],
)
def test_types(path: str, kind: str) -> None:
    """Records that scripts get are data, though they come as scripts."""
    assert type_of(path) == kind


def test_a_visit_is_counted(chromium: Browser, tmp_path: Path) -> None:
    """Compressed bodies by type; what is kept costs nothing on the next page; strangers are counted."""
    style = "p { color: red; }\n" * 200
    first = '<link rel="icon" href="data:,"><link rel="stylesheet" href="/s.css"><p>One</p><img src="http://127.0.0.1:9/x.png">'
    second = '<link rel="icon" href="data:,"><link rel="stylesheet" href="/s.css"><p>Two</p>'
    (tmp_path / "next").mkdir()
    for name, text in (("index.html", first), ("next/index.html", second), ("s.css", style)):
        (tmp_path / name).write_text(text, "utf-8")
    context = chromium.new_context()
    with compressed(tmp_path) as (address, log):
        opened, further, following = visit(context.new_page(), address, log, ("", None, "next/"))
    context.close()
    assert opened.bytes == {"html": len(squeezed(first.encode())), "css": len(squeezed(style.encode()))}
    assert (opened.requests, opened.outside) == (2, 1)
    assert further.whole == 0
    assert following.bytes == {"html": len(squeezed(second.encode())), "css": 0}
    assert following.outside == 0


@pytest.mark.parametrize("path", ["projects/baijiu-packaging-park/", "en/projects/mlcc-passive-components/"])
def test_a_project_opens_lightly(chromium: Browser, real: Site, path: str) -> None:
    """At most 120 kB over the wire at first view, nothing from elsewhere, nothing that is not there."""
    context = chromium.new_context(viewport={"width": 390, "height": 844})
    with compressed(real.out) as (address, log):
        (load,) = visit(context.new_page(), address, log, (path,))
        absent = [request.path for request in log if not request.sent]
    context.close()
    assert load.whole <= GOAL, load.bytes
    assert load.outside == 0
    assert absent == []


def test_the_table_tells_both_widths() -> None:
    """Types as on a phone, the whole of a desktop beside it, outside requests of all steps together."""
    some, more = Load({"html": 1500, "js": 500}, 4, 0), Load({"html": 2500}, 1, 1)
    rows = [Weighed("home", "phone", some, Load(), more), Weighed("home", "desktop", more, Load(), some)]
    assert list(table(rows))[2] == "| home | **2.0** | 1.5 | – | 0.5 | – | – | – | – | 4 | 2.5 | – | 2.5 | 2 |"
