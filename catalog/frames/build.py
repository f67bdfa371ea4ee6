"""Builds the frames of both languages, or takes them from the cache when nothing that goes in has changed."""

import hashlib
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from catalog.frames.frame import TOKEN, Frame
from catalog.frames.mkdocs_build import REFUSED, UNWRITABLE
from catalog.frames.settings import fingerprint, frame_settings
from catalog.frames.tidy import tidy
from catalog.languages import LANGUAGES, Language
from catalog.model.catalog import Catalog
from catalog.views.slots.slot import SLOT

FRAME_NAME = "_frame"


class FramesFailed(Exception):  # noqa: N818 - what failed is the renderer, and it says why
    """MkDocs refused the pages; the text is what it said."""


@dataclass(frozen=True, slots=True)
class FrameSet:
    """What MkDocs made of one language: ``frames`` by column, hand-written ``pages`` and other ``files`` by path."""

    frames: Mapping[str, Frame]
    pages: Mapping[str, Frame]
    files: Mapping[str, Path]


def build_frames(root: Path, catalog: Catalog) -> dict[Language, FrameSet]:
    """Give the frames of each language; languages that are not in the cache are rendered side by side."""
    started: list[tuple[Path, subprocess.Popen[str]]] = []
    folders: dict[Language, Path] = {}
    for language in LANGUAGES:
        settings = frame_settings(catalog, language)
        folder = root / ".cache" / "frames" / f"{language}-{_key(root, language, settings)}"
        folders[language] = folder
        if not (folder / "complete").exists():
            started.append((folder, _start(root, folder, settings)))
    # Every renderer is waited for before any is judged: none is left running.
    ended = [(folder, process.communicate()[1], process.returncode) for folder, process in started]
    for folder, _, code in ended:
        if code == 0:
            (folder / "complete").touch()
    _judge(ended)
    _forget_others(root, set(folders.values()))
    return {language: _load(folder / "site", language) for language, folder in folders.items()}


def _judge(ended: Sequence[tuple[Path, str, int]]) -> None:
    """Raise what the renderers ended with; what both languages say is said once."""
    for code, raised in ((REFUSED, FramesFailed), (UNWRITABLE, OSError), (None, RuntimeError)):
        said = [text.strip() for _, text, ended_with in ended if ended_with and code in (ended_with, None)]
        if said:
            raise raised("\n".join(dict.fromkeys(said)))


def _key(root: Path, language: Language, settings: dict[str, Any]) -> str:
    digest = hashlib.sha256(fingerprint(settings))
    digest.update(f"{version('mkdocs')} {version('mkdocs-material')}".encode())
    for base, path in _inputs(root, language):
        digest.update(path.relative_to(base).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def _inputs(root: Path, language: Language) -> Iterator[tuple[Path, Path]]:
    """Give every file that goes into the frames, with the folder below which its path counts."""
    yield from ((root, root / name) for name in ("mkdocs.yml", "mkdocs.en.yml"))
    for folder in (root / "docs" / language, root / "overrides" / "theme"):
        yield from ((root, path) for path in sorted(folder.rglob("*")) if path.is_file())
    own = Path(__file__).parent
    yield from ((own, path) for path in sorted(own.glob("*.py")))


def _start(root: Path, folder: Path, settings: dict[str, Any]) -> "subprocess.Popen[str]":
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (folder / "settings.json").write_text(json.dumps(settings, ensure_ascii=False), encoding="utf-8")
    program = Path(__file__).with_name("mkdocs_build.py")
    arguments = [
        sys.executable,
        "-X",
        "utf8",
        str(program),
        str(folder / "settings.json"),
        str(root),
        str(folder / "site"),
    ]
    return subprocess.Popen(arguments, stderr=subprocess.PIPE, text=True, encoding="utf-8")  # noqa: S603 - our own program


def _forget_others(root: Path, kept: set[Path]) -> None:
    for folder in (root / ".cache" / "frames").iterdir():
        if folder not in kept:
            shutil.rmtree(folder, ignore_errors=True)


def _load(site: Path, language: Language) -> FrameSet:
    frames, pages, files = {}, {}, {}
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        if path.is_dir() or name.startswith("sitemap.xml"):
            continue
        if path.suffix != ".html":
            if not name.endswith(".map") and "/lunr/" not in name and "/workers/" not in name:
                files[name] = path
            continue
        html = tidy(path.read_text(encoding="utf-8"), language)
        if path.parent.name == FRAME_NAME:
            frames[path.parent.parent.relative_to(site).as_posix()] = Frame.parse(html, TOKEN)
        else:
            pages[name] = Frame.parse(html, SLOT)
    return FrameSet(frames, pages, files)
