"""Related projects, each with the reason why an investor in the one may look at the other."""

from collections.abc import Iterator
from typing import NamedTuple

from catalog.derive.beside import beside
from catalog.model.project import Project
from catalog.views.context import Context


class Reasoned(NamedTuple):
    """A project and why it stands here."""

    project: Project
    reason: str


def related(context: Context, project: Project) -> Iterator[Reasoned]:
    """Give a few projects, those nearest first."""
    words = context.words
    for other, ties in beside(context.catalog, project, context.day).related:
        yield Reasoned(other, words["separator"].join(words[f"project_{tie}"] for tie in ties))
