"""Compare two sites: pages without the white space that nobody sees, all other files byte by byte.

``python -m tests.rendering.same_pages OLD NEW`` prints each file that differs.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from investment_portal.rendering.inline import BLOCK_TAGS

_VERBATIM = re.compile(r"(<(pre|script|style|textarea)\b.*?</\2>)", re.DOTALL)
_BLOCK = re.compile(rf"\s*(</?(?:{'|'.join(BLOCK_TAGS.split())}|h[1-6])\b[^<>]*>)\s*")
_OPENED = re.compile(rf"(<(?:{'|'.join(BLOCK_TAGS.split())}|h[1-6])\b)")
_SHOWN = 60
"""Signs shown before and after the first difference."""


def visible(html: str) -> str:
    """Return a page without the white space beside block tags, every other run of it as one blank."""
    pieces = _VERBATIM.split(html)
    texts = (re.sub(r"\s+", " ", text) for text in pieces[::3])
    joined = "".join(
        part for text, preserved in zip(texts, [*pieces[1::3], ""], strict=True) for part in (text, preserved)
    )
    squeezed = _BLOCK.sub(r"\1", joined)
    return re.sub(r'class=" ', 'class="', re.sub(r"\s+(/?>)", r"\1", squeezed))


def in_lines(html: str) -> str:
    """Return a page with a line for each block, so that a difference between two versions can be read."""
    return _OPENED.sub(r"\n\1", visible(html)).strip()


def differences(old: Path, new: Path) -> Iterator[str]:
    """Yield each file that only one site has, or that differs, with the place of the first difference."""
    names = {
        path.relative_to(folder).as_posix() for folder in (old, new) for path in folder.rglob("*") if path.is_file()
    }
    for name in sorted(names):
        before, after = old / name, new / name
        if not (before.is_file() and after.is_file()):
            yield f"{name}: only in one of them"
        elif before.read_bytes() != after.read_bytes():
            if not name.endswith(".html"):
                yield f"{name}: differs"
            elif (was := visible(before.read_text("utf-8"))) != (now := visible(after.read_text("utf-8"))):
                place = next((at for at, (a, b) in enumerate(zip(was, now, strict=False)) if a != b), len(was))
                around = slice(max(0, place - _SHOWN), place + _SHOWN)
                yield f"{name}: at sign {place}\n  old {was[around]}\n  new {now[around]}"


if __name__ == "__main__":
    different = list(differences(Path(sys.argv[1]), Path(sys.argv[2])))
    print("\n".join([*different, f"{len(different)} files differ"]))
    sys.exit(bool(different))
