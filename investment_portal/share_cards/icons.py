"""The icons of the portal as pictures, drawn from its mark: for browsers without SVG icons, for telephones."""

from collections.abc import Iterator

from investment_portal.languages import Sentence
from investment_portal.refusals import RefusedError

MARK = "assets/favicon.svg"
"""The mark in the theme; a portal has its own at the same path in ``overrides``."""

TAB, TOUCH = 32, 180
MANIFEST_SIZES = (192, 512)
SIZES = (TAB, TOUCH, *MANIFEST_SIZES)
"""Pixels: of a tab, of an iPhone's home screen, of the manifest."""


class MarkError(RefusedError):
    """The mark of the portal cannot be drawn."""


def icon_path(size: int) -> str:
    """Return the path of an icon below the site's root."""
    return f"assets/icon-{size}.png"


def icons(mark: str, colour: str) -> Iterator[tuple[str, bytes]]:
    """Yield the icons; that of the home screen on the portal's colour, since telephones make clear corners black."""
    for size in SIZES:
        yield icon_path(size), _drawn(mark, size, colour if size == TOUCH else None)


def _drawn(mark: str, size: int, background: str | None) -> bytes:
    from resvg_py import svg_to_bytes  # noqa: PLC0415 - only where the mark is new

    try:
        content = svg_to_bytes(svg_string=mark, width=size, height=size, background=background, skip_system_fonts=True)
    except ValueError as error:
        raise MarkError(
            Sentence(
                f"overrides/{MARK} 不是能绘制的 SVG 图形（{error}）。请换一个，或删去它改用主题自带的图标。",
                f"overrides/{MARK} is no SVG drawing that can be drawn ({error}). Replace it, or delete it to use the "
                "icon of the theme.",
            )
        ) from error
    return bytes(content)
