"""Layouts of both languages: rendered by MkDocs in a process of its own, cached by what they are made from.

``start`` begins before the records are read; ``LayoutJob.result`` waits. The cache is ``.cache/layouts/FINGERPRINT``:
a folder of each language, and the file ``complete`` with all digests. A folder gets its name only when it is complete.
"""

import hashlib
import json
import os
import re
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from investment_portal.cache.checked_files import CheckedFolder, Damaged, load, save
from investment_portal.cache.inputs import THEME, Scan
from investment_portal.cache.store import FOLDER
from investment_portal.content.theme_files import OVERRIDES, PARTS, SHARED_STYLES
from investment_portal.languages import LANGUAGES, Language
from investment_portal.pages.shortcode_pattern import SHORTCODE
from investment_portal.rendering.assets import AssetNames, with_published_names
from investment_portal.rendering.layout import PLACEHOLDER, Layout
from investment_portal.value import Value

if TYPE_CHECKING:
    from investment_portal.rendering.layout_settings import Settings

PROGRAM = Path(__file__).with_name("layouts_program.py")
INPUTS = ("mkdocs.yml", "mkdocs.en.yml", *(f"docs/{language}" for language in LANGUAGES))

LIBRARIES = frozenset(
    {
        *("babel", "backrefs", "certifi", "charset_normalizer", "click", "colorama", "ghp_import", "idna", "jinja2"),
        *("markdown", "markupsafe", "mergedeep", "mkdocs", "mkdocs_get_deps", "mkdocs_material"),
        *("mkdocs_material_extensions", "packaging", "paginate", "pathspec", "platformdirs", "pygments"),
        *("pymdown_extensions", "python_dateutil", "pyyaml", "pyyaml_env_tag", "requests", "tzdata", "urllib3"),
        "six",
        "watchdog",
    }
)
"""MkDocs, Material and all that they require. A test compares the list with the installed packages."""

LAYOUT = "_frame"
"""Folder of the page that is the layout of its column's records."""

COMPLETE, WRITER = "complete", "layouts-1"
UNFINISHED = "new-"


class LayoutsFailed(Exception):  # noqa: N818 - what failed is the renderer; the text is what it said
    """MkDocs refused the pages or their settings."""


class LayoutFiles(Mapping[str, Layout]):
    """Layouts by name, each parsed when a page first needs it."""

    def __init__(
        self,
        folder: CheckedFolder,
        files: Mapping[str, str],
        placeholder: re.Pattern[str],
        assets: AssetNames | None = None,
    ) -> None:
        """Take the file of each layout, the pattern of its placeholders, and the names of styles and scripts."""
        self._folder, self._files, self._placeholder, self._assets = folder, files, placeholder, assets or {}
        self._parsed: dict[str, Layout] = {}

    def with_assets(self, assets: AssetNames) -> "LayoutFiles":
        """Return the same layouts, which link to styles and scripts by these names."""
        return LayoutFiles(self._folder, self._files, self._placeholder, assets)

    def __getitem__(self, name: str) -> Layout:
        """Return a layout; raise ``Damaged`` where its file is not what was rendered."""
        if name not in self._parsed:
            html = self._folder.read(self._file(name)).decode()
            self._parsed[name] = Layout.parse(with_published_names(html, self._assets), self._placeholder)
        return self._parsed[name]

    def digest(self, name: str) -> str:
        """Return the digest of a layout's file, without reading it."""
        return self._folder.digests[self._file(name)]

    def _file(self, name: str) -> str:
        """Return the file of a layout; raise ``Damaged`` where it was deleted while the others were made."""
        if name not in self._files:
            raise Damaged(str(self._folder.path / name))
        return self._files[name]

    def __iter__(self) -> Iterator[str]:
        """Iterate over the names."""
        return iter(self._files)

    def __len__(self) -> int:
        """Return the number of layouts."""
        return len(self._files)


class LayoutSet(Value):
    """The layouts and files that MkDocs rendered for one language."""

    columns: LayoutFiles
    """Layouts of record pages by column: ``projects``, ``projects/page``."""
    content_pages: LayoutFiles
    """Hand-written pages, with placeholders for their shortcodes, by path: ``about/index.html``."""
    files: Sequence[str]
    """Paths of styles, scripts and images; both languages use those of the first."""
    folder: CheckedFolder
    """Content and digest of every file."""

    @property
    def fingerprint(self) -> str:
        """Return a hash of everything in the set."""
        return hashlib.sha256(repr(sorted(self.folder.digests.items())).encode()).hexdigest()[:32]

    def with_assets(self, assets: AssetNames) -> "LayoutSet":
        """Return the same layouts, which link to styles and scripts by these names."""
        columns, pages = self.columns.with_assets(assets), self.content_pages.with_assets(assets)
        return LayoutSet(columns, pages, self.files, self.folder)


class LayoutJob:
    """Layouts that may still be rendering."""

    def __init__(self, root: Path, scan: Scan) -> None:
        """Take the portal and the state of its files."""
        self._root, self._scan = root, scan
        self._cache = root / FOLDER / "layouts"
        self._settings: Settings | None = None
        self._process: _Process | None = None

    def start(self) -> None:
        """Start rendering unless the layouts of the expected settings are cached, or the settings have an error."""
        last = self._last_settings()
        if last is None:
            self._process = _Process(self._cache)  # imports MkDocs while the settings are read
        from investment_portal.rendering.layout_settings import expected_settings  # noqa: PLC0415 - see above

        settings = expected_settings(self._root, None if last is None else last[LANGUAGES[0]]["empty"])
        if settings is not None:
            self._render(settings)

    def result(self, settings: "Settings") -> dict[Language, LayoutSet]:
        """Wait for the layouts of these settings; render them again where other settings were expected.

        Raise ``LayoutsFailed`` with what MkDocs objects to, OSError where a file cannot be written.
        """
        if settings != self._settings:
            self.stop()
            self._render(settings)
        folder = self._folder(settings)
        process, self._process = self._process, None
        digests = process.finish(folder, settings) if process else load(folder / COMPLETE, WRITER)["digests"]
        for path in self._cache.iterdir():
            if path != folder:
                shutil.rmtree(path, ignore_errors=True)
        return {language: _layout_set(folder / language, digests[language], language) for language in LANGUAGES}

    def _render(self, settings: "Settings") -> None:
        """Start rendering, unless the layouts are cached."""
        self._settings = settings
        if load(self._folder(settings) / COMPLETE, WRITER) is None:
            self._process = self._process or _Process(self._cache)
            self._process.begin(self._root, settings)

    def stop(self) -> None:
        """Stop a process that was not waited for."""
        if self._process:
            self._process.stop()
            self._process = None

    def _last_settings(self) -> "Settings | None":
        """Return the settings of the layouts in the cache."""
        folders = sorted(self._cache.iterdir()) if self._cache.is_dir() else []
        entries = (load(folder / COMPLETE, WRITER) for folder in folders if not folder.name.startswith(UNFINISHED))
        return next((entry["settings"] for entry in entries if entry), None)

    def _folder(self, settings: "Settings") -> Path:
        """Return the cache folder of the layouts of these settings."""
        fingerprint = hashlib.sha256(self._inputs)
        fingerprint.update(json.dumps(settings, ensure_ascii=False, sort_keys=True).encode())
        return self._cache / fingerprint.hexdigest()[:32]

    @cached_property
    def _inputs(self) -> bytes:
        """All that the layouts are made from but the settings."""
        theme = [name for name in self._scan.digests if _is_layout_file(name)]
        digest = self._scan.digest(*INPUTS, *theme)
        return b"\0".join([WRITER.encode(), digest.encode(), PROGRAM.read_bytes(), *_libraries()])


class _Process:
    """The process that renders; it waits for its job while nothing but its imports can be done."""

    def __init__(self, folder: Path) -> None:
        """Start it; it will render into a new folder below ``folder``."""
        import subprocess  # noqa: PLC0415 - only where layouts are rendered

        self._out = folder / f"{UNFINISHED}{os.urandom(8).hex()}"
        self._out.mkdir(parents=True)
        # -P: the modules beside the program must not be mistaken for libraries.
        command = [sys.executable, "-P", "-X", "utf8", str(PROGRAM)]
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(  # noqa: S603 - our own program
            command, stdin=pipe, stdout=pipe, stderr=pipe, text=True, encoding="utf-8"
        )

    def begin(self, root: Path, settings: "Settings") -> None:
        """Send the job."""
        job = {"root": str(root), "out": str(self._out), "languages": settings}
        with suppress(BrokenPipeError):  # it ended: ``finish`` says why
            if self._process.stdin:
                self._process.stdin.write(json.dumps(job) + "\n")
                self._process.stdin.flush()

    def finish(self, folder: Path, settings: "Settings") -> dict[Language, dict[str, str]]:
        """Wait; rename the finished folder to ``folder`` and return all digests."""
        written, errors = self._process.communicate()
        try:
            if self._process.returncode:
                raise RuntimeError(f"{PROGRAM.name} ended with {self._process.returncode}:\n{errors}")
            report = json.loads(written)
            if "refused" in report:
                raise LayoutsFailed(report["refused"])
            if "unwritable" in report:
                raise OSError(report["unwritable"])
            digests: dict[Language, dict[str, str]] = report["digests"]
            save(self._out / COMPLETE, WRITER, {"settings": settings, "digests": digests})
            shutil.rmtree(folder, ignore_errors=True)
            self._out.rename(folder)
            return digests
        finally:
            shutil.rmtree(self._out, ignore_errors=True)

    def stop(self) -> None:
        """Stop the process, and delete its output."""
        self._process.kill()
        self._process.communicate()
        shutil.rmtree(self._out, ignore_errors=True)


@contextmanager
def start(root: Path, scan: Scan) -> Iterator[LayoutJob]:
    """Start rendering the layouts of a portal unless they are cached; the end of the block stops the process."""
    job = LayoutJob(root, scan)
    try:
        job.start()
        yield job
    finally:
        job.stop()


def _layout_set(folder: Path, digests: Mapping[str, str], language: Language) -> LayoutSet:
    columns, pages, files = {}, {}, []
    for name in digests:
        parts = name.split("/")
        if not name.endswith(".html"):
            files.append(name)
        elif parts[-2:-1] == [LAYOUT]:
            columns["/".join(parts[:-2])] = name
        else:
            pages[name] = name
    checked = CheckedFolder(folder, digests)
    return LayoutSet(
        LayoutFiles(checked, columns, PLACEHOLDER),
        LayoutFiles(checked, pages, SHORTCODE),
        files if language == LANGUAGES[0] else [],
        checked,
    )


def _is_layout_file(name: str) -> bool:
    """Return whether an input file belongs to the part of the theme, or of what overrides it, that MkDocs reads."""
    top, *below = name.split("/")
    shared = below[:1] == ["assets"] and below[-1].removesuffix(".css") in SHARED_STYLES
    return top in {THEME, OVERRIDES} and below[0] not in PARTS and not shared


def _libraries() -> Iterator[bytes]:
    """Yield Python's version and each of the libraries with its version, from the names of their folders."""
    yield sys.version.encode()
    for place in sys.path:
        if place.endswith(("site-packages", "dist-packages")) and os.path.isdir(place):  # noqa: PTH112 - quicker
            for name in sorted(os.listdir(place)):  # noqa: PTH208 - the same
                library = re.sub(r"[-_.]+", "_", name.partition("-")[0]).lower()
                if library in LIBRARIES and name.endswith((".dist-info", ".egg-info")):
                    yield name.encode()
