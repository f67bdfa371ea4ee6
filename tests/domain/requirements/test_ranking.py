"""Verdicts and order: the browser computes what Python does, and both behave as an investor expects."""

from collections.abc import Sequence
from fractions import Fraction
from functools import cache
from itertools import pairwise
from typing import Any

from hypothesis import Phase, assume, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page

from investment_portal.domain.incentives.declare import plain
from investment_portal.domain.requirements.criteria import CRITERIA
from investment_portal.domain.requirements.ranking import GRADES, changes, rank
from investment_portal.domain.requirements.verdict import (
    Item,
    Outcome,
    RecordFacts,
    SiteRequirement,
    best_members,
    judge,
    verdicts,
)
from tests.domain.requirements.drawn import FIGURE, RECORDS, REQUIREMENTS, WEIGHT, requirement

ORDER = """async ([criteria, cases]) => {
  const { rank, changes } = await import('/requirements/ranking.js');
  const { bestMembers } = await import('/requirements/verdict.js');
  const { fractionText } = await import('/lib/fraction.js');
  return cases.map(([records, requirements]) => {
    const ranked = rank(records, requirements, criteria);
    return {
      best: records.map((record) => bestMembers(record, requirements, criteria)),
      ranked: ranked.map((entry) => ({ ...entry, least: fractionText(entry.least), most: fractionText(entry.most) })),
      changes: ranked.slice(1).map((below, at) => changes(ranked[at], below, requirements)),
    };
  });
}"""


def register() -> dict[str, Any]:
    """Return the register as the page hands it to its script."""
    return {
        key: {"of": list(criterion.of), "pool": criterion.pool, "inherited": criterion.inherited}
        for key, criterion in CRITERIA.items()
    }


def facts_of(facts: RecordFacts) -> dict[str, Any]:
    """Return facts as data files hold them."""
    alone = {key: plain(item) for key, item in facts.alone.items()}
    pools = {
        pool: [{key: plain(item) for key, item in member.items()} for member in members]
        for pool, members in facts.pools.items()
    }
    return {"kind": facts.kind, "alone": alone, "pools": pools, "parks": [facts_of(park) for park in facts.parks]}


def answer_of(records: Sequence[RecordFacts], requirements: Sequence[SiteRequirement]) -> dict[str, Any]:
    """Return what Python computes, in the form of the script."""
    ranked = rank(records, requirements)
    pairs = pairwise(ranked)
    return {
        "best": [best_members(facts, requirements) for facts in records],
        "ranked": [
            {
                "place": entry.place,
                "outcomes": list(entry.outcomes),
                "grade": entry.grade,
                "least": str(entry.least),
                "most": str(entry.most),
            }
            for entry in ranked
        ],
        "changes": [
            [
                {"kind": change.kind, "requirements": list(change.requirements)}
                | ({} if change.figure is None else {"figure": str(change.figure)})
                for change in changes(above, below, requirements)
            ]
            for above, below in pairs
        ],
    }


@cache
def vectors() -> list[tuple[list[Any], dict[str, Any]]]:
    """Draw records and requirements, the same at every run."""
    collected: list[tuple[list[Any], dict[str, Any]]] = []

    @settings(max_examples=300, database=None, phases=[Phase.generate], derandomize=True)
    @given(RECORDS, REQUIREMENTS)
    def collect(records: list[RecordFacts], requirements: list[SiteRequirement]) -> None:
        arguments = [[facts_of(facts) for facts in records], [plain(wanted) for wanted in requirements]]
        collected.append((arguments, answer_of(records, requirements)))

    collect()
    return collected


def test_the_browser_computes_as_python_does(modules: Page) -> None:
    """Some hundred requests in one go: outcomes, the hall and plot compared, the order, what would change it."""
    cases = vectors()
    answers = modules.evaluate(ORDER, [register(), [arguments for arguments, _ in cases]])
    for (arguments, answer), computed in zip(cases, answers, strict=True):
        assert computed == answer, arguments


def relaxed(wanted: SiteRequirement, by: Fraction) -> SiteRequirement:
    """Return a requirement that asks for less."""
    limit = (wanted.limit or Fraction(0)) + (by if wanted.way == "most" else -by)
    return SiteRequirement(wanted.key, wanted.way, max(limit, Fraction(0)), wanted.ids, wanted.weight)


@given(RECORDS, REQUIREMENTS, FIGURE, st.data())
def test_relaxing_a_limit_never_loses_a_record(
    records: list[RecordFacts], requirements: list[SiteRequirement], by: Fraction, data: st.DataObject
) -> None:
    """A record that meets every must still does, and one without a missed must misses none."""
    assume(requirements)
    place = data.draw(st.integers(0, len(requirements) - 1))
    easier = [relaxed(wanted, by) if at == place else wanted for at, wanted in enumerate(requirements)]
    before = {entry.place: GRADES.index(entry.grade) for entry in rank(records, requirements)}
    after = {entry.place: GRADES.index(entry.grade) for entry in rank(records, easier)}
    assert all(after[place] <= grade for place, grade in before.items())


@given(RECORDS, REQUIREMENTS, st.randoms())
def test_the_order_of_rows_does_not_matter(
    records: list[RecordFacts], requirements: list[SiteRequirement], random: Any
) -> None:
    """Requirements in another order give the same order of records and the same points."""
    shuffled = random.sample(requirements, len(requirements))
    results = [
        [(entry.place, entry.grade, entry.least, entry.most) for entry in rank(records, rows)]
        for rows in (requirements, shuffled)
    ]
    assert results[0] == results[1]


@given(RECORDS, REQUIREMENTS)
def test_a_change_that_is_named_does_change_the_order(
    records: list[RecordFacts], requirements: list[SiteRequirement]
) -> None:
    """With a weight just beyond the figure the lower of two records comes first."""
    ranked = rank(records, requirements)
    for above, below in pairwise(ranked):
        for change in changes(above, below, requirements):
            if change.figure is None or CRITERIA[requirements[change.requirements[0]].key].pool:
                continue  # another weight may choose another hall
            (place,) = change.requirements
            wanted = requirements[place]
            weight = change.figure + (Fraction(1, 100) if change.kind == "above" else -Fraction(1, 100))
            assume(weight > 0)
            other = SiteRequirement(wanted.key, wanted.way, wanted.limit, wanted.ids, weight)
            again = rank(records, [other if at == place else row for at, row in enumerate(requirements)])
            places = [entry.place for entry in again]
            assert places.index(below.place) < places.index(above.place)


@given(st.sampled_from(["land_ready", "port_km"]).flatmap(requirement))
def test_what_is_not_stated_never_fails(wanted: SiteRequirement) -> None:
    """Unknown is unknown, of a park, of a project, and of a project at a park."""
    park = RecordFacts("park", {}, {})
    for facts in (park, RecordFacts("project", {}, {}), RecordFacts("project", {}, {}, [park])):
        assert verdicts(facts, [wanted]) == ["unknown"]


def test_a_range_passes_as_a_whole() -> None:
    """One that straddles the limit is met in part; an open end is not taken for a figure."""
    cases: list[tuple[Item, Outcome, Outcome]] = [
        (Item(Fraction(3), Fraction(5)), "part", "part"),
        (Item(Fraction(4), Fraction(5)), "pass", "part"),
        (Item(Fraction(5), Fraction(6)), "pass", "fail"),
        (Item(Fraction(2), Fraction(3)), "fail", "pass"),
        (Item(Fraction(2), None), "part", "part"),
        (Item(None, Fraction(3)), "fail", "pass"),
    ]
    for item, least, greatest in cases:
        assert judge(item, SiteRequirement("land_ready", "least", Fraction(4))) == least
        assert judge(item, SiteRequirement("land_ready", "most", Fraction(4))) == greatest


def test_a_hall_must_meet_all_that_is_asked_of_a_hall() -> None:
    """A large low hall and a small high one are no large high hall."""
    large = {"hall_area": Item(Fraction(5000), Fraction(5000)), "hall_height": Item(Fraction(5), Fraction(5))}
    high = {"hall_area": Item(Fraction(500), Fraction(500)), "hall_height": Item(Fraction(12), Fraction(12))}
    wanted = [
        SiteRequirement("hall_area", "least", Fraction(3000)),
        SiteRequirement("hall_height", "least", Fraction(8)),
    ]
    assert verdicts(RecordFacts("park", {}, {"hall": [large, high]}), wanted) == ["pass", "fail"]
    both = {"hall_area": large["hall_area"], "hall_height": high["hall_height"]}
    assert verdicts(RecordFacts("park", {}, {"hall": [large, high, both]}), wanted) == ["pass", "pass"]


@given(WEIGHT)
def test_a_project_at_two_parks_depends_on_both(weight: Fraction) -> None:
    """Parks that differ make it in part; one that does not state it leaves it open."""
    near, far = (RecordFacts("park", {"port_km": Item(Fraction(km), Fraction(km))}, {}) for km in (10, 50))
    silent = RecordFacts("park", {}, {})
    wanted = [SiteRequirement("port_km", "most", Fraction(30), weight=weight)]
    for parks, outcome in (
        ([near, near], "pass"),
        ([near, far], "part"),
        ([far, far], "fail"),
        ([far, silent], "unknown"),
    ):
        assert verdicts(RecordFacts("project", {}, {}, parks), wanted) == [outcome]
