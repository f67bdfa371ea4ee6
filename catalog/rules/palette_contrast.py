"""The portal's colours must be readable: white text on the main one, and both as text on white (WCAG 2.2, 1.4.3)."""

from collections.abc import Iterator

from catalog.languages import Sentence
from catalog.model.base import fields_of, label_of
from catalog.model.catalog import Catalog
from catalog.model.site import Palette, Site
from catalog.rules.rule import RecordCheck, Rule, Violation

LEAST = 4.5
"""Contrast of normal text for level AA."""

STRAIGHT = 0.04045
"""Up to here sRGB is a straight line, from here on a curve."""


def check_site(site: Site, catalog: Catalog) -> Iterator[Violation]:
    """Yield colours of the settings that are too light."""
    for name in fields_of(Palette):
        colour = getattr(site.palette, name)
        ratio = contrast(colour, "#ffffff")
        if ratio < LEAST:
            label = label_of(Palette, name)
            said = Sentence(
                f"{label.zh} {colour} 与白色的对比度应不低于 {LEAST}，实际是 {ratio:.1f}，文字会看不清。",
                f"{label.en} {colour} must have a contrast of at least {LEAST} with white; it has {ratio:.1f}, "
                "so text would be hard to read.",
            )
            hint = Sentence("换一个更深的颜色。", "Choose a darker colour.")
            yield Violation(("palette", name), said, hint)


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two ``#rrggbb`` colours, 1 to 21 (WCAG 2.2, definition of contrast ratio)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    shares = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    linear = [share / 12.92 if share <= STRAIGHT else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


RULE = Rule(
    "palette-contrast",
    Sentence("门户配色与白色的对比度不低于 4.5。", "The portal's colours have a contrast of at least 4.5 with white."),
    [RecordCheck(Site, check_site, settings=True)],
)
