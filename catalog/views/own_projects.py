"""The projects of a sector, park or desk on its page: the weightiest as cards, the list for all where they are many."""

from catalog.derive.gathered import Groups
from catalog.views.cards import project_card
from catalog.views.compose import cards_and_more
from catalog.views.context import Context
from catalog.views.listing.divided import narrowed
from catalog.views.parts import Jump, Link, Part

OPEN = 6
"""Projects shown before the others fold away."""

MOST = 60
"""Projects on the page, folded ones among them: of more, a reader wants filters rather than a longer page."""


def own_projects(context: Context, groups: Groups, key: str, facet: str) -> list[Part]:
    """Give the projects of a group; ``facet`` is what the list is narrowed by to show the same ones."""
    words, count = context.words, groups.count(key)
    shown = [project_card(context, one) for one in groups.first(key, MOST)]
    found = cards_and_more(shown, OPEN, lambda folded: words.count("place_more_projects", folded))
    if count <= MOST:
        return found
    return [*found, Jump(words["place_in_list"], [Link(words["place_all_projects"], narrowed(context, facet, key))])]
