"""Read the list of projects as a person sees it."""

from playwright.sync_api import Page

IDS = """
() => [...document.querySelectorAll(".list [data-id]")]
  .filter((one) => one.checkVisibility())
  .map((one) => one.dataset.id)
"""
"""In one step: elements that were found first and looked at then may have been drawn anew in between."""


def ready(page: Page, address: str) -> None:
    """Open the list and wait until its index is there."""
    page.goto(address)
    page.wait_for_function("() => document.querySelector('.list-results [data-id], .list-groups [data-id]')")
    page.wait_for_load_state("networkidle")


def shown(page: Page) -> list[str]:
    """Return the ids of the projects that are shown."""
    ids: list[str] = page.evaluate(IDS)
    return ids
