"""Projects: the whole list, grouped by sector, and the featured ones."""

from catalog.derive.totals import on_offer, published, total
from catalog.show.values import show
from catalog.views.cards import project_card
from catalog.views.context import Context
from catalog.views.finder import finder
from catalog.views.order import by_weight
from catalog.views.parts import Cards, Fact, KeyFigures, Link, Section
from catalog.views.shortlist import shortlist_links
from catalog.views.slots.slot import Blocks, Slot


def whole_list(context: Context) -> Blocks:
    """Give every project, the largest first within its sector; those no longer on offer come last."""
    words, language = context.words, context.language
    projects = published(context.catalog)
    open_ = [project for project in projects if on_offer(project, context.day)]
    closed = [project for project in projects if not on_offer(project, context.day)]
    sum_ = total(open_, context.catalog.site)
    figures = [
        Fact(words["projects_count"], str(sum_.projects)),
        Fact(words["total_investment"], show(sum_.investment, language)),
    ]
    sections = []
    for sector in context.catalog.sectors.values():
        own = by_weight(project for project in open_ if project.sector == sector.id)
        if own:
            share = total(own, context.catalog.site)
            note = words("group_note", count=share.projects, sum=show(share.investment, language))
            sections.append(
                Section(
                    sector.id, sector.name.in_(language), [Cards([project_card(context, one) for one in own])], note
                )
            )
    if closed:
        sections.append(
            Section(
                "closed", words["closed_projects"], [Cards([project_card(context, one) for one in by_weight(closed)])]
            )
        )
    return [KeyFigures(figures), shortlist_links(context), finder(context, sections), *sections]


def featured(context: Context) -> Blocks:
    """Give the projects with the greatest weight, as many as the settings say."""
    words = context.words
    chosen = by_weight(project for project in published(context.catalog) if on_offer(project, context.day))[
        : context.catalog.site.featured
    ]
    more = Link(words.count("all_projects", len(published(context.catalog))), context.href("projects/"))
    return [Section("featured", words["featured"], [Cards([project_card(context, one) for one in chosen], more=more)])]


SLOTS = (Slot("project-list", whole_list), Slot("featured-projects", featured))
