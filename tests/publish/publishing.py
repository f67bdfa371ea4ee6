"""Publishing of given texts, with and without what is known of the site that stands there, and a disk that fills up."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple, Self

import pytest

from investment_portal.cache.store import StoredOutput
from investment_portal.publish import site as publish_site
from investment_portal.publish.site import Published, PublishedSite
from investment_portal.publish.target import MARKER

Texts = Iterable[tuple[str, str | bytes]]


def publish(target: Path, texts: Texts) -> Published:
    """Replace ``target`` by the given texts, as a build that knows nothing of the last one."""
    return publish_after(NOTHING, target, texts)[1]


class Known(NamedTuple):
    """The files that a build leaves for the next one."""

    outputs: dict[str, StoredOutput]
    folders: dict[str, int]


NOTHING = Known({}, {})


def publish_after(last: Known, target: Path, texts: Texts) -> tuple[Known, Published]:
    """Replace ``target`` by the given texts, as a build that knows what the last one left."""
    fresh = PublishedSite(target, *last)
    published = _publish(fresh, texts)
    return Known(fresh.now, fresh.folders()), published


def _publish(fresh: PublishedSite, texts: Texts) -> Published:
    try:
        fresh.begin()
        for name, content in texts:
            fresh.put(name, "key", content.encode() if isinstance(content, str) else content)
        return fresh.publish()
    finally:
        fresh.end()


def tree(folder: Path) -> dict[str, str]:
    """Return every file with its text."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in paths if path.name != MARKER}


def names(folder: Path) -> list[str]:
    """Return what stands in a folder."""
    return sorted(path.name for path in folder.iterdir())


def fill_disk(patch: pytest.MonkeyPatch) -> None:
    """Simulate a full disk: of each staged file only the first half can be written."""

    class Full:
        def __init__(self, path: str, *how: Any, **options: Any) -> None:
            self._file = open(path, *how, **options)  # noqa: PTH123, SIM115 - as the site opens it

        def __enter__(self) -> Self:
            return self

        def __exit__(self, *_: object) -> None:
            self._file.close()

        def write(self, content: memoryview) -> int:
            self._file.write(content[: len(content) // 2])
            raise OSError(28, "No space left on device", self._file.name)

    patch.setattr(publish_site, "open", Full, raising=False)
