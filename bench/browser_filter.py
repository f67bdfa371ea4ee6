"""Measures the list of projects in Chromium with 10 000 records: from a key or a choice to the picture.

    .venv/bin/python -m bench.browser_filter [--records 10000] [--write]

Records are made from those of the seed portal: names of random words of its texts, so that they compress worse than
names that people write; sums, land and dates at random. ``--write`` puts the figures into ``bench/browser-filter.md``.
"""

import argparse
import gzip
import platform
import random
import re
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from statistics import median

from msgspec import structs
from playwright.sync_api import Browser, Page, sync_playwright

from investment_portal.build.build import build
from investment_portal.components.context import Context
from investment_portal.formatting.pinyin import Readings
from investment_portal.formatting.words import read_words
from investment_portal.languages import LANGUAGES
from investment_portal.models.catalog import Catalog
from investment_portal.models.controlled_values import ProjectStatus
from investment_portal.models.project import Project
from investment_portal.models.quantities import Area, AreaRange, MoneyRange
from investment_portal.models.quantities.money import yuan
from investment_portal.models.text import Text
from investment_portal.outputs.output import BuildContext
from investment_portal.outputs.project_data import index_data, text_data, text_parts
from investment_portal.pages.shortcodes import excerpt_of, fill
from investment_portal.rendering.assets import scripts, styles
from investment_portal.rendering.colours import Tokens
from investment_portal.rendering.renderer import Renderer
from investment_portal.rendering.sources import Sources
from investment_portal.rendering.templates import Templates
from investment_portal.validation.record_reader import read_portal
from tests.chromium import PROGRAMS
from tests.datasets import dataset_of
from tests.overlay import SEED
from tests.visual.browsing import ARGUMENTS, served

ROOT = Path(__file__).parent.parent
DAY = date(2026, 11, 24)
ROUNDS = 15

TO_PICTURE = """
async ([selector, how, value]) => {
  const one = document.querySelector(selector);
  await new Promise((done) => setTimeout(done, 60));
  const start = performance.now();
  if (how === "type") { one.value = value; one.dispatchEvent(new Event("input", { bubbles: true })); }
  else if (how === "choose") { one.value = value; one.dispatchEvent(new Event("change", { bubbles: true })); }
  else one.click();
  // The style and layout that the picture needs are asked for at once; then the browser paints.
  document.body.getBoundingClientRect();
  const worked = performance.now() - start;
  await new Promise((done) => requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = done;
    channel.port2.postMessage(0);
  }));
  return [worked, performance.now() - start];
}
"""
"""A message posted in an animation frame arrives after that frame was painted."""

STEPS: tuple[tuple[str, str, str, str], ...] = (
    ("a sector chosen", ".list-filters [name=sector]", "click", ""),
    ("and given up again", ".list-filters [name=sector]", "click", ""),
    ("a band of investment", ".list-filters [name=sum]", "click", ""),
    ("and given up again", ".list-filters [name=sum]", "click", ""),
    ("one Chinese sign typed", "#list-words", "type", "电"),
    ("a second one", "#list-words", "type", "电子"),
    ("pinyin", "#list-words", "type", "dianzi"),
    ("a word that nothing holds", "#list-words", "type", "zzzz"),
    ("the box emptied", "#list-words", "type", ""),
    ("sorted by name", ".list-sort select", "choose", "name"),
    ("sorted by investment", ".list-sort select", "choose", "sum"),
    ("shown as a table", ".list-views [value=table]", "click", ""),
    ("shown on the map", ".list-views [value=map]", "click", ""),
    ("back to cards", ".list-views [value=cards]", "click", ""),
)


def many(catalog: Catalog, count: int) -> Catalog:
    """Multiply the projects of a catalogue."""
    chance = random.Random(7)  # noqa: S311 - the same records at every run
    templates = list(catalog.projects.values())
    signs = [pair for template in templates for pair in re.findall("[一-鿿]{2}", template.summary.zh)]
    words = sorted({word.lower() for template in templates for word in re.findall("[A-Za-z]{4,}", template.summary.en)})
    multiplied: dict[str, Project] = {}
    while len(multiplied) < count:
        project = templates[len(multiplied) % len(templates)]
        picked = chance.sample(words, 3)
        id_ = "-".join(picked)
        if id_ not in multiplied:
            zh = "".join(chance.choices(signs, k=chance.randint(3, 6))) + "项目"
            multiplied[id_] = _varied(project, id_, Text(zh=zh, en=" ".join(picked).capitalize()), chance)
    return replace(catalog, records={**catalog.records, "project": dict(sorted(multiplied.items()))})


def _varied(project: Project, id_: str, name: Text, chance: random.Random) -> Project:
    sum_ = Decimal(chance.randint(20, 6000)) * 10**6
    land = Decimal(chance.randint(15, 1500))
    return structs.replace(
        project,
        id=id_,
        name=name,
        investment=MoneyRange.exactly(yuan(sum_)),
        land_offered=AreaRange.exactly(Area(f"{land} 亩", land, "亩")),
        published_on=DAY - timedelta(days=chance.randint(0, 1500)),
        status=chance.choice(list(ProjectStatus)[:5]),
    )


def lay(out: Path, count: int) -> dict[str, int]:
    """Write what the list's page needs, and give what it weighs on the way."""
    build(SEED, out, DAY)
    catalog = many(read_portal(SEED).catalog, count)
    data, read = dataset_of(catalog, DAY), Readings(out / "readings")
    contexts = {
        language: Context(catalog, DAY, language, read_words(SEED, language), readings=read) for language in LANGUAGES
    }
    page = out / "projects" / "index.html"
    html = page.read_text("utf-8")
    page_context = contexts["zh"].at("projects/")
    body = Renderer(Templates(Sources(SEED)), page_context.words).shortcode(
        page_context, fill(page_context, "project-list", excerpt_of(data, "project-list"))
    )
    start, end = html.index('<link rel="stylesheet" href="../assets/styles/project_list.'), html.index("</article>")
    page.write_text(html[:start] + body + html[end:], "utf-8")
    build_context = BuildContext(data, (), contexts, {})
    tokens = Tokens.of_palette(data.catalog.site.palette.main, data.catalog.site.palette.accent)
    indexes = list(index_data(build_context))
    texts = [file for part in text_parts(build_context) for file in text_data(build_context, *part)]
    for name, text in (*indexes, *texts, *scripts(SEED, tokens), *styles(SEED, tokens)):
        (out / name).parent.mkdir(parents=True, exist_ok=True)
        (out / name).write_text(text, "utf-8")
    loaded = set(re.findall(r'(?:href|src)="\.\./([^"#]+\.(?:css|js))"', page.read_text("utf-8")))
    first = [page, *(out / name for name in sorted(loaded))]
    return {
        "first view": sum(map(weight, first)),
        "index": weight(out / "assets/data/projects.zh.js"),
        "texts": sum(map(weight, out.glob("assets/data/projects-texts.*.js"))),
    }


def weight(path: Path) -> int:
    """Return what a file weighs on the way."""
    return len(gzip.compress(path.read_bytes(), 9, mtime=0))


def measured(page: Page) -> Iterator[tuple[str, float, float]]:
    """Go through the steps several times; give for each the median time of work and the time to the picture."""
    times: dict[int, list[tuple[float, float]]] = {}
    for _ in range(ROUNDS):
        for step, (_, selector, how, value) in enumerate(STEPS):
            worked, shown = page.evaluate(TO_PICTURE, [selector, how, value])
            times.setdefault(step, []).append((worked, shown))
    for step, (name, *_) in enumerate(STEPS):
        worked, shown = (median(seconds[at] for seconds in times[step]) for at in (0, 1))
        yield name, worked, shown


def run(browser: Browser, count: int) -> str:
    """Measure, and write what came of it as a table."""
    with tempfile.TemporaryDirectory() as folder, served(Path(folder) / "site") as address:
        weights = lay(Path(folder) / "site", count)
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(f"{address}projects/")
        page.wait_for_function("globalThis.portalData?.['projects.zh'] !== undefined")
        page.fill("#list-words", "电")
        page.wait_for_function(f"Object.keys(portalData).length > {-(-count // 500)}")
        page.fill("#list-words", "")
        page.wait_for_timeout(500)
        rows = list(measured(page))
    lines = [
        f"- first view before the index: {weights['first view'] / 1000:.1f} kB compressed",
        f"- index: {weights['index'] / 1000:.1f} kB compressed, {weights['index'] / count:.1f} bytes a record",
        f"- texts, loaded when somebody types: {weights['texts'] / 1000:.0f} kB compressed in all",
        "",
        "| step | work, ms | to the picture, ms |",
        "|---|---|---|",
        *(f"| {name} | {worked:.1f} | {shown:.1f} |" for name, worked, shown in rows),
    ]
    return "\n".join(lines)


def main() -> None:
    """Measure and print; with ``--write`` keep the figures."""
    parser = argparse.ArgumentParser(description="Measure the list of projects in a browser.")
    parser.add_argument("--records", type=int, default=10_000)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    import shutil  # noqa: PLC0415

    program = next(path for name in PROGRAMS if (path := shutil.which(name)))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        tables = run(browser, options.records)
        machine = f"Chromium {browser.version}, {platform.machine()}"
        about = f"{options.records:,} records, {machine}, medians of {ROUNDS} rounds."
        browser.close()
    print(tables)
    if options.write:
        head = "# The list of projects in the browser\n\nMade by `python -m bench.browser_filter --write`: "
        (ROOT / "bench" / "browser-filter.md").write_text(f"{head}{about}\n\n{tables}\n", "utf-8")


if __name__ == "__main__":
    main()
