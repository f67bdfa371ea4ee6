"""Combinations of benefits against every subset: exclusions, shared caps, kinds of money apart."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from investment_portal.domain.incentives.combination import KINDS, Payment, best
from investment_portal.domain.incentives.declaration import Limit
from tests.domain.incentives import slow

IDS = [f"policy-{place}" for place in range(7)]
AMOUNTS = st.sampled_from([0, 1, 2, 50, 100, 250])
SUMS = st.dictionaries(st.sampled_from(IDS), st.dictionaries(st.sampled_from(KINDS), AMOUNTS, max_size=2))
PAIRS = st.frozensets(st.frozensets(st.sampled_from(IDS), min_size=2, max_size=2), max_size=9)


def paid(sums_by_id: dict[str, dict[str, int]]) -> dict[str, list[Payment]]:
    """Pay every sum in the first year."""
    return {
        id_: [Payment(1, "settling", kind, amount) for kind, amount in sums.items()] for id_, sums in sums_by_id.items()
    }


@st.composite
def nested(draw: st.DrawFn) -> list[Limit]:
    """Make caps of which each two lie apart or one within the other."""
    families = [[IDS[:2], IDS[2:4], IDS[:4], IDS[4:], IDS], [IDS[1:3], IDS[:3], IDS[3:6]]]
    members = draw(st.lists(st.sampled_from(draw(st.sampled_from(families))), max_size=4))
    return [
        Limit(frozenset(member), draw(st.sampled_from(KINDS)), Fraction(draw(st.integers(0, 4)))) for member in members
    ]


@given(sums_by_id=SUMS, excludes=PAIRS, limits=nested())
def test_the_best_choice_is_the_best_of_all(
    sums_by_id: dict[str, dict[str, int]], excludes: frozenset[frozenset[str]], limits: list[Limit]
) -> None:
    """The same policies and the same sums as trying every subset gives."""
    choice = best(paid(sums_by_id), excludes, limits)
    assert (choice.policies, dict(choice.sums)) == slow.best(sums_by_id, excludes, limits)


def test_what_must_be_returned_never_outweighs_what_is_kept() -> None:
    """A grant of one fen comes before a loan of a million."""
    choice = best(paid({"loan": {"loan": 10**8}, "grant": {"grant": 1}}), frozenset({frozenset({"loan", "grant"})}), [])
    assert (choice.policies, choice.sums) == (("grant",), {"grant": 1})


def test_forty_policies_that_exclude_their_neighbours_are_chosen_at_once() -> None:
    """A ring of forty has some hundred million permitted choices; looking at each would take minutes."""
    ids = [f"policy-{place:02}" for place in range(40)]
    ring = frozenset(frozenset({id_, ids[place - 1]}) for place, id_ in enumerate(ids))
    sums_by_id = {id_: {"grant": 100 + place % 2} for place, id_ in enumerate(ids)}
    assert best(paid(sums_by_id), ring, []).sums == {"grant": 20 * 101}
