"""How pages behave on a slow phone: long tasks and what is not used are counted."""

from pathlib import Path

from playwright.sync_api import Browser

from bench.compressed import compressed
from bench.page_speed import measure, unused_of_script

SCRIPT = "function called() { return 1; } function never() { return 22222; } called();"
STYLE = "p { color: red; } .never { color: blue; background: green; }"
BUSY = "<script>const end = performance.now() + 30; while (performance.now() < end);</script>"


def test_inner_ranges_decide() -> None:
    """A function that was never called within one that was."""
    whole = {"startOffset": 0, "endOffset": 100, "count": 1}
    inner = {"startOffset": 20, "endOffset": 60, "count": 0}
    reached = {"startOffset": 30, "endOffset": 40, "count": 2}
    assert unused_of_script([inner, whole, reached]) == 30
    assert unused_of_script([]) == 0


def test_a_visit_counts_what_is_unused(chromium: Browser, tmp_path: Path) -> None:
    """Of styles and scripts of the site."""
    scripts = tmp_path / "assets/scripts"
    scripts.mkdir(parents=True)
    (scripts / "a.js").write_text(SCRIPT, "utf-8")
    (tmp_path / "robots.txt").write_text("User-agent: *\n", "utf-8")
    (tmp_path / "s.css").write_text(STYLE, "utf-8")
    page = f'<link rel="icon" href="data:,"><link rel="stylesheet" href="/s.css"><p>One</p>{BUSY}'
    (tmp_path / "index.html").write_text(f'{page}<script src="/assets/scripts/a.js"></script>', "utf-8")
    with compressed(tmp_path) as (address, _):
        visit = measure(chromium, address)
    assert (visit.scripts, visit.styles) == (len(SCRIPT), len(STYLE))
    assert 0 < visit.unused_scripts < len(SCRIPT)
    assert 0 < visit.unused_styles < len(STYLE)
    assert visit.shift == 0
    assert visit.blocking >= 0
