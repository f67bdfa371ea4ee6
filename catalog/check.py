"""One check of a portal: all its problems, what was found before and still holds included."""

from datetime import date
from pathlib import Path

from catalog.examine import examine, examine_again
from catalog.kept.kept import forget, kept
from catalog.kept.scan import Scan
from catalog.kept.store import Damaged
from catalog.load.recall import recall_portal
from catalog.problems import Problem
from catalog.publish.alone import alone_in


def problems_now(root: Path, day: date) -> list[Problem]:
    """Give all problems of the portal at ``root`` on ``day``, sorted by place, each once."""
    with alone_in(root):
        try:
            return _problems(root, day)
        except OSError:  # a portal beside which nothing can be kept
            return examine(root, day)[1]
        except Damaged:
            forget(root)
            return _problems(root, day)


def _problems(root: Path, day: date) -> list[Problem]:
    with kept(root, Scan(root)) as found:
        portal = recall_portal(root, found.scan, found.pack)
        problems, _ = examine_again(portal, found, day)
        found.keep()
    return problems
