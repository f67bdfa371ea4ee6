"""Strategies of Hypothesis for requirements and for what records state."""

from fractions import Fraction

from hypothesis import strategies as st

from investment_portal.domain.requirements.criteria import CRITERIA, Criterion
from investment_portal.domain.requirements.verdict import Item, RecordFacts, SiteRequirement

IDS = st.lists(st.sampled_from(["a", "b", "c"]), min_size=1, max_size=2, unique=True).map(tuple)
FIGURE = st.builds(Fraction, st.integers(0, 40), st.sampled_from([1, 3]))
WEIGHT = st.builds(Fraction, st.integers(1, 20), st.sampled_from([1, 2]))
ASKED = ("sector", "stage", "land_ready", "gas", "land_price", "port_km", "hall_area", "hall_height", "plot_area")
"""Criteria of every sort: from lists, figures, words, of parks, of halls and plots."""


def item(criterion: Criterion) -> st.SearchStrategy[Item]:
    """Return values that a record can have at a criterion."""
    if criterion.sort == "choice":
        return st.builds(Item, ids=IDS)
    if criterion.sort == "text":
        return st.just(Item(words=True))
    bounds = st.tuples(FIGURE, FIGURE).map(sorted)
    closed = bounds.map(lambda pair: Item(pair[0], pair[1]))
    return closed | FIGURE.map(Item) | FIGURE.map(lambda high: Item(None, high))


def items(pool: str) -> st.SearchStrategy[dict[str, Item]]:
    """Return the values of a record, or of a member of a pool."""
    optional = {key: item(CRITERIA[key]) for key in ASKED if CRITERIA[key].pool == pool}
    return st.fixed_dictionaries({}, optional=optional)


POOLS = st.fixed_dictionaries(
    {}, optional={pool: st.lists(items(pool), min_size=1, max_size=3) for pool in ("hall", "plot")}
)
PARK = st.builds(RecordFacts, st.just("park"), items(""), POOLS)
PROJECT = st.builds(RecordFacts, st.just("project"), items(""), POOLS, st.lists(PARK, max_size=2))
RECORDS = st.lists(PARK | PROJECT, min_size=1, max_size=6)


def requirement(key: str) -> st.SearchStrategy[SiteRequirement]:
    """Return requirements of a criterion, musts and wishes."""
    criterion = CRITERIA[key]
    weight = st.none() | WEIGHT
    limit = FIGURE if criterion.sort not in {"choice", "text"} else st.none()
    ids = IDS if criterion.sort == "choice" else st.just(())
    return st.builds(SiteRequirement, st.just(key), st.sampled_from(criterion.ways), limit, ids, weight)


REQUIREMENTS = st.lists(st.sampled_from(ASKED).flatmap(requirement), max_size=6)
