"""Marks that an unfinished merge leaves in a file: lines of ``<<<<<<<``, ``|||||||``, ``=======`` and ``>>>>>>>``."""

import re
from collections.abc import Iterator

from investment_portal.content.text import Fault
from investment_portal.languages import Sentence

MARK = re.compile(r"^(?:[ \t]*(<{7}|>{7})(?=[ \r\n]|\Z)|(\|{7})(?=[ \r\n]|\Z)|(={7})[ \t\r]*$)", re.MULTILINE)
SURE = re.compile(r"^[ \t]*(?:[<>]{7}(?=[ \r\n]|\Z)|\|{7} \w)", re.MULTILINE)
"""Marks that stand for nothing else; in a page ``=======`` may underline a heading, ``|||||||`` be an empty row."""

CHOOSE = Sentence(
    "两份内容只留一份，再删去 <<<<<<<、=======、>>>>>>> 这几行。",
    "Keep one of the two versions, then delete the lines <<<<<<<, ======= and >>>>>>>.",
)


def merge_faults(text: str, *, page: bool = False) -> tuple[list[Fault], str]:
    """Return a fault for every conflict, at its first mark, and the text with the first version of each.

    Lines keep their numbers. In a ``page`` a line that can be something else counts only among sure marks.
    """
    marks = [] if page and not SURE.search(text) else list(_marks(text))
    lines = text.split("\n")
    faults: list[Fault] = []
    inside, dropped_from = False, 0
    for number, sign in marks:
        begins = sign == "<<<<<<<"
        if begins or not inside:
            faults.append(_fault(number, lines[number - 1], sign))
        if dropped_from and sign == ">>>>>>>":
            lines[dropped_from - 1 : number] = [""] * (number - dropped_from + 1)
            dropped_from = 0
        elif inside and sign in {"|||||||", "======="}:
            dropped_from = dropped_from or number
        lines[number - 1] = ""
        inside = begins or (inside and sign != ">>>>>>>")
    return faults, "\n".join(lines)


def _marks(text: str) -> Iterator[tuple[int, str]]:
    """Yield the line and the signs of each mark."""
    for number, line in enumerate(text.split("\n") if MARK.search(text) else (), 1):
        match = MARK.match(line)
        if match:
            yield number, next(filter(None, match.groups()))


def _fault(number: int, line: str, sign: str) -> Fault:
    sentence = Sentence(
        f"这里有合并冲突的标记“{sign}”：两份内容还没有选定一份。",
        f"There is a merge conflict mark here (“{sign}”): two versions are left, and one must be chosen.",
    )
    return Fault("conflict-mark", sentence, CHOOSE, number, line.index(sign) + 1)
