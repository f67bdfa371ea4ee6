"""The colours of the design system have the contrast that they are used with, in every scheme (WCAG 2.2, 1.4.3)."""

import re
from collections.abc import Iterator, Sequence
from itertools import product

import pytest
from playwright.sync_api import Browser, Page

from investment_portal.content.theme_files import THEME
from investment_portal.validation.rules.settings import contrast

TOKENS = THEME / "assets" / "tokens.css"
SAME_IN_ALL = {"main", "accent", "on-main", "main-hover", "backdrop"}
"""The portal's own colours with what stands on them, and the veil behind a dialog."""

GROUNDS = ("ground", "panel")
TONES = ("good", "busy", "warn", "example")
PAIRS = (
    *product(("text", "muted", "link"), GROUNDS),
    *((tone, f"{tone}-soft") for tone in TONES),
    *product(("on-main",), ("main", "accent", "main-hover", "bar")),
    ("text", "found"),
)
"""Text and what it stands on, as the stylesheets combine them."""

MARKS = (*product(("focus",), GROUNDS), ("bar", "ground"))
"""Parts that are no text, and their grounds: outlines and bars (WCAG 2.2, 1.4.11)."""

LEAST_OF_MARKS = 3.0

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


@pytest.fixture(scope="module")
def page(chromium: Browser, tiny_address: str) -> Iterator[Page]:
    """Return the home page, on which colours are painted."""
    context = chromium.new_context()
    page = context.new_page()
    page.goto(tiny_address)
    yield page
    context.close()


def _ratios(page: Page, scheme: str, pairs: Sequence[tuple[str, str]]) -> dict[tuple[str, str], float]:
    measured = page.evaluate(PAINT, [scheme, pairs])
    return {
        pair: round(contrast(_colour(first), _colour(other)), 2)
        for pair, (first, other) in zip(pairs, measured, strict=True)
    }


@pytest.mark.parametrize("scheme", list(LEAST))
def test_text_can_be_read(scheme: str, page: Page) -> None:
    """Every pair has its contrast, measured on the colours that the browser paints."""
    assert {pair: ratio for pair, ratio in _ratios(page, scheme, PAIRS).items() if ratio < LEAST[scheme]} == {}
    assert {pair: ratio for pair, ratio in _ratios(page, scheme, MARKS).items() if ratio < LEAST_OF_MARKS} == {}


def test_every_colour_of_the_dark_scheme_is_its_own(page: Page) -> None:
    """A token that stays as it is in the light scheme would shine out of dark pages; the portal's own colours may."""
    text = TOKENS.read_text("utf-8")
    tokens = sorted(set(re.findall(r"--c-([a-z-]+):", text)) - SAME_IN_ALL)
    light, dark = (page.evaluate(PAINT, [scheme, [tokens]])[0] for scheme in ("default", "slate"))
    assert [token for token, first, other in zip(tokens, light, dark, strict=True) if first == other] == []
    assert {token for pair in (*PAIRS, *MARKS) for token in pair} <= {*tokens, *SAME_IN_ALL}


def test_grounds_of_the_dark_scheme_are_dark(page: Page) -> None:
    """Grounds are darker than the text on them; in the light scheme it is lighter."""
    grounds = [*GROUNDS, *(f"{tone}-soft" for tone in TONES)]
    for scheme, dark in (("default", False), ("slate", True)):
        (painted,) = page.evaluate(PAINT, [scheme, [["text", *grounds]]])
        text, *others = (sum(colour) for colour in painted)
        assert {name: colour < text for name, colour in zip(grounds, others, strict=True)} == dict.fromkeys(
            grounds, dark
        ), scheme
