"""Compares a screenshot with its reference picture, both scaled down: layout and colour count, hinting does not."""

import io
from pathlib import Path

from PIL import Image, ImageChops, ImageFilter

SCALE = 4
"""A reference has a quarter of the width: small enough to keep, large enough to see what moved."""

CLEARLY, SHARE = 56, 0.012
"""Differences of brightness that the eye sees, and how much of a picture may differ so (another release of a font)."""


def small(screenshot: bytes) -> Image.Image:
    """Scale a screenshot down."""
    picture = Image.open(io.BytesIO(screenshot)).convert("RGB")
    size = (picture.width // SCALE, max(1, picture.height // SCALE))
    return picture.resize(size, Image.Resampling.BOX)


def keep(picture: Image.Image, path: Path) -> None:
    """Write a reference."""
    path.parent.mkdir(parents=True, exist_ok=True)
    picture.save(path, "WEBP", quality=70, method=6)


def difference(picture: Image.Image, path: Path) -> str:
    """Return in which way a picture differs from its reference; nothing where it does not."""
    reference = Image.open(path).convert("RGB")
    if abs(reference.height - picture.height) > max(4, reference.height // 50):
        return f"the page is {picture.height * SCALE} px high, its reference {reference.height * SCALE} px"
    size = (picture.width, min(picture.height, reference.height))
    first, other = (shown.crop((0, 0, *size)).filter(ImageFilter.BoxBlur(2)) for shown in (picture, reference))
    changed = ImageChops.difference(first, other).convert("L").point(lambda value: 255 if value > CLEARLY else 0)
    share = changed.histogram()[255] / (size[0] * size[1])
    return f"{share:.1%} of the page looks different" if share > SHARE else ""
