"""Queries typed into the search page, and what it shows for them."""

from collections.abc import Sequence
from typing import Any

from playwright.sync_api import Page

ASK = """
async (queries) => {
  const box = document.querySelector("#search-words");
  const status = document.querySelector(".search-status");
  const results = document.querySelector(".search-results");
  const shown = [];
  for (const query of queries) {
    box.value = query;
    box.dispatchEvent(new Event("input", { bubbles: true }));
    do await new Promise((done) => setTimeout(done));
    while (results.hasAttribute("aria-busy"));
    for (const more of results.querySelectorAll(".search-group-more")) more.click();
    shown.push({
      status: status.textContent,
      answer: [...results.querySelectorAll(".search-answer h2")].map((title) => title.textContent).join(),
      rows: [...results.querySelectorAll(".search-answer-rows > li")].map((row) => row.textContent),
      links: [...results.querySelectorAll(".search-answer a")].map((link) => link.getAttribute("href")),
      results: [...results.querySelectorAll(".search-group-list > li")].map((item) => ({
        address: item.querySelector("a").getAttribute("href").replace("../", "").replace(/\\/$/, ""),
        marks: [...item.querySelectorAll("mark")].map((mark) => mark.textContent),
      })),
    });
  }
  return shown;
}
"""

Shown = dict[str, Any]


def ask(page: Page, address: str, queries: Sequence[str]) -> dict[str, Shown]:
    """Open the search page and return for each query its status, direct answer and results."""
    page.goto(address)
    page.wait_for_load_state("networkidle")
    shown: list[Shown] = page.evaluate(ASK, list(queries))
    return dict(zip(queries, shown, strict=True))


def addresses(shown: Shown) -> list[str]:
    """Return the addresses of the results, best first."""
    return [result["address"] for result in shown["results"]]
