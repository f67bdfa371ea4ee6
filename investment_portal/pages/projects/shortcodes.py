"""Projects: the whole list, which readers narrow, and the featured ones."""

from investment_portal.components.cards import project_card
from investment_portal.components.context import Context
from investment_portal.components.parts import Cards, Link, Section
from investment_portal.components.sections import none_yet
from investment_portal.domain.summary import ProjectSummary
from investment_portal.pages.compare.selection import shortlist_links
from investment_portal.pages.dataset import Dataset, Excerpt
from investment_portal.pages.projects.list import WholeListExcerpt, whole, whole_list_excerpt
from investment_portal.pages.shortcode import Blocks, Shortcode


class Featured(Excerpt):
    """The weightiest projects on offer, and how many projects there are."""

    projects: tuple[ProjectSummary, ...]
    count: int


def _featured(data: Dataset) -> Featured:
    return Featured(data.index.offered_first(data.catalog.site.featured), data.index.published_total().projects)


def whole_list(context: Context, excerpt: WholeListExcerpt) -> Blocks:
    """Return every project: filtered by scripts, grouped without them."""
    if not excerpt.facets.projects:
        return none_yet(context)
    return [shortlist_links(context), whole(context, excerpt)]


def featured(context: Context, excerpt: Featured) -> Blocks:
    """Return the projects with the greatest weight, up to the number of the settings."""
    if not excerpt.projects:
        return []
    words = context.words
    more = Link(words.count("all_projects", excerpt.count), context.href("projects/"))
    cards = Cards([project_card(context, project) for project in excerpt.projects], more=more)
    return [Section("featured", words["featured"], [cards])]


SHORTCODES = (
    Shortcode("project-list", whole_list, whole_list_excerpt),
    Shortcode("featured-projects", featured, _featured),
)
