"""Rules about figures: what an event announced stays true whatever becomes of its projects."""

from collections.abc import Sequence
from typing import Any

import pytest
from msgspec.structs import replace

from investment_portal.models.catalog import Catalog
from investment_portal.models.event import Announced, AnnouncedProject, Event
from investment_portal.models.quantities import MoneyRange
from investment_portal.problems import Level
from investment_portal.validation.rules.figures import check_announced_each, check_announced_total


def meeting(tiny: Catalog, announced: str, each: Sequence[tuple[str, str]], projects: Sequence[str]) -> Event:
    """Return the event of the tiny portal with these sums."""
    sums = [AnnouncedProject(project=project, investment=MoneyRange.parse(sum_)) for project, sum_ in each]
    announcement = Announced(projects=len(projects), investment=MoneyRange.parse(announced), each=sums)
    return replace(tiny.events["spring-meeting"], announced=announcement, projects=list(projects))


def with_records(tiny: Catalog, **records: dict[str, Any]) -> Catalog:
    """Return the tiny portal with other records of some kinds."""
    return Catalog(tiny.site, {**tiny.records, **records}, tiny.ids)


@pytest.mark.parametrize("each", [True, False])
def test_a_project_that_is_corrected_leaves_the_event_alone(tiny: Catalog, each: bool) -> None:
    """Where each sum was written down nothing is said; else the event is warned of, and never an error."""
    sums = [("bottling-line", "1.2 亿元")] if each else []
    event = meeting(tiny, "1.2 亿元", sums, ["bottling-line"])
    project = replace(tiny.projects["bottling-line"], investment=MoneyRange.parse("1.5 亿元"))
    catalog = with_records(tiny, event={event.id: event}, project={project.id: project})
    violations = [
        *check_announced_each(event, catalog),
        *(violation for _, _, violation in check_announced_total(catalog)),
    ]
    assert [violation.level for violation in violations] == ([] if each else [Level.WARNING])


def test_an_event_that_contradicts_itself(tiny: Catalog) -> None:
    """Entries that are not linked, links without an entry, and a total that its own parts do not make."""
    event = meeting(tiny, "3 亿元", [("botling-line", "1.2 亿元")], ["bottling-line"])
    violations = list(check_announced_each(event, tiny))
    assert [(violation.path[1:], violation.level) for violation in violations] == [
        (("each", 0, "project"), Level.ERROR),
        (("each",), Level.ERROR),
        (("investment",), Level.ERROR),
    ]
    assert "bottling-line" in violations[0].hint.en


def test_sums_of_several_currencies_are_not_added_up(tiny: Catalog) -> None:
    """The rate of that day is not known."""
    each = [("bottling-line", "USD 10 million"), ("mill", "1 亿元")]
    event = meeting(tiny, "2 亿元", each, ["bottling-line", "mill"])
    assert list(check_announced_each(event, tiny)) == []
