"""Measures in Chromium what a visitor loads: at first view, when going on down the page, and on the next page.

    .venv/bin/python -m bench.page_weight [--write]

The site is served as the manual has servers set: compressed (gzip), files with a digest in their names kept for ever,
others asked for again and sent only if they changed. Counted is the body of every answer as it goes over the wire.
``--write`` puts it into ``bench/page-weight.md``.
"""

import argparse
import platform
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, sync_playwright

from bench.compressed import Served, compressed, squeezed
from bench.tables import headed, line
from investment_portal.build.build import build
from tests.chromium import PROGRAMS
from tests.overlay import SEED
from tests.visual.browsing import ARGUMENTS

ROOT = Path(__file__).parent.parent
DAY = date(2026, 11, 24)
WIDTHS: Mapping[str, tuple[int, int]] = {"phone": (390, 844), "desktop": (1280, 900)}
TYPES = ("html", "css", "js", "data", "images", "fonts", "other")
PAGES: tuple[tuple[str, str, str], ...] = (
    ("home", "", "projects/"),
    ("list of projects", "projects/", "policies/"),
    ("project", "projects/baijiu-packaging-park/", "projects/mlcc-passive-components/"),
    ("library of policies", "policies/", "policies/matcher/"),
    ("policy", "policies/bridge-loan/", "policies/interest-subsidy/"),
    ("matcher", "policies/matcher/", "policies/"),
    ("calendar", "policies/calendar/", "policies/"),
    ("contact", "contacts/station-shanghai/", "contacts/"),
    ("network", "network/", "contacts/"),
    ("sector", "sectors/electronics/", "projects/"),
    ("chain", "chains/electronics/", "chains/"),
    ("park", "parks/jiangnan-science-park/", "parks/"),
    ("firm", "firms/shengrongda-capacitor/", "firms/"),
    ("event", "events/online-conference-2020/", "events/"),
    ("results", "results/", "events/"),
    ("changes", "changes/", ""),
    ("guide", "guide/", "how-to-set-up/"),
    ("comparison", "compare/?ids=baijiu-brewing-base,mlcc-passive-components", "projects/"),
    ("enquiry", "enquiry/", "meeting/"),
    ("meeting", "meeting/", "enquiry/"),
    ("search", "search/", "projects/"),
    ("search, with words", "search/?q=电容", "projects/"),
    ("written page", "why-here/", "how-to-set-up/"),
)
"""Kinds of page with the address of one, and where its visitor may go next."""
AFTER = ("on a desktop, kB", "to its end, kB", "next page, kB")
LINES_SHOWN = 15
"""So many of the heaviest files are listed."""
HEAD = """\
# What a visitor loads

Made by `python -m bench.page_weight --write` on {day} with {browser}:
bodies of answers, compressed with gzip, in thousands of bytes; headers of requests and answers come on top.

- *First view* is everything that a new visitor's browser asks for until nothing more is under way; it is divided by
  type as on a phone (390 px). Records that scripts get are *data*. Pages have no web fonts.
- *To its end* is what is loaded further on the way down the page; *next page* is what the page that follows costs
  somebody who has the first one's files already: those that have not changed cost headers only.
- *Outside* counts requests to anybody else, in all three steps and at both widths. It must be 0.
- The site's icon (0.2 kB) is asked for when the browser likes: now and then a line lacks it or has it later.
- The goal for a page of a project is at most 120 kB at first view."""
TO_THE_END = """
async () => {
  for (let at = 0; at < document.documentElement.scrollHeight; at += innerHeight) {
    scrollTo(0, at);
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  }
}
"""


@dataclass(slots=True)
class Load:
    """The bytes that came over the wire in one step."""

    bytes: dict[str, int] = field(default_factory=dict)
    requests: int = 0
    outside: int = 0

    @property
    def whole(self) -> int:
        """All bytes."""
        return sum(self.bytes.values())


@dataclass(frozen=True, slots=True)
class Weighed:
    """One kind of page at one width: first view, the way to its end, and the next page."""

    name: str
    width: str
    first: Load
    further: Load
    following: Load


def type_of(path: str) -> str:
    """Return the name of the type of what was asked for; records handed to scripts are data."""
    if "/assets/data/" in path or path.endswith(".json"):
        return "data"
    ending = path.rsplit("/", 1)[-1].rpartition(".")[2].lower()
    kinds = {"css": "css", "js": "js", "woff2": "fonts", "woff": "fonts", "html": "html", "": "html"}
    if ending in ("svg", "png", "jpg", "jpeg", "webp", "avif", "ico"):
        return "images"
    return "html" if path.endswith("/") else kinds.get(ending, "other")


def load_of(served: Sequence[Served], wanted: Sequence[str], host: str) -> Load:
    """Add up what a server sent and what the browser asked of others."""
    load = Load(
        requests=len(served),
        outside=sum(urlsplit(address).netloc != host for address in wanted if address[:4] == "http"),
    )
    for request in served:
        kind = type_of(request.path)
        load.bytes[kind] = load.bytes.get(kind, 0) + request.sent
    return load


def weigh(browser: Browser, site: Path) -> Iterator[Weighed]:
    """Go through the kinds of page as a new visitor each time."""
    with compressed(site) as (address, log):
        for width, (across, down) in WIDTHS.items():
            for name, path, following in PAGES:
                context = browser.new_context(viewport={"width": across, "height": down})
                yield Weighed(name, width, *visit(context.new_page(), address, log, (path, None, following)))
                context.close()


def visit(page: Page, address: str, log: list[Served], steps: Sequence[str | None]) -> Iterator[Load]:
    """Take the steps: an address, or nothing for the way down the page."""
    wanted: list[str] = []
    page.on("request", lambda request: wanted.append(request.url))
    for step in steps:
        log.clear()
        wanted.clear()
        if step is None:
            _down(page)
        else:
            _open(page, address + step)
        yield load_of(list(log), list(wanted), urlsplit(address).netloc)


def _open(page: Page, address: str) -> None:
    page.goto(address, wait_until="networkidle")


def _down(page: Page) -> None:
    page.evaluate(TO_THE_END)
    page.wait_for_load_state("networkidle")


def kilobytes(number: int) -> str:
    """Write bytes in thousands."""
    return f"{number / 1000:.1f}" if number else "–"


def table(rows: Sequence[Weighed]) -> Iterator[str]:
    """Write a line for each kind of page: by type as on a phone, and what a desktop loads in all."""
    heads = ("page", "first view, kB", *TYPES, "requests", *AFTER, "outside")
    yield from headed(heads)
    desktop = {row.name: row for row in rows if row.width == "desktop"}
    for row in (row for row in rows if row.width == "phone"):
        wide = desktop[row.name]
        kinds = [kilobytes(row.first.bytes.get(kind, 0)) for kind in TYPES]
        after = [kilobytes(load.whole) for load in (wide.first, row.further, row.following)]
        outside = sum(load.outside for both in (row, wide) for load in (both.first, both.further, both.following))
        cells = [row.name, f"**{kilobytes(row.first.whole)}**", *kinds, str(row.first.requests), *after, str(outside)]
        yield line(cells)


def heaviest(site: Path) -> Iterator[str]:
    """List the scripts, styles and data that weigh most."""
    files = (path for path in (site / "assets").rglob("*") if path.suffix in {".css", ".js"})
    weights = [(len(squeezed(path.read_bytes())), path) for path in files]
    yield from headed(("file", "kB compressed", "kB"))
    for sent, path in sorted(weights, reverse=True)[:LINES_SHOWN]:
        yield line((f"`{path.relative_to(site)}`", kilobytes(sent), kilobytes(path.stat().st_size)))


def main() -> None:
    """Measure and print; with ``--write`` keep the tables."""
    parser = argparse.ArgumentParser(description="Measure what a visitor loads.")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--site", type=Path, help="a site that was built already")
    options = parser.parse_args()
    program = next(path for name in PROGRAMS if (path := shutil.which(name)))
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = options.site or Path(folder) / "site"
        if not options.site:
            build(SEED, site, DAY)
        browser = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        rows = list(weigh(browser, site))
        version = browser.version
        browser.close()
        content = "\n".join([*table(rows), "", "## The heaviest files", "", *heaviest(site)])
    print(content)
    if options.write:
        about = HEAD.format(browser=f"Chromium {version} ({platform.machine()})", day=datetime.now(UTC).date())
        (ROOT / "bench" / "page-weight.md").write_text(f"{about}\n\n{content}\n", "utf-8")


if __name__ == "__main__":
    main()
