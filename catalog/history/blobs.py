"""Contents of old versions, read from git in one go."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from catalog.git import FAILED, NoHistory, stream
from catalog.read.text import LARGEST

CHUNK = 1 << 16


def read_blobs(root: Path, names: Sequence[str]) -> Iterator[tuple[str, bytes | None]]:
    """Give the content of each blob by its name, in the order asked; nothing for what is missing or too large."""
    if not names:
        return
    with stream(root, "cat-file", "--batch", asked=names) as answer:
        for name in names:
            head = answer.readline().split()
            if not head:
                raise NoHistory(FAILED)
            if len(head) != 3 or not head[2].isdigit():  # noqa: PLR2004 - name, type, size; else "NAME missing"
                yield name, None
                continue
            size = int(head[2])
            raw = answer.read(min(size, LARGEST))
            left = size - len(raw)
            while left > 0 and (passed := answer.read(min(left, CHUNK))):
                left -= len(passed)
            answer.read(1)
            yield name, raw if head[1] == b"blob" and size <= LARGEST else None
