"""A program that publishes a site file by file, slowly enough to be killed anywhere: TARGET MARK FILES."""

import sys
import time
from collections.abc import Iterator
from pathlib import Path

from catalog.publish.stage import publish


def texts(mark: str, count: int) -> Iterator[tuple[str, str]]:
    """Give files that all bear one mark."""
    for number in range(count):
        time.sleep(0.001)
        yield f"pages/{number}/index.html", mark * 2000


if __name__ == "__main__":
    target, given, number = sys.argv[1:]
    print("ready", flush=True)
    for turn in range(1000):
        publish(Path(target), texts(f"{given}{turn % 10}", int(number)), {})
        print("done", flush=True)
