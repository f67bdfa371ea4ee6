"""Results by region: which figures concern it, and how many contacts are there for it."""

from collections.abc import Sequence
from decimal import Decimal

from investment_portal.components.charts.bars import Bar, Bars
from investment_portal.components.charts.scale import captioned, shares
from investment_portal.components.context import Context
from investment_portal.components.figures import figure_anchor, figure_text
from investment_portal.components.parts import Cell, Link, Section, Table
from investment_portal.domain.routes import lineage
from investment_portal.formatting.values import show
from investment_portal.models.contact import Contact
from investment_portal.models.controlled_values import ContactKind
from investment_portal.models.result import Figure, Result

NETWORK = (ContactKind.STATION, ContactKind.GROUP, ContactKind.REPRESENTATIVE)
"""Kinds of contact that serve a region rather than the whole district."""


def regions_section(context: Context, result: Result) -> Section:
    """Return the contacts of each region as bars, and the figures that name a region in a table."""
    words = context.words
    named = [figure for figure in result.figures if figure.regions]
    if not named:
        return Section(f"{result.id}-regions", words["result_regions"], [])
    contacts = _by_root(context)
    note = words["result_regions_note"]
    if any(contact.example for group in contacts.values() for contact in group):
        note += words["change_gap"] + words["result_regions_example"]
    parts = [_bars(context, contacts), _table(context, result, named)]
    return Section(f"{result.id}-regions", words["result_regions"], parts, note)


def _by_root(context: Context) -> dict[str, list[Contact]]:
    """Group the contacts of the network by their largest region."""
    contacts: dict[str, list[Contact]] = {}
    for contact in context.catalog.contacts.values():
        if contact.kind in NETWORK and contact.regions != "all" and contact.reachable(context.day):
            for root in dict.fromkeys(lineage(context.catalog, id_)[-1] for id_ in contact.regions):
                contacts.setdefault(root, []).append(contact)
    return {id_: contacts[id_] for id_ in context.catalog.origins if id_ in contacts}


def _bars(context: Context, contacts: dict[str, list[Contact]]) -> Bars:
    language = context.language
    amounts = [Decimal(len(group)) for group in contacts.values()]
    drawn = [
        Bar(context.catalog.origins[id_].name.in_(language), str(len(group)), width, _kinds(context, group))
        for (id_, group), width in zip(contacts.items(), shares(amounts), strict=True)
    ]
    return Bars(captioned(context, context.words["result_contacts"], context.words["result_contacts_unit"]), drawn)


def _kinds(context: Context, contacts: Sequence[Contact]) -> str:
    """Return how many contacts of each kind there are."""
    counts = [(kind, sum(contact.kind is kind for contact in contacts)) for kind in NETWORK]
    counts_text = [f"{show(kind, context.language)} {count}" for kind, count in counts if count]
    return context.words["separator"].join(counts_text)


def _table(context: Context, result: Result, figures: Sequence[Figure]) -> Table:
    """Return each figure once, with its regions: it is theirs together, and not of each."""
    words = context.words
    rows = [
        [
            Cell(Link(figure.label.in_(context.language), f"#{figure_anchor(result.id, figure)}")),
            Cell(figure_text(context, figure)),
            Cell(words["separator"].join(_place(context, id_) for id_ in figure.regions)),
        ]
        for figure in figures
    ]
    head = [words["source_table_figure"], words["source_table_value"], words["result_region"]]
    return Table(words["result_regions_caption"], head, rows)


def _place(context: Context, id_: str) -> str:
    """Return the name of a region with that of the enclosing one."""
    line = [context.catalog.origins[region].name.in_(context.language) for region in lineage(context.catalog, id_)]
    return context.words("result_within", place=line[0], region=line[-1]) if len(line) > 1 else line[0]
