"""Which files of a portal hold records."""

import re
from collections.abc import Iterator
from pathlib import Path

from catalog.languages import Sentence
from catalog.model.kinds import KINDS, Kind
from catalog.model.reference import ID_PATTERN
from catalog.problems import Problem

SITE = "district/site.yaml"


def record_files(root: Path, kind: Kind) -> Iterator[Path]:
    """Give the files of one kind, sorted by name."""
    place = root / kind.place
    if kind.is_file:
        yield place
    elif place.is_dir():
        yield from sorted(path for path in place.iterdir() if path.suffix in (".yaml", ".yml") and not path.name.startswith("."))


def name_problem(path: Path, root: Path) -> Problem | None:
    """Refuse a file whose name cannot be an id."""
    if path.suffix == ".yaml" and re.fullmatch(ID_PATTERN, path.stem):
        return None
    return Problem(
        path.relative_to(root).as_posix(), 0, 0, "bad-id", "",
        Sentence(f"文件名“{path.name}”不能用作编号。", f"The file name “{path.name}” cannot be an id."),
        Sentence("用小写字母、数字和连字符，后缀 .yaml，例如 smart-terminal-park.yaml。", "Use small letters, digits and hyphens, and .yaml at the end, as in smart-terminal-park.yaml."),
    )  # fmt: skip


def all_inputs(root: Path) -> list[Path]:
    """Give every file that the catalogue is read from."""
    return [root / SITE, *(path for kind in KINDS.values() for path in record_files(root, kind))]
