"""Frames in the cache, each opened when a page first needs it; pages depend on those that they were poured into."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from catalog.frames.frame import Frame
from catalog.languages import Language
from catalog.value import Value
from investment_portal.build.checked_file import Damaged


class Rendered(Value):
    """What the renderer made of one language, and the digest of each file, by which damage is noticed."""

    site: Path
    digests: Mapping[str, str]

    def read(self, name: str) -> bytes:
        """Give the content of a file."""
        try:
            content = (self.site / name).read_bytes()
        except OSError as error:
            raise Damaged(str(self.site / name)) from error
        if digest(content) != self.digests[name]:
            raise Damaged(str(self.site / name))
        return content


def digest(content: bytes) -> str:
    """Tell a file by its bytes."""
    return hashlib.sha256(content).hexdigest()[:24]


class KeptFrames(Mapping[str, Frame]):
    """Frames by name, out of the files of one rendered site."""

    def __init__(self, rendered: Rendered, names: Mapping[str, str], language: Language, hole: re.Pattern[str]) -> None:
        """Know which file holds which frame, and how its holes look."""
        self._rendered, self._names, self._language, self._hole = rendered, names, language, hole
        self._opened: dict[str, Frame] = {}

    def __getitem__(self, name: str) -> Frame:
        """Give a frame."""
        file = self._names[name]
        if name not in self._opened:
            self._opened[name] = Frame.parse(self._rendered.read(file).decode(), self._hole)
        return self._opened[name]

    def __iter__(self) -> Iterator[str]:
        """Go through the names."""
        return iter(self._names)

    def __len__(self) -> int:
        """Count the frames."""
        return len(self._names)
