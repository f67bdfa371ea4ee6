"""A program that publishes a site file by file, slowly enough to be killed anywhere: TARGET MARK FILES [large].

A large site is changed file by file, its moves as slow as its writing.
"""

import sys
import time
from collections.abc import Iterator
from pathlib import Path

from investment_portal.publish import moves
from investment_portal.publish import site as publish_site
from tests.publish.publishing import publish


def texts(mark: str, count: int) -> Iterator[tuple[str, str]]:
    """Yield files that all bear one mark."""
    for number in range(count):
        time.sleep(0.001)
        yield f"pages/{number}/index.html", mark * 2000


def be_large() -> None:
    """Take any site for a large one, and take time over each move."""
    publish_site.SMALL = 0
    move = moves._move  # noqa: SLF001 - what is made slow

    def slowly(source: Path, place: Path) -> None:
        time.sleep(0.002)
        move(source, place)

    moves._move = slowly  # noqa: SLF001 - the same


if __name__ == "__main__":
    target, content, number, *large = sys.argv[1:]
    if large:
        be_large()
    print("ready", flush=True)
    for turn in range(1000):
        publish(Path(target), texts(f"{content}{turn % 10}", int(number)))
        print("done", flush=True)
