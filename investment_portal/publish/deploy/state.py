"""The state of a target: which releases it holds, in a small JSON file beside them."""

import re
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from pathlib import Path

from msgspec import MsgspecError, field, json

from investment_portal.publish.manifest import MANIFEST, ManifestError, read_manifest
from investment_portal.value import Value

STATE = ".portal-deploy.json"
"""The file at the top of a target folder that marks it as one of deployments."""

RELEASES, CURRENT = "releases", "current"
"""The folder of releases, and the link to the published one, which a web server serves."""

FORMAT = 1
SLASH = re.compile("/")


class KnownRelease(Value):
    """A release at a target: its time of publication, its predecessor, its place."""

    id: str
    time: datetime
    files: int
    before: str | None = None
    tree: str = ""


class TargetState(Value):
    """The state of a target.

    ``gone`` holds files that the published release no longer has, with the moment since when; ``pending`` holds
    releases whose deployment has begun and not ended, where files are replaced one by one.
    """

    format: int = FORMAT
    releases: list[KnownRelease] = field(default_factory=list)
    gone: dict[str, datetime] = field(default_factory=dict)
    current: str | None = None
    pending: list[str] = field(default_factory=list)

    def entry(self, release: str) -> KnownRelease | None:
        """Return a release by its id."""
        return next((known for known in self.releases if known.id == release), None)


def read_state(content: bytes) -> TargetState | None:
    """Return a state; None where the bytes are none of this format."""
    try:
        state = json.decode(content, type=TargetState)
    except (MsgspecError, UnicodeDecodeError):
        return None
    return state if state.format == FORMAT else None


def write_state(state: TargetState) -> bytes:
    """Return a state as one line of JSON."""
    return json.encode(state) + b"\n"


def published(state: TargetState, release: KnownRelease, keep: int) -> tuple[list[KnownRelease], list[KnownRelease]]:
    """Return the kept releases once ``release`` is published, and those that are kept no longer.

    The published release and the one before it always stay.
    """
    order = [known for known in state.releases if known.id != release.id] + [release]
    held = {release.id, release.before}
    spare = max(0, len(order) - max(keep, 1))
    dropped = [known for known in order if known.id not in held][:spare]
    return [known for known in order if known not in dropped], dropped


def waiting(gone: Mapping[str, datetime], old: Iterable[str], new: Iterable[str], now: datetime) -> dict[str, datetime]:
    """Return the files that the new release does not have, with the moment since when."""
    has = set(new)
    folders = {path[: at.start()] for path in has for at in SLASH.finditer(path)}
    unused = {**dict.fromkeys(old, now), **gone}
    return {
        path: since
        for path, since in sorted(unused.items())
        if path not in has and path not in folders and not any(path[: at.start()] in has for at in SLASH.finditer(path))
    }


def due(gone: Mapping[str, datetime], now: datetime, grace: timedelta) -> list[str]:
    """Return the files whose period of grace is over."""
    return [path for path, since in gone.items() if now - since >= grace]


def carried_in(folder: Path) -> tuple[Path, frozenset[str]]:
    """Return the site in a folder, and the files in it that are deleted later.

    The folder may be one that releases are deployed to, or the published release in it.
    """
    if (folder / STATE).is_file() and (folder / CURRENT).is_dir():
        folder = folder / CURRENT
    tree = folder.resolve()
    place = tree.parent.parent / STATE
    if tree.parent.name != RELEASES or not place.is_file():
        return folder, frozenset()
    state = read_state(place.read_bytes())
    try:
        listed = read_manifest((tree / MANIFEST).read_bytes()).files
    except (OSError, ManifestError):
        listed = {}
    return folder, frozenset(state.gone if state else ()) - listed.keys()
