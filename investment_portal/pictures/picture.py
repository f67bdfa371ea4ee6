"""Values that tell what is known of pictures: size in pixels, what is wrong with them, names of the files made.

Nothing here opens a picture, so a build in which no picture is new does without the library that does.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from investment_portal.value import Value

READ = (".jpg", ".jpeg", ".png", ".webp")
"""Endings of the pictures that are read, and published in sizes of their own."""
UNCHANGED = (".svg",)
"""Endings of the pictures that are published as they are."""

WIDTHS = (480, 960, 1600)
"""Widths in pixels in which pictures are published; none is made wider than it is."""

LARGE = 1_000_000
"""Bytes above which a picture is said to be large."""
MOST_PIXELS = 50_000_000

FORMAT, UNREADABLE, HUGE = "format", "unreadable", "huge"
"""Faults of a picture: another format, a damaged file, too many pixels."""


class PictureFile(Value):
    """A picture: digest and number of its bytes; width and height as it is seen; what is wrong with it, if anything."""

    digest: str
    size: int
    width: int = 0
    height: int = 0
    fault: str = ""

    @property
    def widths(self) -> tuple[int, ...]:
        """The widths in which it is published."""
        return tuple(sorted({min(width, self.width) for width in WIDTHS}))

    def height_at(self, width: int) -> int:
        """Return the height that belongs to a width."""
        return max(1, round(self.height * width / self.width))

    @property
    def sign(self) -> tuple[str, int]:
        """The messages that are due: the fault, and its size in tenths of a megabyte if it is large."""
        return self.fault, round(self.size / 100_000) if self.size > LARGE else 0


NO_PICTURES: Mapping[str, PictureFile] = MappingProxyType({})

Assets = Mapping[str, PictureFile | None]
"""The files below ``docs/assets`` by their names; None for those that are no picture that is read."""


def address_of(name: str, picture: PictureFile, width: int, ending: str) -> str:
    """Return where the file of a width and format is published; the name changes with the picture."""
    return f"pictures/{name.rpartition('.')[0]}-{picture.digest[:8]}-{width}.{ending}"


def assets_of(files: Iterable[str], pictures: Mapping[str, PictureFile]) -> Assets:
    """Return the files below ``docs/assets``, each with the picture that it is."""
    return {name: pictures.get(name) for name in files}


def signs_of(assets: Assets) -> list[tuple[str, tuple[str, int] | None]]:
    """Return the names of the files with what is to be said about each: what checks of records depend on."""
    return [(name, picture.sign if picture else None) for name, picture in sorted(assets.items())]
