"""The colours of the design system have the contrast that they are used with, in every scheme (WCAG 2.2, 1.4.3)."""

import re
from itertools import product

import pytest
from playwright.sync_api import Browser

from investment_portal.validation.rules.settings import contrast

GROUNDS = ("ground", "panel")
PAIRS = (
    *product(("text", "muted", "link"), GROUNDS),
    *((tone, f"{tone}-soft") for tone in ("good", "busy", "warn", "example")),
    ("on-main", "main"),
)
"""Text and what it stands on, as the stylesheets combine them."""

LEAST = {"default": 4.5, "slate": 4.5, "contrast": 7.0}
"""Level AA; the scheme for high contrast keeps level AAA."""

PAINT = """([scheme, pairs]) => {
  document.body.dataset.mdColorScheme = scheme;
  const probe = document.body.appendChild(document.createElement("p"));
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const painted = (token) => {
    probe.style.color = `var(--c-${token})`;
    canvas.fillStyle = getComputedStyle(probe).color;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data.slice(0, 3)];
  };
  return pairs.map((pair) => pair.map(painted));
}"""


def _colour(channels: list[int]) -> str:
    return "#" + "".join(f"{channel:02x}" for channel in channels)


@pytest.mark.parametrize("scheme", list(LEAST))
def test_text_can_be_read(scheme: str, chromium: Browser, tiny_address: str) -> None:
    """Every pair has its contrast, measured on the colours that the browser paints."""
    context = chromium.new_context()
    page = context.new_page()
    page.goto(tiny_address)
    measured = page.evaluate(PAINT, [scheme, PAIRS])
    context.close()
    ratios = {pair: contrast(_colour(one), _colour(other)) for pair, (one, other) in zip(PAIRS, measured, strict=True)}
    assert all(re.fullmatch(r"#[0-9a-f]{6}", _colour(one)) for one, _ in measured)
    assert {pair: round(ratio, 2) for pair, ratio in ratios.items() if ratio < LEAST[scheme]} == {}
