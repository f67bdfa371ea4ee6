"""Files of the theme, each replaced by the file of the same path in the portal's folder ``overrides``."""

from pathlib import Path

THEME = Path(__file__).parent.parent / "theme"
OVERRIDES = "overrides"

PARTS = frozenset({"pages", "scripts", "styles", "words"})
"""Folders of the theme that the generator reads itself; all else in the theme is for MkDocs."""

SHARED_STYLES = ("tokens", "base", "shell", "parts", "pages", "charts", "art")
"""Style sheets below ``assets/`` that all pages load, joined in this order."""


def theme_files(root: Path, part: str) -> dict[str, Path]:
    """Return the files of a part of the theme by their paths in it, sorted: the portal's own, else the theme's."""
    files = {}
    for folder in (THEME / part, root / OVERRIDES / part):
        for path in folder.rglob("*"):
            if not path.name.startswith(".") and path.is_file():
                files[path.relative_to(folder).as_posix()] = path
    return dict(sorted(files.items()))


def shown_path(path: Path, root: Path) -> str:
    """Return the path of a theme file for messages: relative to the portal, or to the folder of the package."""
    top = THEME.parent.parent if path.is_relative_to(THEME) else root
    return path.relative_to(top).as_posix()
