"""Draw share cards: pictures of few colours, so that they are small and quick to make.

A picture is drawn in one channel, in which a value tells how much of a pixel is covered. Each area then has a ramp of
colours, from its ground to its letters, and a value becomes a place on that ramp: no picture has to be quantized.
"""

from collections.abc import Sequence
from functools import lru_cache
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pylopdf_fonts_zh_cn
from PIL import Image, ImageColor, ImageDraw, ImageFont
from resvg_py import svg_to_bytes

from investment_portal.formatting.phrases import phrases
from investment_portal.share_cards.card import MOST_FACTS, SIZES, SQUARE, WIDE, CardStyle, ShareCard

Font = ImageFont.FreeTypeFont
Box = tuple[int, int, int, int]

FONTS = Path(pylopdf_fonts_zh_cn.__file__).parent
SANS, SERIF = "NotoSansSC-Regular.otf", "NotoSerifSC-Regular.otf"

STEPS = 5
"""Steps of a ramp behind its ground: three ramps fit into the sixteen colours of four bits."""
WHITE, INK = "#ffffff", "#1d2129"
ON_WHITE, MAIN_ON_WHITE, ON_MAIN = range(3)

FULL, MUTED, FAINT = 255, 175, 51
"""How much of a pixel letters, labels and drawings cover."""

LEVEL = 4
"""Compression of the pictures: more takes longer and gains little."""

MARGIN, RIGHT = 72, 1128
FOOT = 534
"""The left and right edge of what a wide card says, and the top of the bar at its foot."""
ICON = 208
TITLE_SIZES = ((72, 2), (62, 2), (52, 3), (46, 3))
"""Sizes of a title, each with the lines that it may take."""
SQUARE_SIZES = ((34, 3), (28, 4), (24, 5))
SQUARE_SIZES_OVER_FACT = ((30, 2), (26, 2), (22, 3))
"""The same in a square, without and with a fact below the title."""
VALUE_SIZES = (44, 38, 32)
SMALL_VALUE, SMALL_VALUE_SQUARE = 27, 21
"""Sizes of a value on a line, and of one that takes two, in a wide card and a square one."""
KICKER_SIZES = (30, 27, 24)
BOLDER = 40
COLUMN_GAP = 56

ICON_STYLE = ".icon{fill:none;stroke:#000;stroke-width:1.5;stroke-linecap:round;stroke-linejoin:round}"


def draw(card: ShareCard, style: CardStyle, file: str) -> bytes:
    """Return a picture of a card as PNG."""
    canvas = Canvas(SIZES[file], style.colour)
    {WIDE: _draw_wide, SQUARE: _draw_square}[file](canvas, card, style)
    return canvas.png()


class Canvas:
    """A picture in the making: how much of each pixel is covered, and the areas that have another ramp than ink."""

    def __init__(self, size: tuple[int, int], colour: str) -> None:
        """Begin with nothing covered."""
        self._covered = Image.new("L", size)
        self._draw = ImageDraw.Draw(self._covered)
        self._areas: list[tuple[Box, int]] = []
        self._colour = colour

    def area(self, box: Box, ramp: int) -> None:
        """Set the ramp of an area; a later one lies over an earlier one."""
        self._areas.append((box, ramp))

    def fill(self, box: Box, value: int) -> None:
        """Cover a rectangle; its right and lower edge are not part of it."""
        left, top, right, bottom = box
        self._draw.rectangle((left, top, right - 1, bottom - 1), fill=value)

    def text(self, place: tuple[int, int], text: str, font: Font, value: int = FULL, *, bold: bool = False) -> None:
        """Write a line; the place is its left end, and the upper edge of the tallest letters."""
        if not bold:
            self._draw.text(place, text, fill=value, font=font)
            return
        _, _, right, bottom = (round(edge) for edge in font.getbbox(text))
        letters = Image.new("L", (right, bottom))
        ImageDraw.Draw(letters).text((0, 0), text, fill=FULL, font=font)
        # Wider by a pixel or two: the package has no bold letters, and strokes take four times as long.
        for offset in range(3 if font.size > BOLDER else 2):
            self.drawing((place[0] + offset, place[1]), letters, value)

    def drawing(self, place: tuple[int, int], mask: Image.Image, value: int) -> None:
        """Cover what a mask covers."""
        self._covered.paste(value, place, mask)

    def png(self) -> bytes:
        """Return the picture with the colours of its areas."""
        picture = self._covered.point(_ramp(ON_WHITE))
        for box, ramp in self._areas:
            picture.paste(self._covered.crop(box).point(_ramp(ramp)), box[:2])
        picture.putpalette(_palette(self._colour))
        content = BytesIO()
        picture.save(content, "PNG", bits=4, compress_level=LEVEL)
        return content.getvalue()


def _draw_wide(canvas: Canvas, card: ShareCard, style: CardStyle) -> None:
    canvas.area((0, 0, 20, 630), ON_MAIN)
    mask = _icon(style.icons[card.icon], ICON) if card.icon in style.icons else None
    if mask:
        place = (RIGHT - ICON, 56)
        canvas.drawing(place, mask, FAINT * 2)
        canvas.area((*place, RIGHT, 56 + ICON), MAIN_ON_WHITE)
    width = RIGHT - MARGIN - (ICON + COLUMN_GAP if mask else 0)
    _kicker(canvas, card, width)
    title, size, lines = _title(card.title, SERIF, width, TITLE_SIZES)
    top = 122
    for line in lines:
        canvas.text((MARGIN, top), line, title, bold=True)
        top += round(size * 1.32)
    if card.line:
        below = font(SANS, 30)
        canvas.text((MARGIN, top + 14), cut(card.line, below, width), below, MUTED)
    _facts(canvas, card.facts[:MOST_FACTS])
    canvas.area((0, FOOT, 1200, 630), ON_MAIN)
    name, host = font(SANS, 36), font(SANS, 28)
    canvas.text((MARGIN, FOOT + 22), cut(style.names[card.language], name, 640), name)
    canvas.text((RIGHT - round(host.getlength(style.host)), FOOT + 30), style.host, host, MUTED + 40)


def _kicker(canvas: Canvas, card: ShareCard, width: int) -> None:
    """Write what the page is about, and behind it a mark in a frame."""
    small, top = font(SANS, 26), 56
    mark = round(small.getlength(card.mark)) + 56 if card.mark else 0
    kicker = fitting(card.kicker, width - mark, KICKER_SIZES)
    text = cut(card.kicker, kicker, width - mark)
    end = MARGIN + round(kicker.getlength(text))
    canvas.text((MARGIN, top + (30 - round(kicker.size)) // 2), text, kicker)
    canvas.area((MARGIN, top, end, top + 48), MAIN_ON_WHITE)
    if card.mark:
        _mark(canvas, card.mark, small, (end + 28, top))


def _mark(canvas: Canvas, text: str, small: Font, place: tuple[int, int]) -> None:
    left, top = place
    width = round(small.getlength(text))
    canvas.fill((left, top - 2, left + width + 28, top + 46), MUTED)
    canvas.fill((left + 2, top, left + width + 26, top + 44), 0)
    canvas.text((left + 14, top + 3), text, small, MUTED + 40)


def _facts(canvas: Canvas, facts: Sequence[tuple[str, str]]) -> None:
    """Write labelled facts beside each other above the foot, the first in the portal's colour."""
    if not facts:
        return
    canvas.fill((MARGIN, 390, RIGHT, 392), FAINT)
    label_font = font(SANS, 26)
    large = font(SANS, VALUE_SIZES[0])
    wanted = [2 + max(large.getlength(value), label_font.getlength(label)) for label, value in facts]
    widths = columns(wanted, RIGHT - MARGIN - COLUMN_GAP * (len(facts) - 1))
    left = MARGIN
    for position, ((label, value), width) in enumerate(zip(facts, widths, strict=True)):
        canvas.text((left, 410), cut(label, label_font, width), label_font, MUTED)
        _value(canvas, value, (left, 452), width, SMALL_VALUE, bold=position == 0)
        if position == 0:
            canvas.area((left, 440, left + width, 524), MAIN_ON_WHITE)
        left += width + COLUMN_GAP


def _value(  # noqa: PLR0913 - what is written where, and how
    canvas: Canvas, text: str, place: tuple[int, int], width: int, small: int, *, bold: bool
) -> None:
    """Write a value as large as it fits on a line, or in small letters on two."""
    left, top = place
    sizes = VALUE_SIZES if small == SMALL_VALUE else [size - 6 for size in VALUE_SIZES]
    letters = fitting(text, width, sizes)
    if letters.getlength(text) <= width:
        canvas.text((left, top + (sizes[0] - round(letters.size)) // 2), text, letters, bold=bold)
        return
    for row, line in enumerate(_limited(text, font(SANS, small), width, 2)):
        canvas.text((left, top - 8 + row * round(small * 1.32)), line, font(SANS, small), bold=bold)


def _draw_square(canvas: Canvas, card: ShareCard, style: CardStyle) -> None:
    canvas.area((0, 0, 300, 300), ON_MAIN)
    mask = _icon(style.icons[card.icon], 60) if card.icon in style.icons else None
    if mask:
        canvas.drawing((20, 18), mask, FULL)
    if card.mark:
        small = font(SANS, 20)
        canvas.text((278 - round(small.getlength(card.mark)), 20), card.mark, small, MUTED + 40)
    label, value = card.facts[0] if card.facts else ("", "")
    title, size, lines = _title(card.title, SANS, 260, SQUARE_SIZES_OVER_FACT if value else SQUARE_SIZES)
    top = 80 if mask else 54
    for line in lines:
        canvas.text((20, top), line, title)
        top += round(size * 1.3)
    name = font(SANS, 19)
    if value:
        canvas.text((20, 172), cut(label, name, 260), name, MUTED)
        _value(canvas, value, (20, 205), 260, SMALL_VALUE_SQUARE, bold=True)
    canvas.fill((20, 260, 280, 261), MUTED)
    canvas.text((20, 266), cut(style.names[card.language], name, 260), name, MUTED + 40)


def columns(wanted: Sequence[float], width: int) -> list[int]:
    """Divide a width among texts: each gets what it needs, or an equal part of what the shorter ones leave."""
    widths = [0] * len(wanted)
    rest, count = width, len(wanted)
    for place in sorted(range(count), key=wanted.__getitem__):
        widths[place] = min(round(wanted[place]), rest // count)
        rest -= widths[place]
        count -= 1
    return widths


def _title(text: str, name: str, width: int, sizes: Sequence[tuple[int, int]]) -> tuple[Font, int, list[str]]:
    """Return the largest letters in which a title fits, their size, and its lines."""
    words = _words(text)
    for size, limit in sizes:
        letters = font(name, size)
        lines = broken(text, letters, width)
        if len(lines) <= limit and all(letters.getlength(word) <= width for word in words):
            return letters, size, lines
    return letters, size, _limited(text, letters, width, limit)


def _limited(text: str, letters: Font, width: int, limit: int) -> list[str]:
    """Return the lines of a text, with an ellipsis where there would be more than ``limit`` of them."""
    lines = broken(text, letters, width)
    if len(lines) <= limit:
        return lines
    rest = lines[limit - 1] + "".join(_blank_between(*pair) + pair[1] for pair in pairwise(lines[limit - 1 :]))
    return [*lines[: limit - 1], cut(rest, letters, width)]


def _blank_between(before: str, after: str) -> str:
    """Return what stood between two lines: a blank between words of letters."""
    return " " if before[-1:].isascii() and after[:1].isascii() else ""


def fitting(text: str, width: int, sizes: Sequence[int]) -> Font:
    """Return the largest letters in which a text fits on one line, the smallest where none does."""
    fonts = [font(SANS, size) for size in sizes]
    return next((letters for letters in fonts if letters.getlength(text) <= width), fonts[-1])


def broken(text: str, letters: Font, width: int) -> list[str]:
    """Return the lines of a text, broken between words and of similar length."""
    words = [word for part in _words(text) for word in _narrow(part, letters, width)]
    lengths = [letters.getlength(word.rstrip()) for word in words]
    full = [letters.getlength(word) for word in words]
    lines = _filled(lengths, full, width)
    for narrower in range(width - 20, width // 2, -20):
        closer = _filled(lengths, full, narrower)
        if len(closer) > len(lines) or max(lengths) > narrower:
            break
        lines = closer
    return ["".join(words[start:end]).strip() for start, end in lines]


def _filled(lengths: Sequence[float], full: Sequence[float], width: int) -> list[tuple[int, int]]:
    """Return the first and last word of each line where lines take as many words as fit."""
    lines, start, taken = [], 0, 0.0
    for place, length in enumerate(lengths):
        if place > start and taken + length > width:
            lines.append((start, place))
            start, taken = place, 0.0
        taken += full[place]
    return [*lines, (start, len(lengths))]


def _words(text: str) -> list[str]:
    """Return the parts between which a line may end; a blank stays with the word before it."""
    return [piece for part in phrases(text) for piece in _at_blanks(part)]


def _at_blanks(text: str) -> list[str]:
    parts = text.split(" ")
    return [f"{part} " for part in parts[:-1]] + [parts[-1]]


def _narrow(word: str, letters: Font, width: int) -> list[str]:
    """Return a word, or its pieces where it is longer than a line."""
    if letters.getlength(word) <= width:
        return [word]
    pieces = [""]
    for character in word:
        if pieces[-1] and letters.getlength(pieces[-1] + character) > width:
            pieces.append("")
        pieces[-1] += character
    return pieces


def cut(text: str, letters: Font, width: float) -> str:
    """Return a text, or as much of it as fits with an ellipsis."""
    if letters.getlength(text) <= width:
        return text
    while text and letters.getlength(f"{text}…") > width:
        text = text[:-1]
    return f"{text.rstrip()}…"


@lru_cache(32)
def font(name: str, size: int) -> Font:
    """Return letters of a size, opened once in each process."""
    return ImageFont.truetype(FONTS / name, size, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(64)
def _icon(svg: str, size: int) -> Image.Image:
    """Return what an icon of the theme covers."""
    png = svg_to_bytes(svg_string=svg, width=size, height=size, style_sheet=ICON_STYLE, skip_system_fonts=True)
    return Image.open(BytesIO(bytes(png))).convert("RGBA").getchannel("A")


@lru_cache(3)
def _ramp(ramp: int) -> list[int]:
    """Return the colour of each value on a ramp; the grounds are the colours 0 and ``2 * STEPS``."""
    steps = [round(value * STEPS / 255) for value in range(256)]
    if ramp == ON_WHITE:
        return steps
    if ramp == MAIN_ON_WHITE:
        return [STEPS + step if step else 0 for step in steps]
    return [0 if step == STEPS else 2 * STEPS + step for step in steps]


@lru_cache(8)
def _palette(colour: str) -> list[int]:
    """Return the colours of the ramps: white to ink, on to the portal's colour, and back towards white."""
    white, ink, main = (ImageColor.getrgb(name) for name in (WHITE, INK, colour))
    steps = [
        *((white, ink, step) for step in range(STEPS + 1)),
        *((white, main, step) for step in range(1, STEPS + 1)),
        *((main, white, step) for step in range(1, STEPS)),
    ]
    return [
        round(start + (end - start) * step / STEPS)
        for first, last, step in steps
        for start, end in zip(first, last, strict=True)
    ]
