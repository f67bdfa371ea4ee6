"""Policies, facts and packages as hypothesis makes them: every form and limit, often on the edge of a tier."""

from datetime import date, timedelta
from fractions import Fraction
from random import Random
from typing import Any

from hypothesis import strategies as st

from investment_portal.domain.incentives.combination import KINDS
from investment_portal.domain.incentives.declaration import Award, Condition, Declared, DeclaredTier, Limit, Package

DAY = date(2026, 6, 30)
SECTORS = ("electronics", "services", "agriculture")
TYPES = ("sme", "foreign", "large")
STAGES = ("settling", "building", "growth", "hardship")
WORDS = {"sector": SECTORS, "enterprise_type": TYPES, "stage": STAGES}
FIGURES = ("investment", "rent", "land", "jobs")
YES_NO = ("foreign_funded", "new_to_district")

# Few round figures beside odd ones: facts then meet the edges of tests, tiers, caps and floors.
EDGES = (0, 1, 5, 10, 100, 1000, 10_000, 1_000_000)
PARTS = (1, 3, 7, 15, 100, 1000)
NESTED = 3
SPLITS = ((), (Fraction(1),), (Fraction(1, 5), Fraction(1, 2), Fraction(3, 10)), (Fraction(1, 3), Fraction(2, 3)))
LEFT_OUT = 0.3
ROUND = st.sampled_from(EDGES).map(Fraction)
ODD = st.builds(Fraction, st.integers(0, 10**13), st.sampled_from(PARTS))
FIGURE = ROUND | ODD
SHARE = st.builds(Fraction, st.integers(0, 10_000), st.just(10_000))
BOUNDS = st.sampled_from(
    [{}, {"rent": "investment"}, {"rent": "investment", "land": "jobs"}, {"jobs": "rent", "rent": "investment"}]
)
DAYS = st.integers(-2, 2).map(lambda days: DAY + timedelta(days))


@st.composite
def conditions(draw: st.DrawFn, depth: int = 0) -> Condition:
    """Make a test of any sort, or a group of tests, of which one, all or none count."""
    if depth < NESTED and draw(st.integers(0, 3)) == 0:
        inner = draw(st.lists(conditions(depth + 1), min_size=1, max_size=3))
        return draw(st.sampled_from([Condition(any=inner), Condition(all=inner), Condition(none=inner)]))
    fact = draw(st.sampled_from([*WORDS, *FIGURES, *YES_NO]))
    if fact in WORDS:
        return Condition(fact, one_of=draw(st.lists(st.sampled_from(WORDS[fact]), min_size=1, unique=True)))
    if fact in YES_NO:
        return Condition(fact, yes=draw(st.booleans()))
    low, high = sorted((draw(FIGURE), draw(FIGURE)))
    ends: Any = draw(st.sampled_from([(low, None), (None, high), (low, high)]))
    return Condition(fact, *ends)


@st.composite
def awards(draw: st.DrawFn) -> Award:
    """Make a benefit of any form."""
    form = draw(st.sampled_from(["rate", "tiers", "fixed", "each", "service"]))
    if form == "service":
        return Award(form, only_if=draw(st.lists(conditions(), max_size=1)))
    fields: dict[str, Any] = {"kind": draw(st.sampled_from(KINDS)), "years": draw(st.integers(1, 3))}
    low, high = sorted((draw(FIGURE), draw(FIGURE)))
    fields |= {"floor": draw(st.sampled_from([None, low])), "cap": draw(st.sampled_from([None, high]))}
    fields["only_if"] = draw(st.lists(conditions(), max_size=1)) if draw(st.integers(0, 3)) == 0 else []
    fields |= {"cap_all": draw(st.none() | FIGURE), "parts": draw(st.sampled_from(SPLITS))}
    fields["from_year"] = draw(st.integers(1, 3))
    if form != "fixed":
        fields["base"] = draw(st.sampled_from(FIGURES))
    if form == "rate":
        fields["rate"] = draw(SHARE)
    elif form == "tiers":
        starts = sorted(draw(st.lists(FIGURE, min_size=1, max_size=3, unique=True)))
        fields["marginal"] = draw(st.booleans())
        fields["tiers"] = [draw(_tier(start, marginal=fields["marginal"])) for start in starts]
    else:
        fields["amount"] = draw(FIGURE)
        fields["unit"] = draw(st.sampled_from([Fraction(1), Fraction(2000, 3)])) if form == "each" else Fraction(1)
    return Award(form, **fields)


@st.composite
def _tier(draw: st.DrawFn, start: Fraction, *, marginal: bool) -> DeclaredTier:
    if not marginal and draw(st.booleans()):
        return DeclaredTier(start, amount=draw(FIGURE))
    return DeclaredTier(start, rate=draw(SHARE))


@st.composite
def packages(draw: st.DrawFn) -> Package:
    """Make a package of one to five policies with exclusions and nested limits."""
    ids = [f"policy-{place}" for place in range(draw(st.integers(1, 5)))]
    policies = [
        Declared(
            id_,
            draw(DAYS) - timedelta(1),
            draw(st.none() | DAYS),
            draw(st.lists(conditions(), max_size=2)),
            draw(st.lists(awards(), min_size=1, max_size=2)),
            draw(
                st.lists(st.sampled_from([other for other in ids if other != id_] or ["gone"]), max_size=2, unique=True)
            ),
            draw(st.none() | st.none() | DAYS),
        )
        for id_ in ids
    ]
    return Package(policies, draw(limits(ids)), draw(BOUNDS))


@st.composite
def limits(draw: st.DrawFn, ids: list[str]) -> list[Limit]:
    """Make shared caps of which each two lie one within the other: the first two, three, ... policies."""
    sizes = draw(st.lists(st.integers(1, len(ids)), max_size=3))
    return [Limit(frozenset(ids[:size]), draw(st.sampled_from(KINDS[:2])), draw(FIGURE)) for size in sizes]


def stated(random: Random) -> dict[str, Any]:
    """State some facts and leave others out."""
    facts: dict[str, Any] = {}
    for fact in (*WORDS, *FIGURES, *YES_NO):
        if random.random() < LEFT_OUT:
            continue
        if fact in WORDS:
            facts[fact] = frozenset(random.choices(WORDS[fact], k=random.randint(1, 2)))
        elif fact in YES_NO:
            facts[fact] = random.random() < 0.5
        elif random.random() < 0.5:
            facts[fact] = Fraction(random.choice(EDGES))
        else:
            facts[fact] = Fraction(random.randint(0, 10**13), random.choice(PARTS))
    return facts


def facts(count: int = 1) -> st.SearchStrategy[list[dict[str, Any]]]:
    """Make what several investors state; by a seed, since drawing each fact would take most of the time."""
    return st.integers(0, 2**32).map(lambda seed: [stated(random) for random in [Random(seed)] for _ in range(count)])  # noqa: S311 - no secret
