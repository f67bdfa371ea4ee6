"""Related projects, each with the reason why an investor in the one may look at the other."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from catalog.views.context import Context
from investment_portal.domain.summary import ProjectSummary


class Reasoned(NamedTuple):
    """A project and why it stands here."""

    project: ProjectSummary
    reason: str


def related(context: Context, shown: Iterable[tuple[ProjectSummary, tuple[str, ...]]]) -> Iterator[Reasoned]:
    """Yield a few projects, those nearest first."""
    words = context.words
    for other, ties in shown:
        yield Reasoned(other, words["separator"].join(words[f"project_{tie}"] for tie in ties))
