"""The timeline: what happened to a record and what comes next, in the order of its days."""

from collections.abc import Iterable, Sequence
from datetime import date

from investment_portal.components.context import Context
from investment_portal.components.parts import Part
from investment_portal.formatting.values import show
from investment_portal.models.quantities.dates import PartialDate
from investment_portal.value import Value


class TimelineMoment(Value):
    """One day of a timeline; ``ahead`` ones have not come yet."""

    day: str
    title: str
    ahead: bool


class Timeline(Part):
    """Moments, the earliest first."""

    component = "timeline"
    moments: Sequence[TimelineMoment]


def timeline(context: Context, dated: Iterable[tuple[date | PartialDate | None, str]]) -> list[Part]:
    """Make a timeline of what has a date; fewer than two moments are none."""
    known = [(_first(day), day, title) for day, title in dated if day is not None]
    known.sort(key=lambda entry: entry[0])
    moments = [TimelineMoment(show(day, context.language), title, first > context.day) for first, day, title in known]
    return [Timeline(moments)] if len(moments) > 1 else []


def _first(day: date | PartialDate) -> date:
    return day.first if isinstance(day, PartialDate) else day
