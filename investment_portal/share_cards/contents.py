"""Texts of share cards: the facts that the cards of lists show, and some that these leave out."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from investment_portal.components.cards import firm_card, park_card, place, policy_card, space_facts
from investment_portal.components.context import Context
from investment_portal.components.event_dates import kind_name, totals, when
from investment_portal.components.fields import facts
from investment_portal.components.parts import Card, Fact, Link
from investment_portal.content.theme_files import theme_files
from investment_portal.domain.summary import ProjectSummary
from investment_portal.domain.totals import Total
from investment_portal.formatting.phones import main_phone
from investment_portal.formatting.values import show
from investment_portal.languages import LANGUAGES, Language
from investment_portal.models.chain import Chain
from investment_portal.models.contact import Contact
from investment_portal.models.controlled_values import LinkState
from investment_portal.models.event import Event
from investment_portal.models.firm import Firm
from investment_portal.models.kinds import KINDS
from investment_portal.models.notice import Notice
from investment_portal.models.park import Park
from investment_portal.models.policy import Policy
from investment_portal.models.record import Record
from investment_portal.models.reference_lists import Sector
from investment_portal.models.site import Site
from investment_portal.pages.dataset import Dataset
from investment_portal.pages.excerpts import of_event
from investment_portal.share_cards.card import MOST_FACTS, CardStyle, ShareCard

ICONS = "pages/icons"
Pairs = Sequence[tuple[str, str]]


def card_style(root: Path, settings: Site) -> CardStyle:
    """Return how the cards of a portal look."""
    icons = {Path(name).stem: path.read_text("utf-8") for name, path in theme_files(root, ICONS).items()}
    names = {language: settings.name.in_(language) for language in LANGUAGES}
    return CardStyle(names, urlsplit(settings.address).netloc, settings.palette.main, icons)


def share_cards(data: Dataset, contexts: Mapping[Language, Context]) -> Iterator[tuple[str, ShareCard]]:
    """Yield every card with the address of its page, below the root of its language."""
    for language in LANGUAGES:
        context = contexts[language]
        yield "", site(context, data)
        address, of_project = KINDS["project"].address, partial(project, context)
        for record in data.index.projects.values():
            yield address(record.id), data.of_project(f"cards {language}", record, of_project)
        for kind, content in CONTENTS.items():
            for id_, other in data.catalog.records[kind].items():
                yield KINDS[kind].address(id_), content(context, other, data)


def project(context: Context, record: ProjectSummary) -> ShareCard:
    """Return the card of a project: sum, land or floor space, stage; its place below the name."""
    language, sector = context.language, context.catalog.sectors[record.sector]
    lead = f"{sector.name.in_(language)} · {show(record.kind, language)}"
    card = Card(record.name.in_(language), "", "", lead=lead, icon=sector.icon)
    figures = [*facts(context, record, ("investment",), known_only=True), *space_facts(context, record)]
    shown = [*figures[: MOST_FACTS - 1], *facts(context, record, ("stage",), known_only=True)]
    return _share_card(context, record, card, shown, line=place(context, record))


def site(context: Context, data: Dataset) -> ShareCard:
    """Return the card of the portal, for pages without a card of their own: how much it promotes."""
    settings, language = context.catalog.site, context.language
    return ShareCard(
        language,
        context.words["separator"].join([settings.city.in_(language), settings.district.in_(language)]),
        settings.name.in_(language),
        settings.slogan.in_(language),
        _pairs(_totals(context, data.index.published_total())),
    )


def _policy(context: Context, record: Policy, _data: Dataset) -> ShareCard:
    card = policy_card(context, record)
    benefit, until = card.facts[0], [Fact(context.words["until"], show(record.effective.until, context.language))]
    shown = [benefit, *(until if record.effective.until else [])]
    return _share_card(context, record, card, shown, line=record.issuer.in_(context.language))


def _park(context: Context, record: Park, data: Dataset) -> ShareCard:
    card = park_card(context, record)
    total = data.index.total(("park", record.id))
    return _share_card(context, record, card, [*card.facts, *_totals(context, total)])


def _firm(context: Context, record: Firm, _data: Dataset) -> ShareCard:
    card = firm_card(context, record)
    icon = context.catalog.sectors[record.sector].icon
    return _share_card(
        context, record, card, [*card.facts, *facts(context, record, ("output",), known_only=True)], icon
    )


def _event(context: Context, record: Event, data: Dataset) -> ShareCard:
    total = of_event(data, record).total
    card = Card(record.name.in_(context.language), "", "", lead=kind_name(context, record))
    return _share_card(context, record, card, _totals(context, total), line=when(context, record))


def _notice(context: Context, record: Notice, _data: Dataset) -> ShareCard:
    day = Fact(context.words["published"], show(record.published_on, context.language))
    card = Card(record.title.in_(context.language), "", "", lead=show(record.kind, context.language))
    return _share_card(context, record, card, [day])


def _contact(context: Context, record: Contact, _data: Dataset) -> ShareCard:
    phone = main_phone(context.words, record, context.catalog.site).text
    card = Card(record.name.in_(context.language), "", "", lead=show(record.kind, context.language))
    shown = [Fact(context.words["phone"], phone)] if phone else []
    return _share_card(context, record, card, shown, line=record.unit.in_(context.language))


def _sector(context: Context, record: Sector, data: Dataset) -> ShareCard:
    total = data.index.total(("sector", record.id))
    return ShareCard(
        context.language,
        context.column_name("sector"),
        record.name.in_(context.language),
        facts=_pairs(_totals(context, total)),
        icon=record.icon,
    )


def _chain(context: Context, record: Chain, data: Dataset) -> ShareCard:
    sector = context.catalog.sectors[record.sector]
    card = Card(record.name.in_(context.language), "", "", lead=context.column_name("chain"))
    gaps = sum(node.state is LinkState.GAP for node in record.nodes)
    counts = [Fact(context.words["place_links"], str(len(record.nodes)))]
    counts += [Fact(show(LinkState.GAP, context.language), str(gaps))] if gaps else []
    shown = [*_totals(context, data.index.total(("chain", record.id)))[:1], *counts]
    return _share_card(context, record, card, shown, sector.icon, line=sector.name.in_(context.language))


CONTENTS: Mapping[str, Callable[[Context, Any, Dataset], ShareCard]] = {
    "policy": _policy,
    "park": _park,
    "firm": _firm,
    "event": _event,
    "notice": _notice,
    "contact": _contact,
    "sector": _sector,
    "chain": _chain,
}
"""The card of a record by its kind; other pages have that of the portal."""


def _share_card(  # noqa: PLR0913 - the parts of a card
    context: Context,
    record: Record | ProjectSummary,
    card: Card,
    shown: Sequence[Fact],
    icon: str = "",
    *,
    line: str = "",
) -> ShareCard:
    mark = "withdrawn" if record.withdrawn else "example" if record.example else ""
    return ShareCard(
        context.language,
        card.lead,
        card.title,
        line,
        _pairs(shown),
        context.words[mark] if mark else "",
        icon or card.icon,
    )


def _totals(context: Context, total: Total) -> list[Fact]:
    """Return the sum of some projects and their number, in the order in which they matter to a reader."""
    return totals(context, total)[::-1] if total.projects else []


def _pairs(shown: Sequence[Fact]) -> list[tuple[str, str]]:
    return [(fact.label, _text(fact)) for fact in shown if fact.known][:MOST_FACTS]


def _text(fact: Fact) -> str:
    """Return a fact as plain text."""
    links = fact.value if isinstance(fact.value, tuple) else (fact.value,)
    return "、".join(link.text if isinstance(link, Link) else str(link) for link in links)
