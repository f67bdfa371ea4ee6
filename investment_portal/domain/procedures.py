"""The timetable of a procedure: when each step begins and ends, and how long all of them take, in working days."""

from collections.abc import Iterator, Mapping, Sequence
from graphlib import TopologicalSorter

from investment_portal.models.catalog import Catalog
from investment_portal.models.controlled_values import ProjectKind
from investment_portal.models.procedure import Procedure, ProcedureStep
from investment_portal.value import Value


class StepSpan(Value):
    """Working days from the beginning of the procedure to the beginning and to the end of a step."""

    start: int
    end: int


class Timetable(Value):
    """The time of a procedure; a step whose time is not known counts as no time at all."""

    spans: Mapping[str, StepSpan]
    """Where every step takes its longest time and begins as soon as it can."""
    least: int
    most: int
    slack: Mapping[str, int]
    """Days by which each step can be late, with the longest times, before the end is; 0 on the critical path."""
    parallel: frozenset[str]
    """Steps during which another one is under way too."""
    unknown: frozenset[str]
    """Steps whose time is not known."""


def schedule(durations: Mapping[str, int], after: Mapping[str, Sequence[str]]) -> dict[str, StepSpan]:
    """Return the span of each step when each begins as soon as those before it have ended."""
    spans: dict[str, StepSpan] = {}
    for id_ in TopologicalSorter({id_: after[id_] for id_ in durations}).static_order():
        start = max((spans[before].end for before in after[id_]), default=0)
        spans[id_] = StepSpan(start, start + durations[id_])
    return {id_: spans[id_] for id_ in durations}


def length(spans: Mapping[str, StepSpan]) -> int:
    """Return when the last step ends."""
    return max((span.end for span in spans.values()), default=0)


def slack_of(durations: Mapping[str, int], after: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """Return by how many days each step can take longer before the last step ends later."""
    following: dict[str, list[str]] = {id_: [] for id_ in durations}
    for id_ in durations:
        for before in after[id_]:
            following[before].append(id_)
    forward, backward = schedule(durations, after), schedule(durations, following)
    whole = length(forward)
    return {id_: whole - forward[id_].end - backward[id_].start for id_ in durations}


def timetable(steps: Sequence[ProcedureStep]) -> Timetable:
    """Return the timetable of the steps of a procedure."""
    after = {step.id: step.after for step in steps}
    shortest = {step.id: int(step.days.low.number) if step.days and step.days.low else 0 for step in steps}
    longest = {step.id: int(step.days.high.number) if step.days and step.days.high else 0 for step in steps}
    spans = schedule(longest, after)
    return Timetable(
        spans=spans,
        least=length(schedule(shortest, after)),
        most=length(spans),
        slack=slack_of(longest, after),
        parallel=frozenset(_overlapping(spans)),
        unknown=frozenset(step.id for step in steps if step.days is None),
    )


def _overlapping(spans: Mapping[str, StepSpan]) -> Iterator[str]:
    for id_, span in spans.items():
        if any(
            other != id_ and max(span.start, another.start) < min(span.end, another.end)
            for other, another in spans.items()
        ):
            yield id_


def procedures_for(catalog: Catalog, kind: ProjectKind | None = None) -> list[Procedure]:
    """Return the procedures in force, those for a kind of project where one is given."""
    return [
        procedure
        for procedure in catalog.procedures.values()
        if procedure.withdrawn is None and (kind is None or kind in procedure.kinds)
    ]
