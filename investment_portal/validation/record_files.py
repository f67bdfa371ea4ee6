"""Which files of a portal hold records."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from investment_portal.characters import HALF_WIDTH
from investment_portal.content.paths import is_usable, name_problem
from investment_portal.content.text import not_opened
from investment_portal.languages import NOTHING, Sentence
from investment_portal.models.kinds import KINDS, Kind
from investment_portal.models.reference import ID_FORM, ID_PATTERN
from investment_portal.problems import Problem

SITE = "district/site.yaml"
SUFFIX = re.compile(r"\.ya?ml(?:\.[a-z]+)?$", re.IGNORECASE)
"""Names that look like records, also where the suffix is written wrongly (``.yml``, ``.YAML``, ``.yaml.txt``)."""

NAMING = Sentence(
    "用小写字母、数字和连字符，后缀 .yaml，例如 smart-terminal-park.yaml。",
    "Use small letters, digits and hyphens, and .yaml at the end, as in smart-terminal-park.yaml.",
)
MOVE = Sentence("把里面的文件移到上一级。", "Move its files one level up.")
RENAME = Sentence("请换一个编号。", "Choose another id.")


def record_files(root: Path, kind: Kind) -> Iterator[Path]:
    """Yield the files of one kind, sorted by name; also those, and folders, that stand there by mistake."""
    place = root / kind.place
    if kind.is_file:
        yield place
        return
    try:
        with os.scandir(place) as listing:
            # A link that cannot be followed is no folder: os.path.isdir() raises nothing.
            names = sorted(
                entry.name
                for entry in listing
                if SUFFIX.search(entry.name) or os.path.isdir(entry.path) or not is_usable(entry.name)  # noqa: PTH112
            )
    except OSError:
        return
    for name in names:
        if not name.startswith((".", "_")):
            yield place / name


def folder_problem(root: Path, kind: Kind) -> Problem | None:
    """Return why the folder of a kind cannot be read; a folder that is not there holds no records."""
    place = root / kind.place
    if kind.is_file or not os.path.lexists(place):
        return None
    try:
        with os.scandir(place):
            return None
    except (FileNotFoundError, NotADirectoryError):
        sentence = Sentence(f"“{kind.place}”应为文件夹，实际不是。", f"“{kind.place}” must be a folder; it is not.")
        return Problem(kind.place, 0, 0, "unreadable", "", sentence)
    except OSError as error:
        fault = not_opened(error, folder=True).fault
        return Problem(kind.place, 0, 0, fault.rule, "", fault.sentence, fault.hint)


def is_id(text: str) -> bool:
    """Return whether a word can be an id."""
    return len(text) <= ID_FORM.longest and re.fullmatch(ID_PATTERN, text) is not None


def owner_of(name: str) -> tuple[str, str] | None:
    """Return the kind of the records of a file and the id of its record; a file that lists several has none."""
    if name == SITE:
        return "site", "site"
    folder, _, file = name.rpartition("/")
    id_ = file.removesuffix(".yaml")
    for kind in KINDS.values():
        if kind.is_file and name == kind.place:
            return kind.name, ""
        if not kind.is_file and folder == kind.place and file.endswith(".yaml") and is_id(id_):
            return kind.name, id_
    return None


def _named_well(name: str) -> Sentence:
    """Return a hint with the name that a file should have; nothing where it has Chinese or other signs."""
    stem = SUFFIX.sub("", name).translate(HALF_WIDTH).lower()
    id_ = re.sub(r"[\s_.()]+", "-", stem).strip("-")
    if not is_id(id_):
        return NOTHING
    return Sentence(f"改名为“{id_}.yaml”。", f"Rename it to “{id_}.yaml”.")


def id_problem(path: Path, root: Path, kind: Kind) -> Problem | None:
    """Return why a file's name cannot be an id, or that it is a folder."""
    name = path.relative_to(root).as_posix()
    if not is_usable(path.name):
        return name_problem(name)
    if os.path.isdir(path):  # noqa: PTH112 - raises nothing
        sentence = Sentence(
            f"这里应只有记录文件，“{path.name}”是文件夹。", f"Only record files belong here; “{path.name}” is a folder."
        )
        return Problem(name, 0, 0, "bad-id", "", sentence, MOVE)
    if path.suffix != ".yaml" or not is_id(path.stem):
        sentence = Sentence(
            f"文件名应为“编号.yaml”，实际是“{path.name}”。", f"A file is named ID.yaml; got “{path.name}”."
        )
        return Problem(name, 0, 0, "bad-id", "", sentence, _named_well(path.name) or NAMING)
    if path.stem in kind.reserved:
        sentence = Sentence(
            f"编号“{path.stem}”留给门户自己的页面，不能用。",
            f"The id “{path.stem}” is kept for a page of the portal itself.",
        )
        return Problem(name, 0, 0, "bad-id", "", sentence, RENAME)
    return None
