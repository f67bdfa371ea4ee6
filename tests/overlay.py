"""Bad examples: small edits laid over the tiny valid portal."""

import atexit
import shutil
import tempfile
from pathlib import Path
from typing import Any

import yaml

from investment_portal.cache.published import PublishedFiles
from investment_portal.content.theme_files import THEME

TESTS = Path(__file__).parent
HELD = Path(tempfile.mkdtemp(prefix="portal-"))
atexit.register(shutil.rmtree, HELD, ignore_errors=True)
WITHOUT_CACHE = shutil.ignore_patterns(".cache")

PORTAL = Path(shutil.copytree(TESTS / "fixtures" / "portal", HELD / "portal"))
"""The tiny portal, in a copy: a check keeps what it found beside the records."""

SEED = Path(shutil.copytree(TESTS / "fixtures" / "seed", HELD / "seed", ignore=WITHOUT_CACHE))
"""A whole portal as a bureau has it, in a copy too: what stands at the root of the repository may change."""

PAGES = "overrides/pages"
"""Folder of the templates that a portal has of its own."""

BAD = TESTS / "fixtures" / "bad"
MISTAKES = TESTS / "fixtures" / "mistakes"
"""Mistakes that people make, each with the messages about it."""


def override(root: Path, name: str) -> Path:
    """Return the file of the portal that replaces a file of the theme: a copy of that one, unless there is one."""
    path = root / "overrides" / name
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(THEME / name, path)
    return path


def cases() -> list[Path]:
    """Return the folder of every bad example."""
    return sorted(path for path in BAD.iterdir() if path.is_dir())


def edits(case: Path) -> list[dict[str, Any]]:
    """Return the edits of one example, as its ``edits.yaml`` lists them."""
    edits_: list[dict[str, Any]] = yaml.safe_load((case / "edits.yaml").read_text("utf-8"))
    return edits_


def lay(case: Path, root: Path) -> Path:
    """Copy the tiny portal to ``root`` and make the edits of an example."""
    return lay_edits(edits(case), root)


def lay_edits(changes: list[dict[str, Any]], root: Path) -> Path:
    """Copy the tiny portal to ``root`` and make edits; a file may have been ``published`` before."""
    shutil.copytree(PORTAL, root, ignore=WITHOUT_CACHE)
    for edit in changes:
        if edit.get("published"):
            publish(root, edit["file"])
        _make(root / edit["file"], **{key: value for key, value in edit.items() if key not in {"file", "published"}})
    return root


def publish(root: Path, *files: str) -> None:
    """Leave what a build leaves that publishes these files."""
    PublishedFiles(root).update(dict.fromkeys(files, "1"), lambda file: (root / file).read_bytes())


def _make(
    path: Path,
    *,
    find: str = "",
    put: str = "",
    times: int = 1,
    encoding: str = "utf-8",
    link: str = "",
    delete: bool = False,
) -> None:
    """Replace ``find`` (which must stand there once) by ``put``, ``times`` over; without ``find`` write a new file."""
    if delete:
        path.unlink()
    elif link:
        path.unlink(missing_ok=True)
        path.symlink_to(link)
    elif find:
        before = path.read_text("utf-8")
        assert before.count(find) == 1, f"{find!r} stands {before.count(find)} times in {path}"
        path.write_bytes(before.replace(find, put * times).encode(encoding))
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes((put * times).encode(encoding))
