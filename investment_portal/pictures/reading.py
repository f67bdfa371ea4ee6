"""Find out what each picture of a portal is; the library that opens pictures is imported where one is new."""

from collections.abc import Mapping
from pathlib import Path

from investment_portal.pictures.picture import READ, PictureFile


def look_at(
    files: Mapping[str, Path], digests: Mapping[str, str], known: Mapping[str, PictureFile]
) -> dict[str, PictureFile]:
    """Return every picture among files below ``docs/assets``; those that are ``known`` are not opened again."""
    pictures = {}
    for name, path in files.items():
        if not name.lower().endswith(READ):
            continue
        digest, last = digests.get(f"docs/assets/{name}", ""), known.get(name)
        if digest and last and last.digest == digest:
            pictures[name] = last
        else:
            from investment_portal.pictures.processing import measure  # noqa: PLC0415 - imports the library

            pictures[name] = measure(path, digest)
    return pictures
