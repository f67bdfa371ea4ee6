"""The timetable of a procedure: critical path, steps at the same time, times that are not known."""

from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from investment_portal.domain.procedures import length, schedule, slack_of, timetable
from investment_portal.models.convert import convert
from investment_portal.models.procedure import ProcedureStep

BOTH = {"zh": "步骤", "en": "Step"}


def step(id_: str, days: str | None = None, *after: str) -> ProcedureStep:
    """Return a step."""
    raw: dict[str, Any] = {"id": id_, "name": BOTH, "authority": BOTH, "after": list(after)}
    return convert(ProcedureStep, {**raw, **({"days": days} if days else {})})


def test_timetable_of_parallel_steps() -> None:
    """Steps at the same time count once; the longer way decides, and a step without a time is named."""
    steps = [step("a", "5-10"), step("b", "30", "a"), step("c", "最多 12", "a"), step("d", None, "b", "c")]
    times = timetable(steps)
    assert (times.least, times.most) == (35, 40)
    assert times.slack == {"a": 0, "b": 0, "c": 18, "d": 0}
    assert times.parallel == {"b", "c"}
    assert times.unknown == {"d"}
    assert (times.spans["c"].start, times.spans["c"].end) == (10, 22)


def test_the_shortest_way_may_be_another() -> None:
    """Least and most are computed each for itself, not along one way."""
    times = timetable([step("a", "1-50"), step("b", "20"), step("c", "5", "a", "b")])
    assert (times.least, times.most) == (25, 55)


@st.composite
def plans(draw: st.DrawFn) -> tuple[dict[str, int], dict[str, list[str]]]:
    """Draw steps with their days, each after some of those before it."""
    count = draw(st.integers(1, 8))
    ids = [f"s{number}" for number in range(count)]
    durations = {id_: draw(st.integers(0, 40)) for id_ in ids}
    after = {
        id_: draw(st.lists(st.sampled_from(ids[:number]), unique=True)) if number else []
        for number, id_ in enumerate(ids)
    }
    return durations, after


def ways(after: dict[str, list[str]], id_: str) -> list[list[str]]:
    """Return every way that ends with a step."""
    return [[*way, id_] for before in after[id_] for way in ways(after, before)] or [[id_]]


@given(plans())
def test_length_is_the_longest_way(plan: tuple[dict[str, int], dict[str, list[str]]]) -> None:
    """The total is the greatest sum of days along any way, every step begins when those before it have ended."""
    durations, after = plan
    spans = schedule(durations, after)
    every = [way for id_ in durations for way in ways(after, id_)]
    assert length(spans) == max(sum(durations[id_] for id_ in way) for way in every)
    for way in every:
        assert all(spans[first].end <= spans[second].start for first, second in pairwise(way))


@given(plans())
def test_slack_is_what_a_step_can_be_late(plan: tuple[dict[str, int], dict[str, list[str]]]) -> None:
    """A step that takes all its slack changes nothing; a day more delays the end by a day."""
    durations, after = plan
    whole, slack = length(schedule(durations, after)), slack_of(durations, after)
    for id_ in durations:
        late = durations[id_] + slack[id_]
        assert length(schedule({**durations, id_: late}, after)) == whole
        assert length(schedule({**durations, id_: late + 1}, after)) == whole + 1
