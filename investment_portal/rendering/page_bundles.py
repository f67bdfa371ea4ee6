"""One style sheet and one script for the parts of a page: what its parts load, joined in the order of the page.

Pages with the same parts share both. A part names what it needs, wherever it stands; no list says what a page has.
"""

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from investment_portal.content.theme_files import theme_files
from investment_portal.rendering.assets import (
    HASHED,
    PUBLISHED_SCRIPTS,
    PUBLISHED_STYLES,
    bundle,
    hashed_name,
)

LOAD = re.compile(
    rf'<link rel="stylesheet" href="(?P<style>[^"]*{PUBLISHED_STYLES}/[^"]+)">'
    rf'|<script defer src="(?P<script>[^"]*{PUBLISHED_SCRIPTS}/[^"]+)"></script>'
)
"""A style sheet or script of a part. A script that must run where it stands is not deferred, and stays there."""

TAGS = {"style": '<link rel="stylesheet" href="{}">\n', "script": '<script defer src="{}"></script>\n'}
HEAD_END = "</head>"

SEPARATOR = "~"
"""Stands between the names of what a bundle holds; names of the theme's own files are words."""

BUNDLE = re.compile(rb'="(?:\.\./|/)*(assets/(?:styles|scripts)/[^"~]+~[^"]+)"')
"""A link to a bundle."""

FORM = "1"
"""Part of the name of each bundle; to be changed with the way in which bundles are put together."""


def with_bundles(html: str) -> str:
    """Return a page that loads the styles of its parts as one file, and their scripts as one, both from its head."""
    head_end = html.find(HEAD_END)
    loads = list(LOAD.finditer(html, head_end))
    addresses: dict[str, dict[str, None]] = {"style": {}, "script": {}}
    for load in loads:
        sort = str(load.lastgroup)
        addresses[sort][load[sort]] = None
    pieces, place = [html[:head_end]], head_end
    for sort, names in addresses.items():
        if names:
            pieces.append(TAGS[sort].format(_address(list(names))))
    for load in loads:
        pieces.append(html[place : load.start()])
        place = load.end()
    return "".join([*pieces, html[place:]])


def bundles_in(content: bytes) -> list[str]:
    """Return the paths of the bundles that a page loads."""
    return [path.decode() for path in BUNDLE.findall(content, 0, content.find(HEAD_END.encode()))]


def bundle_text(path: str, styles: Mapping[str, str], root: Path) -> str:
    """Return a bundle; ``styles`` are the published style sheets by their paths without the hash."""
    folder, _, file = HASHED.sub("", path).rpartition("/")
    stem, _, ending = file.rpartition(".")
    names = [f"{name}.{ending}" for name in stem.split(SEPARATOR)]
    if folder == PUBLISHED_STYLES:
        return "".join(styles[f"{folder}/{name}"] for name in names)
    return bundle(names, theme_files(root, "scripts"), root)


def _address(addresses: Sequence[str]) -> str:
    """Return the address of the bundle of these files: it depends on all their names, which hold their hashes."""
    if len(addresses) == 1:
        return addresses[0]
    folder = addresses[0].rpartition("/")[0]
    files = [address.rpartition("/")[2] for address in addresses]
    stem = SEPARATOR.join(HASHED.sub("", file).rpartition(".")[0] for file in files)
    ending = files[0].rpartition(".")[2]
    return hashed_name(f"{folder}/{stem}.{ending}", _digest(files))


def _digest(files: Iterable[str]) -> str:
    return hashlib.sha256(" ".join([FORM, *files]).encode()).hexdigest()
