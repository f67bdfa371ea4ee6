"""Amounts of benefits against the slow version: rates, tiers, floors, caps, per job, per mu, rounding."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from investment_portal.domain.incentives.amount import reckon
from investment_portal.domain.incentives.declare import award, measured
from investment_portal.models.benefit import Benefit
from investment_portal.models.catalog import Catalog
from investment_portal.models.convert import convert
from investment_portal.models.quantities import Area, Money
from tests.domain.incentives import slow

NUMBERS = st.sampled_from(["0.01", "0.005", "0.015", "1", "5", "12.5", "99.999999", "333.333333", "1000", "123456.78"])
SUMS = st.builds("{}{}".format, NUMBERS, st.sampled_from([" 元", " 万元", " 亿元"]))
AREAS = st.builds("{} {}".format, NUMBERS, st.sampled_from(["亩", "公顷", "m²"]))
SHARES = st.sampled_from(["0.000001", "0.5", "1", "3", "12.345678", "33.333333", "99", "100"]).map("{} %".format)
WHOLE_SUMS = st.sampled_from(["1 元", "30 万元", "1 亿元", "123456.78 元"])
COUNTS = st.integers(0, 5000)
BASES: dict[str, st.SearchStrategy[Any]] = {
    "investment": SUMS,
    "rent": SUMS,
    "land": AREAS,
    "hall": AREAS,
    "jobs": COUNTS,
}


@st.composite
def benefits(draw: st.DrawFn) -> tuple[dict[str, Any], Any]:
    """Make a benefit as staff write it, and the base as an investor states it."""
    form = draw(st.sampled_from(["rate", "tiers", "per_unit", "fixed"]))
    fitting = {"rate": ["investment", "rent"], "per_unit": ["land", "hall", "jobs"]}.get(form, list(BASES))
    base = draw(st.sampled_from(fitting))
    fields: dict[str, Any] = {"form": form} if form == "fixed" else {"form": form, "base": base}
    if form == "rate":
        fields["rate"] = draw(SHARES)
    elif form == "tiers":
        starts = draw(st.lists(BASES[base], min_size=1, max_size=4))
        rising = sorted({slow.size(_figure(base, start)): start for start in starts}.items())
        fields["marginal"] = base in ("investment", "rent") and draw(st.booleans())
        gives = (
            SHARES.map(lambda rate: {"rate": rate})
            if fields["marginal"]
            else _gives(shares=base in ("investment", "rent"))
        )
        fields["tiers"] = [{"from": start, **draw(gives)} for _, start in rising]
    else:
        fields["amount"] = draw(SUMS)
    if base in ("land", "hall") and form == "per_unit":
        fields |= draw(st.sampled_from([{}, {"unit": "mu"}, {"unit": "m2"}, {"unit": "ha"}]))
    low, high = sorted((draw(SUMS), draw(SUMS)), key=lambda typed: slow.size(Money.parse(typed)))
    fields |= draw(st.sampled_from([{}, {"cap": high}, {"floor": low}, {"cap": high, "floor": low}]))
    if draw(st.booleans()):
        years = draw(st.integers(2, 5))
        fields |= {"years": years, "from_year": draw(st.integers(1, 4)), "cap_all_years": draw(WHOLE_SUMS.map(str))}
        top = max([slow.size(Money.parse(fields[limit])) for limit in ("cap", "floor") if limit in fields], default=0)
        if slow.size(Money.parse(fields["cap_all_years"])) < top:
            del fields["cap_all_years"]
    if draw(st.booleans()):
        fields["paid"] = draw(st.sampled_from([["100 %"], ["20 %", "50 %", "30 %"], ["33.333333 %", "66.666667 %"]]))
    return fields, _figure(base, draw(BASES[base]))


def _gives(*, shares: bool) -> st.SearchStrategy[dict[str, str]]:
    sums = SUMS.map(lambda amount: {"amount": amount})
    return sums | SHARES.map(lambda rate: {"rate": rate}) if shares else sums


def _figure(base: str, typed: Any) -> Any:
    if base == "jobs":
        return typed
    return Area.parse(typed) if base in ("land", "hall") else Money.parse(typed)


@given(case=benefits())
def test_a_benefit_comes_to_what_the_slow_version_says(case: tuple[dict[str, Any], Any], tiny: Catalog) -> None:
    """As staff write it, as an investor states it, to the fen."""
    written, base = case
    benefit = convert(Benefit, written)
    got = reckon(award(benefit, tiny.site), {written.get("base", ""): measured(base, tiny.site)})
    assert got.least == got.most == slow.yearly(benefit, base)
    assert got.least_all == got.most_all == slow.all_years(benefit, base)
    if written.get("paid"):
        assert sum(got.parts) == got.most_all
        assert len(got.parts) == len(written["paid"])


@pytest.mark.parametrize(
    ("written", "fact", "stated", "fen"),
    [
        ({"form": "rate", "rate": "50 %", "base": "rent", "cap": "60 万元"}, "rent", "54 万元", 270_000_00),
        ({"form": "rate", "rate": "50 %", "base": "rent", "cap": "60 万元"}, "rent", "144 万元", 600_000_00),
        ({"form": "rate", "rate": "0.5 %", "base": "rent"}, "rent", "1 元", 1),  # half a fen is one
        ({"form": "rate", "rate": "0.49 %", "base": "rent"}, "rent", "1 元", 0),
        ({"form": "rate", "rate": "1 %", "base": "rent", "floor": "8 万元"}, "rent", "1 元", 80_000_00),
        ({"form": "rate", "rate": "1 %", "base": "rent", "floor": "8 万元"}, "rent", "0 元", 0),
        ({"form": "per_unit", "amount": "150 元", "base": "land"}, "land", "20 公顷", 45_000_00),
        ({"form": "per_unit", "amount": "150 元", "base": "land"}, "land", "1 m²", 23),  # 0.225 yuan
        ({"form": "per_unit", "amount": "12 元", "base": "hall"}, "hall", "3000 m²", 36_000_00),
        ({"form": "per_unit", "amount": "7 元", "base": "rent"}, "rent", "USD 1", None),
    ],
)
def test_sums_worked_out_by_hand(
    written: dict[str, Any], fact: str, stated: str, fen: int | None, tiny: Catalog
) -> None:
    """Half of a rent, what the cap leaves, half a fen, 300 mu; a sum per yuan of rent is no benefit at all."""
    if fen is None:
        with pytest.raises(ValueError, match="base must be"):
            convert(Benefit, written)
        return
    figure = Area.parse(stated) if fact in ("land", "hall") else Money.parse(stated)
    got = reckon(award(convert(Benefit, written), tiny.site), {fact: measured(figure, tiny.site)})
    assert got.most == fen


def test_a_foreign_sum_counts_at_the_dated_rate(tiny: Catalog) -> None:
    """USD 1 million at 7.1 are 7.1 million yuan, capped at as many."""
    benefit = convert(Benefit, {"form": "rate", "rate": "100 %", "base": "investment", "cap": "USD 1 million"})
    got = reckon(award(benefit, tiny.site), {"investment": measured(Money.parse("USD 2 million"), tiny.site)})
    assert (got.most, got.held, got.raw) == (710_000_000, "cap", Fraction(14_200_000))


@pytest.mark.parametrize(
    ("written", "bound"),
    [
        ({"form": "rate", "rate": "5 %", "base": "rent"}, None),
        ({"form": "rate", "rate": "5 %", "base": "rent", "cap": "3 万元"}, 30_000_00),
        ({"form": "per_unit", "amount": "150 元", "base": "jobs"}, None),
        (
            {"form": "tiers", "base": "jobs", "tiers": [{"from": 1, "amount": "9 元"}]},
            9_00,
        ),
        ({"form": "tiers", "base": "rent", "tiers": [{"from": "1 元", "rate": "5 %"}]}, None),
        ({"form": "tiers", "base": "rent", "tiers": [{"from": "1 元", "rate": "5 %"}], "cap": "2 元"}, 2_00),
    ],
)
def test_without_the_base_only_a_bound_is_known(written: dict[str, Any], bound: int | None, tiny: Catalog) -> None:
    """The cap, or the highest of fixed tiers; what nothing bounds is not guessed at."""
    got = reckon(award(convert(Benefit, written), tiny.site), {})
    assert (got.least, got.most, got.missing) == (0, bound, (written["base"],))


def test_a_condition_of_its_own_decides_on_one_benefit(tiny: Catalog) -> None:
    """Met, failed, or not known: then it can come to as much, and is not certain."""
    written = {"form": "fixed", "amount": "5 元", "only_if": [{"fact": "jobs", "at_least": 10}]}
    declared = award(convert(Benefit, written), tiny.site)
    met, failed, open_ = (reckon(declared, stated) for stated in ({"jobs": Fraction(10)}, {"jobs": Fraction(9)}, {}))
    assert (met.verdict, met.least, met.most) == ("yes", 500, 500)
    assert (failed.verdict, failed.least, failed.most) == ("no", 0, 0)
    assert (open_.verdict, open_.least, open_.most, open_.missing) == ("unknown", 0, 500, ("jobs",))


@pytest.mark.parametrize(
    ("revenue", "fen"),
    [("150 万元", 0), ("200 万元", 0), ("500 万元", 30_000_00), ("600 万元", 50_000_00)],
)
def test_each_tier_counts_for_its_part(revenue: str, fen: int, tiny: Catalog) -> None:
    """1 % of the part from 2 to 5 million, 2 % of what is above; nothing of the first 2 million."""
    tiers = [{"from": "200 万元", "rate": "1 %"}, {"from": "500 万元", "rate": "2 %"}]
    written = {"form": "tiers", "base": "revenue", "marginal": True, "tiers": tiers}
    stated = {"revenue": measured(Money.parse(revenue), tiny.site)}
    assert reckon(award(convert(Benefit, written), tiny.site), stated).most == fen


def test_all_years_and_parts(tiny: Catalog) -> None:
    """Three years of 300 000 yuan are held to 800 000, paid in 20, 50 and 30 hundredths."""
    written = {
        "form": "fixed",
        "amount": "30 万元",
        "years": 3,
        "from_year": 2,
        "cap_all_years": "80 万元",
        "paid": ["20 %", "50 %", "30 %"],
    }
    got = reckon(award(convert(Benefit, written), tiny.site), {})
    assert (got.most, got.most_all, got.held_all) == (300_000_00, 800_000_00, True)
    assert got.parts == (160_000_00, 400_000_00, 240_000_00)


def test_a_cap_of_all_years_bounds_what_nothing_else_does(tiny: Catalog) -> None:
    """Also before the base is known."""
    written = {"form": "rate", "rate": "5 %", "base": "rent", "years": 3, "cap_all_years": "90 万元"}
    got = reckon(award(convert(Benefit, written), tiny.site), {})
    assert (got.most, got.most_all) == (None, 900_000_00)


ONE_IS_ENOUGH = {"any": [{"fact": "investment", "at_least": "1 亿元"}, {"fact": "jobs", "at_least": 100}]}
NESTED = {
    "any": [
        {"all": [{"fact": "jobs", "at_least": 100}, {"fact": "foreign_funded", "is": True}]},
        *ONE_IS_ENOUGH["any"][:1],
    ]
}

NONE_OF = {"none": ONE_IS_ENOUGH["any"]}


@pytest.mark.parametrize(
    ("test", "stated", "verdict", "missing"),
    [
        (ONE_IS_ENOUGH, {"jobs": Fraction(100)}, "yes", ()),
        (ONE_IS_ENOUGH, {"jobs": Fraction(99)}, "unknown", ("investment",)),
        (ONE_IS_ENOUGH, {"jobs": Fraction(99), "investment": Fraction(1)}, "no", ()),
        (ONE_IS_ENOUGH, {}, "unknown", ("investment", "jobs")),
        (NESTED, {"jobs": Fraction(100)}, "unknown", ("foreign_funded", "investment")),
        (NESTED, {"jobs": Fraction(100), "foreign_funded": True}, "yes", ()),
        (NESTED, {"jobs": Fraction(1), "investment": Fraction(1)}, "no", ()),
        (NONE_OF, {"jobs": Fraction(1), "investment": Fraction(1)}, "yes", ()),
        (NONE_OF, {"jobs": Fraction(100)}, "no", ()),
        (NONE_OF, {"jobs": Fraction(1)}, "unknown", ("investment",)),
    ],
)
def test_one_of_several_conditions_is_enough(
    test: dict[str, Any], stated: dict[str, Any], verdict: str, missing: tuple[str, ...], tiny: Catalog
) -> None:
    """A branch that fails leaves the others open; only facts that can still decide are asked for."""
    declared = award(convert(Benefit, {"form": "fixed", "amount": "5 元", "only_if": [test]}), tiny.site)
    got = reckon(declared, stated)
    assert (got.verdict, got.missing) == (verdict, missing)
