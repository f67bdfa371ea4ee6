"""The finder: one box that narrows a list to what contains the words, and the way to each group of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from catalog.views.context import Context
from catalog.views.parts import Link, Part, Section


@dataclass(frozen=True, slots=True)
class Finder(Part):
    """A search box and links to the groups of the list below; on a phone both wait in a drawer.

    Without a script the box is hidden by the styles, and the links still lead to the groups.
    """

    component = "finder"
    title: str
    label: str
    none: str
    found: str
    links: Sequence[Link]
    script: str


def finder(context: Context, groups: Sequence[Section]) -> Finder:
    """Make the finder of a list from its groups."""
    words = context.words
    links = [Link(group.title, f"#{group.id}") for group in groups]
    script = context.script("finder")
    return Finder(words["find_projects"], words["find_label"], words["find_none"], words["find_found"], links, script)
