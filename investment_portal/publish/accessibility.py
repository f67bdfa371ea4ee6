"""Check pages of a built site with axe, in the Chromium of this machine.

A sample stands for the site: each hand-written page, and of each column of records the page that was written last.
Pages of the first language are seen as on a phone in light colours, those of others as on a desktop in dark ones. A
page that passed before, with the same styles and scripts, is not opened again.

Pages are opened from the disk, as the site allows. Only the page for lost addresses needs a server, and is left out.
"""

import asyncio
import hashlib
import itertools
import json
import os
import shutil
from collections.abc import Coroutine, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from investment_portal.languages import LANGUAGES, Language, Sentence, language_path
from investment_portal.refusals import RefusedError

if TYPE_CHECKING:
    from playwright.async_api import Browser, Page, Playwright, ViewportSize

PROGRAMS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "chrome")
PROGRAM = "PORTAL_BROWSER"
"""Variable of the environment that names another program."""

ARGUMENTS = ("--no-sandbox", "--disable-background-networking", "--no-first-run", "--hide-scrollbars")
PHONE: "ViewportSize" = {"width": 390, "height": 844}
DESKTOP: "ViewportSize" = {"width": 1280, "height": 900}
SETTLED = """
async (dark) => {
  if (dark) document.body.dataset.mdColorScheme = "slate";
  for (let frame = 0; frame < 2; frame += 1) await new Promise((done) => requestAnimationFrame(done));
}
"""
VIOLATIONS = """
async () => {
  const { violations } = await axe.run({ resultTypes: ["violations"] });
  return violations.map(({ id, help, nodes }) => [id, help, nodes.slice(0, 3).map(({ target }) => target.join(" "))]);
}
"""
NOT_FOUND = "404"
MOVED = b'http-equiv="refresh"'
CACHE = ".cache/accessibility.json"

NO_LIBRARIES = Sentence(
    "无障碍抽查需要 Playwright 和 axe：pip install 'investment-portal[accessibility]'。",
    "The check of accessibility needs Playwright and axe: pip install 'investment-portal[accessibility]'.",
)
NO_BROWSER = Sentence(
    f"没有找到可用的 Chromium 或 Chrome。→ 安装 chromium，或用环境变量 {PROGRAM} 指明程序。",
    f"There is no Chromium or Chrome that works. → Install chromium, or name the program in {PROGRAM}.",
)


class AxeViolation(NamedTuple):
    """An objection of axe to a page, with the elements that it is about, by their selectors."""

    page: str
    rule: str
    help: str
    elements: Sequence[str]


class SampledPage(NamedTuple):
    """A page of the sample, by its path below the site, and its language."""

    path: str
    language: Language


def sample(site: Path, docs: Path) -> list[SampledPage]:
    """Return a sample of a site's pages; its content pages are made from the files below ``docs``."""
    chosen: dict[tuple[Language, str], tuple[int, str]] = {}
    for file in sorted(site.rglob("*.html")):
        path = file.relative_to(site).as_posix()
        language = _language(path)
        address = path.removeprefix(language_path(language)).removesuffix(".html").removesuffix("index").strip("/")
        if address == NOT_FOUND:
            continue
        kind = address if _is_written(docs / language, address) else address.partition("/")[0]
        written = file.stat().st_mtime_ns
        if written > chosen.get((language, kind), (-1, ""))[0] and MOVED not in file.read_bytes():
            chosen[language, kind] = (written, path)
    return [SampledPage(path, language) for (language, _), (_, path) in sorted(chosen.items())]


def _language(path: str) -> Language:
    return next(
        (language for language in LANGUAGES if language_path(language) and path.startswith(language_path(language))),
        LANGUAGES[0],
    )


def _is_written(docs: Path, address: str) -> bool:
    return (docs / f"{address or 'index'}.md").is_file() or (docs / address / "index.md").is_file()


def _in_own_loop(visit: Coroutine[Any, Any, list[AxeViolation]]) -> list[AxeViolation]:
    """Run a coroutine in a thread of its own: the caller's may have a running event loop."""
    with ThreadPoolExecutor(1) as executor:
        return executor.submit(asyncio.run, visit).result()


def violations(root: Path, site: Path, pages: Sequence[SampledPage]) -> list[AxeViolation]:
    """Return what axe finds on pages; those that passed are remembered below the portal's cache."""
    script = _axe()
    passed = _passed(root / CACHE)
    shared = _digest([script.encode(), *(file.read_bytes() for file in _styles_and_scripts(site))])
    keys = {page: _digest([shared.encode(), (site / page.path).read_bytes()]) for page in pages}
    open_ = [page for page in pages if passed.get(page.path) != keys[page]]
    found_violations = _in_own_loop(_visit(site, open_, script)) if open_ else []
    failed = {violation.page for violation in found_violations}
    passed = {page.path: keys[page] for page in pages if page.path not in failed}
    (root / CACHE).parent.mkdir(exist_ok=True)
    (root / CACHE).write_text(json.dumps(passed, indent=0, sort_keys=True), "utf-8")
    return found_violations


def _axe() -> str:
    try:
        import_module("playwright")
        script: str = import_module("axe_playwright_python.base").AXE_SCRIPT
    except ModuleNotFoundError as error:
        raise RefusedError(NO_LIBRARIES) from error
    return script


def _passed(path: Path) -> Mapping[str, str]:
    """Return the keys of pages that passed before; none where the cache cannot be read."""
    try:
        stored = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return stored if isinstance(stored, dict) else {}


def _styles_and_scripts(site: Path) -> Iterable[Path]:
    return (file for file in sorted((site / "assets").rglob("*")) if file.suffix in {".css", ".js"})


def _digest(parts: Iterable[bytes]) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()


async def _visit(site: Path, pages: Sequence[SampledPage], script: str) -> list[AxeViolation]:
    from playwright.async_api import async_playwright  # noqa: PLC0415 - large, and an extra

    async with async_playwright() as playwright:
        browser = await _browser(playwright)
        phone = await browser.new_page(viewport=PHONE, reduced_motion="reduce", bypass_csp=True)
        desktop = await browser.new_page(viewport=DESKTOP, reduced_motion="reduce", bypass_csp=True)
        first = [page.path for page in pages if page.language == LANGUAGES[0]]
        others = [page.path for page in pages if page.language != LANGUAGES[0]]
        results = await asyncio.gather(
            _check(phone, site, first, script, dark=False), _check(desktop, site, others, script, dark=True)
        )
        await browser.close()
    return sorted(itertools.chain(*results))


async def _browser(playwright: "Playwright") -> "Browser":
    """Start the first program that works: a distribution may have a stub only."""
    from playwright.async_api import Error  # noqa: PLC0415 - see above

    named = os.environ.get(PROGRAM)
    for name in (named,) if named else PROGRAMS:
        program = shutil.which(name)
        if program:
            try:
                return await playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
            except Error:
                continue
    raise RefusedError(NO_BROWSER)


async def _check(tab: "Page", site: Path, paths: Sequence[str], script: str, *, dark: bool) -> list[AxeViolation]:
    """Go through pages in one tab: a new one for each would start a process for each."""
    found_violations: list[AxeViolation] = []
    for path in paths:
        await tab.goto((site / path).resolve().as_uri())
        await tab.evaluate(SETTLED, dark)
        await tab.evaluate(script)
        answer: list[Any] = await tab.evaluate(VIOLATIONS)
        found_violations += [AxeViolation(path, rule, help_, elements) for rule, help_, elements in answer]
    return found_violations
