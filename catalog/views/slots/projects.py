"""Projects: the whole list, which readers narrow, and the featured ones."""

from catalog.derive.projects_of import offered, published_count
from catalog.views.cards import project_card
from catalog.views.context import Context
from catalog.views.listing.whole import whole
from catalog.views.parts import Cards, Link, Section
from catalog.views.shortlist import shortlist_links
from catalog.views.slots.slot import Blocks, Slot


def whole_list(context: Context) -> Blocks:
    """Give every project: narrowed by those who have scripts, grouped for all."""
    return [shortlist_links(context), whole(context)]


def featured(context: Context) -> Blocks:
    """Give the projects with the greatest weight, as many as the settings say."""
    words = context.words
    chosen = offered(context.catalog, context.day, context.catalog.site.featured)
    more = Link(words.count("all_projects", published_count(context.catalog)), context.href("projects/"))
    return [Section("featured", words["featured"], [Cards([project_card(context, one) for one in chosen], more=more)])]


SLOTS = (Slot("project-list", whole_list), Slot("featured-projects", featured))
