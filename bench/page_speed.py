"""Measures in Chromium how long each kind of page blocks a slow phone, and how much of its styles and scripts is used.

    .venv/bin/python -m bench.page_speed [--write] [--site FOLDER] [--runs 3]

The processor is slowed down four times and the window is that of a phone. *Blocking time* is what tasks last beyond
50 ms until nothing more is under way. *Unused* is what no rule of a style matched and no call of a script reached by
then. ``--write`` puts the table into ``bench/page-speed.md``. Only medians of a quiet machine compare.
"""

import argparse
import platform
import shutil
import statistics
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

from playwright.sync_api import Browser, CDPSession, sync_playwright

from bench.compressed import compressed
from bench.page_weight import DAY, PAGES, ROOT, WIDTHS
from bench.tables import headed, line
from investment_portal.build.build import build
from tests.chromium import PROGRAMS
from tests.overlay import SEED
from tests.visual.browsing import ARGUMENTS

SLOWER = 4
"""How many times slower the processor is than that of the machine."""

WATCH = """
window.longTasks = 0;
new PerformanceObserver((list) => {
  for (const task of list.getEntries()) window.longTasks += Math.max(0, task.duration - 50);
}).observe({ type: "longtask", buffered: true });
window.shifts = 0;
new PerformanceObserver((list) => {
  for (const shift of list.getEntries()) if (!shift.hadRecentInput) window.shifts += shift.value;
}).observe({ type: "layout-shift", buffered: true });
"""
HEAD = """\
# How pages behave on a slow phone

Made by `python -m bench.page_speed --write` on {day} with {browser}, the processor slowed down {slower} times,
a window of 390 by 844 px, medians of {runs} visits.

- *Blocking* is what tasks last beyond 50 ms until nothing more is under way; *shift* is how far the layout moved.
- *Unused* is what no rule of a style matched and no call of a script reached on this page, of the bytes before
  compression. Tools wait for clicks, and styles serve other states and widths: a part is always unused.
"""


@dataclass(frozen=True, slots=True)
class Visit:
    """One visit of a page: blocking time in milliseconds, layout shift, bytes of styles and scripts, unused ones."""

    blocking: float
    shift: float
    styles: int
    unused_styles: int
    scripts: int
    unused_scripts: int


def unused_of_script(ranges: Sequence[Mapping[str, Any]]) -> int:
    """Return the characters that no call reached: inner ranges decide over the ranges around them."""
    end = max((range_["endOffset"] for range_ in ranges), default=0)
    reached = bytearray(b"\1" * end)
    for range_ in sorted(ranges, key=lambda entry: entry["startOffset"] - entry["endOffset"]):
        start, stop = range_["startOffset"], range_["endOffset"]
        reached[start:stop] = (b"\1" if range_["count"] else b"\0") * (stop - start)
    return reached.count(0)


def measure(browser: Browser, address: str) -> Visit:
    """Open a page as a new visitor on a slow phone."""
    across, down = WIDTHS["phone"]
    context = browser.new_context(viewport={"width": across, "height": down})
    context.add_init_script(WATCH)
    page = context.new_page()
    page.goto(urljoin(address, "/robots.txt"))  # in the process that will have the page: coverage counts in one alone
    session = context.new_cdp_session(page)
    sheets: dict[str, int] = {}
    session.on("CSS.styleSheetAdded", lambda event: _note(sheets, event["header"]))
    for command, parameters in (
        ("Emulation.setCPUThrottlingRate", {"rate": SLOWER}),
        ("DOM.enable", {}),
        ("CSS.enable", {}),
        ("CSS.startRuleUsageTracking", {}),
        ("Debugger.enable", {}),  # without it scripts that have run may be forgotten before they are counted
        ("Debugger.setSkipAllPauses", {"skip": True}),
        ("Profiler.enable", {}),
        ("Profiler.startPreciseCoverage", {"callCount": True, "detailed": True}),
    ):
        session.send(command, parameters)
    page.goto(address, wait_until="networkidle")
    page.wait_for_function("document.readyState === 'complete'")
    scripts, unused_scripts = _scripts(session, urlsplit(address).netloc)
    used = session.send("CSS.stopRuleUsageTracking")["ruleUsage"]
    used_styles = sum(rule["endOffset"] - rule["startOffset"] for rule in used if rule["styleSheetId"] in sheets)
    blocking, shift = page.evaluate("[window.longTasks, window.shifts]")
    context.close()
    styles = sum(sheets.values())
    return Visit(blocking, shift, styles, styles - used_styles, scripts, unused_scripts)


def _note(sheets: dict[str, int], header: Mapping[str, Any]) -> None:
    """Note the length of a style sheet that was loaded by its address."""
    if header["sourceURL"] and not header["isInline"]:
        sheets[header["styleSheetId"]] = int(header["length"])


def _scripts(session: CDPSession, host: str) -> tuple[int, int]:
    """Return the length of the scripts that were loaded from the site, and what of them no call reached."""
    length = unused = 0
    for script in session.send("Profiler.takePreciseCoverage")["result"]:
        address = urlsplit(script["url"])
        if address.netloc == host and address.path.startswith("/assets/scripts/"):
            ranges = [range_ for function in script["functions"] for range_ in function["ranges"]]
            length += max(range_["endOffset"] for range_ in ranges)
            unused += unused_of_script(ranges)
    return length, unused


def table(browser: Browser, site: Path, runs: int) -> Iterator[str]:
    """Yield a line for each kind of page in the first language."""
    yield from headed(("page", "blocking, ms", "shift", "styles, kB", "unused", "scripts, kB", "unused"))
    with compressed(site) as (address, _):
        for name, path, _ in PAGES:
            visits = [measure(browser, address + path) for _ in range(runs)]
            blocking = statistics.median(visit.blocking for visit in visits)
            shift = max(visit.shift for visit in visits)
            last = visits[-1]
            yield line(
                (
                    name,
                    f"**{blocking:.0f}**",
                    f"{shift:.3f}" if shift else "0",
                    f"{last.styles / 1000:.1f}",
                    _share(last.unused_styles, last.styles),
                    f"{last.scripts / 1000:.1f}",
                    _share(last.unused_scripts, last.scripts),
                )
            )


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.0%}" if whole else "–"


def main() -> None:
    """Measure and print; with ``--write`` keep the table."""
    parser = argparse.ArgumentParser(description="Measure how pages behave on a slow phone.")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--site", type=Path, help="a site that was built already")
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    program = next(path for name in PROGRAMS if (path := shutil.which(name)))
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = options.site or Path(folder) / "site"
        if not options.site:
            build(SEED, site, DAY)
        browser = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        lines = list(table(browser, site, options.runs))
        version = browser.version
        browser.close()
    print("\n".join(lines))
    if options.write:
        name = f"Chromium {version} ({platform.machine()})"
        head = HEAD.format(browser=name, day=datetime.now(UTC).date(), slower=SLOWER, runs=options.runs)
        (ROOT / "bench" / "page-speed.md").write_text("\n".join([head, *lines, ""]), "utf-8")


if __name__ == "__main__":
    main()
