"""The cache of a portal: the folder ``.cache`` beside its records."""

import shutil
from pathlib import Path

FOLDER = ".cache"


def discard(root: Path) -> None:
    """Delete everything in the cache but the site that is being served."""
    folder = root / FOLDER
    for path in folder.iterdir() if folder.is_dir() else ():
        if path.is_dir() and path.name != "serve":
            shutil.rmtree(path, ignore_errors=True)
        elif not path.is_dir():
            path.unlink(missing_ok=True)
