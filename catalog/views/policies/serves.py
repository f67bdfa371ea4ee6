"""Whom a policy serves: the sectors with their projects on offer, and the projects that name it."""

from catalog.show.values import show
from catalog.views.cards import project_card
from catalog.views.context import Context
from catalog.views.parts import Cards, Cell, Link, Part, Section, Table
from investment_portal.domain.excerpts import PolicyExcerpt


def serves(context: Context, own: PolicyExcerpt) -> Section:
    """Return each sector that the policy reaches with what is on offer there, then projects that name the policy."""
    words, language = context.words, context.language
    rows = []
    for id_, offered in own.offered.items():
        sector = context.catalog.sectors[id_]
        link = Link(sector.name.in_(language), context.record_href("sector", sector.id))
        rows.append([Cell(link), Cell(show(offered, language), number=True)])
    head = [words["sector"], words["policy_on_offer"]]
    parts: list[Part] = [Table(words["policy_serves_caption"], head, rows)] if rows else []
    if own.naming:
        parts.append(Cards([project_card(context, one) for one in own.first]))
    note = words.count("policy_serves_note", sum(own.offered.values())) if rows else ""
    if own.naming:
        note += words.count("policy_named_note", own.naming)
    return Section("serves", words["policy_serves"], parts, note)
