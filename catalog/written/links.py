"""A link in a page leads to a page or file of the portal, or to another site."""

import posixpath
import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from pathlib import PurePosixPath

from catalog.languages import NOTHING, Sentence, own_path
from catalog.problems import Problem
from catalog.written.page import FRAME, WrittenPage
from catalog.written.rule import PageRule, Written

LINK = re.compile(
    r"""
    \]\(\s*<?(?P<inline>[^)\s>]+)                     # [text](address)
    | ^[ ]{0,3}\[[^\]]+\]:\s*<?(?P<reference>[^\s>]+)  # [text]: address
    | \s(?:href|src)="(?P<html>[^"]+)"                 # <a href="address">
    """,
    re.MULTILINE | re.VERBOSE,
)
ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//|#|\?", re.IGNORECASE)
ALIKE = 0.75
"""How much a known address must resemble the one in a link before a hint names it."""

RELATIVE = Sentence("改成相对地址，例如 ../projects/。", "Make it relative, as ../projects/.")


def check(written: Written) -> Iterator[Problem]:
    """Find links to what is not there."""
    for page in written.pages:
        for match in LINK.finditer(page.prose):
            found = match.lastgroup or "inline"
            said = None if ELSEWHERE.match(match[found]) else _fault(written, page, match[found])
            if said:
                yield page.problem("dead-link", match.start(found), *said)


def _fault(written: Written, page: WrittenPage, link: str) -> tuple[Sentence, Sentence] | None:
    path = re.split("[#?]", link)[0]
    if path.startswith("/"):
        return Sentence(f"链接“{link}”不得以 / 开头。", f"The link “{link}” must not begin with a slash."), RELATIVE
    if path.endswith(".md"):
        folder = written.root / "docs" / page.language
        target = posixpath.normpath(posixpath.join(posixpath.dirname(page.name), path))
        names = {one.name for one in written.pages if one.language == page.language and not one.is_frame}
        unreadable = not target.startswith("..") and PurePosixPath(target).name != FRAME and (folder / target).is_file()
        if target in names or unreadable:
            return None
        return _say(link), _near(target, names)
    name = PurePosixPath(path).name
    if "." in name.strip("."):
        return None if _is_file(written, page, path) else (_say(link), NOTHING)
    target = posixpath.normpath(posixpath.join(page.address, path)).removeprefix(".")
    target = f"{target}/" if target else ""
    if target in written.addresses:
        return None
    return _say(link), _near(target, written.addresses)


def _is_file(written: Written, page: WrittenPage, path: str) -> bool:
    """Say whether a file stands beside the page; MkDocs takes the address from the file, HTML from the page."""
    for base in (posixpath.dirname(page.name), page.address.removeprefix(own_path(page.language))):
        target = posixpath.normpath(posixpath.join(base, path))
        if (written.root / "docs" / page.language / target).is_file():
            return True
    return False


def _near(target: str, known: Iterable[str]) -> Sentence:
    """Ask for an address of the same depth, where one is much alike."""
    found = get_close_matches(target, [one for one in known if one.count("/") == target.count("/")], 1, ALIKE)
    return Sentence(f"是不是“{found[0]}”？", f"Did you mean “{found[0]}”?") if found else NOTHING


def _say(link: str) -> Sentence:
    return Sentence(f"链接“{link}”指向的页面不存在。", f"The link “{link}” leads to nothing.")


RULE = PageRule("dead-link", Sentence("页面里的链接必须有目标。", "A link in a page leads somewhere."), check)
