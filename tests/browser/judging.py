"""Faults of a loaded page: for screen readers and keyboards, and on a narrow screen."""

from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Page

SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
OFFENDERS = """
[...document.querySelectorAll("body *")].filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
  .slice(0, 5).map((one) => one.tagName + "." + one.className)
"""
AXE: str = Axe().axe_script
OBJECTIONS = """
async () => {
  const { violations } = await axe.run({ resultTypes: ["violations"] });
  return violations.map(({ id, help, nodes }) => `${id}: ${help} ${nodes.slice(0, 3).map(({ target }) => target)}`);
}
"""


def violations(page: Page) -> list[str]:
    """Return what axe objects to, and where."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    objections: list[str] = page.evaluate(OBJECTIONS)
    return objections


def sideways(page: Page) -> list[str]:
    """Return what makes a page scroll sideways."""
    return [f"scrolls sideways: {page.evaluate(OFFENDERS)}"] if page.evaluate(SIDEWAYS) > 0 else []
