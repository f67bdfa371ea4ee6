"""Small random sets of project summaries: groups overlap, sizes are equal, some are withdrawn, expired or signed."""

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import strategies as st
from msgspec.structs import replace

from investment_portal.domain.index import Index
from investment_portal.domain.summary import ProjectSummary, summary_of
from investment_portal.models.catalog import Catalog
from investment_portal.models.controlled_values import ProjectStatus
from investment_portal.models.project import Place
from investment_portal.models.quantities import Area, AreaRange, Money, MoneyRange
from investment_portal.models.record import Withdrawal
from investment_portal.models.text import Text

DAY = date(2026, 6, 30)
SECTORS = ("food", "machinery")
LINKS = ("food/a", "food/b", "food/c", "tools/a")
PARKS = ("north", "south")
CONTACTS = ("bureau", "station", "hotline")
POLICIES = ("grant", "rebate")
CURRENCIES = ("CNY", "CNY", "USD", "EUR")
"""No rate is set for the last one."""

WITHDRAWN = Withdrawal(on=date(2026, 6, 1), reason=Text(zh="已撤回", en="Gone"))


def _names(names: tuple[str, ...]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(names), max_size=3)


@st.composite
def sums(draw: st.DrawFn) -> MoneyRange:
    """Draw a sum: exact, about, a range, at least, up to, or open to negotiation."""
    currency = draw(st.sampled_from(CURRENCIES))
    bounds = sorted(draw(st.lists(st.integers(0, 4), min_size=2, max_size=2)))
    low, high = (Money("", Decimal(bound), currency) for bound in bounds)
    pairs = [(low, low), (low, low), (low, high), (low, None), (None, high), (None, None)]
    first, last = draw(st.sampled_from(pairs))
    return MoneyRange("", first, last, about=first is not None and first == last and draw(st.booleans()))


def _mu(number: int) -> AreaRange:
    return AreaRange.exactly(Area("", Decimal(number), "亩"))


FIELDS = st.fixed_dictionaries(
    {
        "sector": st.sampled_from(SECTORS),
        "chain_node": st.none() | st.sampled_from(LINKS),
        "place": st.sampled_from([Place(), *(Place(park=park) for park in PARKS)]),
        "contacts": _names(CONTACTS),
        "policies": _names(POLICIES),
        "investment": st.none() | sums(),
        "land_ready": st.none() | st.integers(1, 3).map(_mu),
        "land_reserved": st.none() | st.integers(1, 3).map(_mu),
        "status": st.sampled_from([ProjectStatus.SEEKING, ProjectStatus.SEEKING, *ProjectStatus]),
        "valid_until": st.none() | st.integers(-1, 1).map(lambda days: DAY + timedelta(days=days)),
        "featured": st.integers(0, 1),
        "withdrawn": st.sampled_from([None, None, None, WITHDRAWN]),
    }
)


def sets_of(tiny: Catalog, least: int = 0, maximum: int = 25) -> st.SearchStrategy[dict[str, ProjectSummary]]:
    """Return a strategy for sets of summaries by id, in the order of the ids."""
    sample = summary_of(tiny.projects["bottling-line"])
    return st.lists(FIELDS, min_size=least, max_size=maximum).map(
        lambda every: {
            f"p{number:02}": replace(sample, id=f"p{number:02}", **fields) for number, fields in enumerate(every)
        }
    )


def index_of(tiny: Catalog, projects: dict[str, ProjectSummary]) -> Index:
    """Return the index of some summaries."""
    return Index(projects, tiny.site, SECTORS, DAY)
