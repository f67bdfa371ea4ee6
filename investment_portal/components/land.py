"""Land of projects and parks as facts: ready plots, acquired land, reserved land, each with its date."""

from investment_portal.components.context import Context
from investment_portal.components.parts import Fact
from investment_portal.domain.land import ready_land, reserved_land
from investment_portal.domain.summary import ProjectSummary
from investment_portal.formatting.values import show
from investment_portal.models.base import label_of
from investment_portal.models.park import Park
from investment_portal.models.project import Project
from investment_portal.models.quantities import AreaRange


def land_label(context: Context, name: str) -> str:
    """Return the label of a figure of land, the same for projects and parks."""
    return label_of(Project, name).in_(context.language)


def ready_fact(context: Context, record: Project | ProjectSummary | Park) -> Fact:
    """Return the ready plots of a record, unknown ones as not known."""
    return _fact(context, "land_ready", ready_land(record), _as_of(context, record))


def land_facts(context: Context, record: Project | ProjectSummary | Park) -> list[Fact]:
    """Return the figures of land that are known, ready plots first."""
    as_of, language = _as_of(context, record), context.language
    expected = record.land_reserved_from
    reserved_note = context.words("land_from", day=show(expected, language)) if expected else as_of
    facts = [
        _fact(context, "land_ready", ready_land(record), as_of),
        _fact(context, "land_acquired", record.land_acquired, as_of),
        _fact(context, "land_reserved", reserved_land(record), reserved_note),
    ]
    return [fact for fact in facts if fact.known]


def offered_land(context: Context, record: Project | ProjectSummary | Park) -> list[Fact]:
    """Return ready plots and reserved land, without what is acquired, as a page shows them at a glance."""
    acquired = land_label(context, "land_acquired")
    return [fact for fact in land_facts(context, record) if fact.label != acquired]


def _fact(context: Context, name: str, area: AreaRange | None, note: str) -> Fact:
    label = land_label(context, name)
    if area is None:
        return Fact(label, context.words["unknown"], known=False)
    return Fact(label, show(area, context.language), note)


def _as_of(context: Context, record: Project | ProjectSummary | Park) -> str:
    day = record.land_as_of
    return context.words("land_as_of", day=show(day, context.language)) if day else ""
