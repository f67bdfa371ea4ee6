"""The projects of a sector, park or desk on its page: the weightiest as cards, the list for all where they are many."""

from catalog.views.cards import project_card
from catalog.views.compose import cards_and_more
from catalog.views.context import Context
from catalog.views.listing.divided import narrowed
from catalog.views.parts import Jump, Link, Part
from investment_portal.domain.excerpts import GroupExcerpt

OPEN = 6
"""Projects shown before the others fold away."""


def own_projects(context: Context, group: GroupExcerpt, key: str, facet: str) -> list[Part]:
    """Return the projects of a group; ``facet`` is what the list is narrowed by to show the same ones."""
    words = context.words
    shown = [project_card(context, one) for one in group.first]
    found = cards_and_more(shown, OPEN, lambda folded: words.count("place_more_projects", folded))
    if group.count <= len(group.first):
        return found
    return [*found, Jump(words["place_in_list"], [Link(words["place_all_projects"], narrowed(context, facet, key))])]
