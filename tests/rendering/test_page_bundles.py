"""A page loads the styles of its parts as one file, and their scripts as one."""

from pathlib import Path

import pytest

from investment_portal.rendering.assets import HASHED, bundle
from investment_portal.rendering.page_bundles import SEPARATOR, bundles_in, with_bundles
from tests.sites import Site

HEAD = '<head><link rel="stylesheet" href="../assets/styles/portal.0000000a.css"></head>'
PAGE = (
    '<link rel="stylesheet" href="../assets/styles/a.00000001.css"><p>A</p>'
    '<link rel="stylesheet" href="../assets/styles/b.00000002.css"><script src="../assets/scripts/now.00000003.js">'
    '</script><script defer src="../assets/scripts/c.00000004.js"></script><p>B</p>'
    '<link rel="stylesheet" href="../assets/styles/a.00000001.css">'
    '<script defer src="../assets/scripts/d.00000005.js"></script>'
)


def test_loads_are_joined_in_the_order_of_the_page() -> None:
    """Each once, in the head; what all pages share, and a script that runs where it stands, stay as they are."""
    html = with_bundles(f"{HEAD}<body>{PAGE}</body>")
    style, script = bundles_in(html.encode())
    assert (HASHED.sub("", style), HASHED.sub("", script)) == ("assets/styles/a~b.css", "assets/scripts/c~d.js")
    links = f'<link rel="stylesheet" href="../{style}">\n<script defer src="../{script}"></script>\n'
    assert html == (
        f"{HEAD.removesuffix('</head>')}{links}</head><body><p>A</p>"
        '<script src="../assets/scripts/now.00000003.js"></script><p>B</p></body>'
    )


def test_the_name_changes_with_each_part() -> None:
    """A browser keeps a file under its name for ever; one that is alone keeps its own name."""
    again, alone = PAGE.replace("00000002", "00000009"), '<link rel="stylesheet" href="assets/styles/a.00000001.css">'
    names = {bundles_in(with_bundles(f"{HEAD}{text}").encode())[0] for text in (PAGE, again)}
    assert len(names) == 2
    assert with_bundles(f"<head></head>{alone}") == f"<head>{alone}\n</head>"


def test_every_page_loads_at_most_one_style_and_script_of_its_parts(full: Site) -> None:
    """Beside those of all pages; each bundle is there, and holds what it names."""
    bundles = set()
    for path in sorted(full.out.rglob("*.html")):
        page = path.read_text("utf-8")
        head, body = page.split("</head>")
        assert head.count('<link rel="stylesheet"') <= 2, path
        assert head.count("<script defer src=") <= 1, path
        assert '<link rel="stylesheet"' not in body, path
        bundles.update(bundles_in(page.encode()))
    assert bundles
    on_disk = {path.relative_to(full.out).as_posix() for path in (full.out / "assets").rglob(f"*{SEPARATOR}*")}
    assert on_disk == bundles
    for name in (name for name in bundles if name.endswith(".css")):
        parts = HASHED.sub("", Path(name).name).removesuffix(".css").split(SEPARATOR)
        texts = [next((full.out / "assets/styles").glob(f"{part}.????????.css")).read_text("utf-8") for part in parts]
        assert (full.out / name).read_text("utf-8") == "".join(texts)


@pytest.mark.parametrize("names", [["a.js", "b.js"], ["b.js", "a.js"]])
def test_a_script_that_fails_does_not_stop_the_others(names: list[str], tmp_path: Path) -> None:
    """Its error is reported as by a script of its own."""
    texts = {
        "a.js": "missing.call();\n",
        "b.js": 'import { c } from "./c.js";\nc();\n',
        "c.js": "export function c() {}\n",
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text, "utf-8")
    script = bundle(names, {name: tmp_path / name for name in texts}, tmp_path)
    assert script.count("try {") == 2
    assert script.count("function c()") == 1
    assert "throw error;" in script
