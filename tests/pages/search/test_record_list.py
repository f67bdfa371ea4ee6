"""The shortcode ``records:KIND`` lists the records of a kind."""

from msgspec.structs import replace

from investment_portal.components.context import Context
from investment_portal.components.parts import Card, Cards
from investment_portal.formatting.words import read_words
from investment_portal.models.catalog import Catalog
from investment_portal.models.kinds import KINDS
from investment_portal.pages.search.shortcodes import SHORTCODES, record_list
from investment_portal.pages.shortcode import ShortcodeWithArgument
from tests.conftest import DAY
from tests.domain.summaries import WITHDRAWN
from tests.overlay import PORTAL


def shown(catalog: Catalog, kind: str) -> list[Card]:
    """Return the cards of a list."""
    (cards,) = record_list(Context(catalog, DAY, "en", read_words(PORTAL, "en"), "x/"), kind)
    assert isinstance(cards, Cards)
    assert cards.cards or cards.empty
    return [card for card in cards.cards if isinstance(card, Card)]


def test_records_are_listed_by_name(tiny: Catalog) -> None:
    """With their summaries; those that are withdrawn are left out."""
    assert [(card.title, card.href) for card in shown(tiny, "sector")] == [
        (sector.name.en, f"../sectors/{id_}/") for id_, sector in tiny.sectors.items()
    ]
    (firm,) = tiny.firms.values()
    assert [card.text for card in shown(tiny, "firm")] == [firm.summary.en]
    tiny = Catalog(tiny.site, {**tiny.records, "firm": {firm.id: replace(firm, withdrawn=WITHDRAWN)}}, tiny.ids)
    assert shown(tiny, "firm") == []


def test_every_kind_with_pages_but_projects_has_a_list(tiny: Catalog) -> None:
    """Projects have one that readers narrow."""
    (shortcode,) = (registered for registered in SHORTCODES if isinstance(registered, ShortcodeWithArgument))
    assert {*shortcode.arguments(tiny)} == {kind.name for kind in KINDS.values() if kind.has_pages} - {"project"}
