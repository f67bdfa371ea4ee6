"""Whom a policy serves: the sectors with their projects on offer, and the projects that name it."""

from catalog.derive.coverage import reaches
from catalog.derive.projects_of import naming, offered_count
from catalog.model.policy import Policy
from catalog.show.values import show
from catalog.views.cards import project_card
from catalog.views.context import Context
from catalog.views.parts import Cards, Cell, Link, Part, Section, Table

MOST = 3


def serves(context: Context, policy: Policy) -> Section:
    """Give each sector that the policy reaches with what is on offer there, then projects that name the policy."""
    words, language, catalog = context.words, context.language, context.catalog
    rows, count = [], 0
    for sector in catalog.sectors.values():
        if not reaches(policy, sector.id):
            continue
        own = offered_count(catalog, context.day, sector.id)
        count += own
        link = Link(sector.name.in_(language), context.record_href("sector", sector.id))
        rows.append([Cell(link), Cell(show(own, language), number=True)])
    head = [words["sector"], words["policy_on_offer"]]
    parts: list[Part] = [Table(words["policy_serves_caption"], head, rows)] if rows else []
    named, weightiest = naming(catalog, context.day, policy.id, MOST)
    if named:
        parts.append(Cards([project_card(context, one) for one in weightiest]))
    note = words.count("policy_serves_note", count) if rows else ""
    if named:
        note += words.count("policy_named_note", named)
    return Section("serves", words["policy_serves"], parts, note)
