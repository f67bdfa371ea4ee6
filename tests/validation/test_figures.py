"""Rules about figures: what an event announced stays true whatever becomes of its projects."""

from collections.abc import Sequence
from typing import Any

import pytest
from msgspec.structs import replace

from investment_portal.models.catalog import Catalog
from investment_portal.models.event import Announced, AnnouncedProject, Event
from investment_portal.models.quantities import AreaRange, MoneyRange
from investment_portal.models.quantities.dates import PartialDate
from investment_portal.problems import Level
from investment_portal.validation.rules.figures import (
    check_announced_each,
    check_announced_total,
    check_land_of_park,
    check_part_above_whole,
)


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


PROJECT_LAND = [
    ({"land_ready": "300 亩", "land_acquired": "300 亩", "land_reserved": "200 亩"}, []),
    ({"land_ready": "301 亩", "land_acquired": "300 亩"}, ["land_ready"]),
    ({"land_acquired": "501 亩"}, ["land_acquired"]),
    ({"land_ready": "400 亩", "land_reserved": "200 亩"}, ["land_reserved"]),
    ({"land_offered": "500 亩"}, []),
]


@pytest.mark.parametrize(("figures", "places"), PROJECT_LAND)
def test_ready_land_is_acquired_and_acquired_land_is_there(
    tiny: Catalog, figures: dict[str, str], places: list[str]
) -> None:
    """Of 500 mu: ready plots are part of what is acquired, and reserved land is other land than ready plots."""
    areas = {name: AreaRange.parse(area) for name, area in {"land_area": "500 亩", **figures}.items()}
    project = replace(tiny.projects["bottling-line"], **areas)
    assert [violation.path[0] for violation in check_part_above_whole(project, tiny)] == places


@pytest.mark.parametrize(
    ("stated", "levels"),
    [
        ({"land_ready": "30 亩"}, []),
        ({"land_ready": "2 公顷"}, []),
        ({"land_ready": "45 亩"}, [Level.WARNING]),
        ({"land_ready": "29 亩"}, [Level.ERROR]),
        ({"land_offered": "45 亩"}, []),
        ({"land_offered": "29 亩"}, [Level.ERROR]),
    ],
)
def test_plots_add_up_to_the_ready_land_of_a_park(tiny: Catalog, stated: dict[str, str], levels: list[Level]) -> None:
    """One plot of 30 mu; a plot that comes later counts as reserved land."""
    park = tiny.parks["river-park"]
    later = replace(park.plots[0], area=AreaRange.parse("15 亩"), available_from=PartialDate(2028))
    areas = {name: AreaRange.parse(area) for name, area in stated.items()}
    park = replace(park, land_as_of=park.verified_on, plots=[*park.plots, later], **areas)
    assert [violation.level for violation in check_part_above_whole(park, tiny)] == levels


@pytest.mark.parametrize(
    ("park_land", "project_land", "levels"),
    [
        ({"land_ready": "30 亩"}, {"land_ready": "30 亩"}, []),
        ({"land_ready": "30 亩"}, {"land_ready": "31 亩"}, [Level.WARNING]),
        ({"land_ready": "30 亩"}, {"land_reserved": "900 亩"}, []),
        ({"land_offered": "30 亩"}, {"land_ready": "31 亩"}, [Level.WARNING]),
        ({}, {"land_ready": "31 亩"}, []),
    ],
)
def test_projects_claim_no_more_ready_land_than_their_park_has(
    tiny: Catalog, park_land: dict[str, str], project_land: dict[str, str], levels: list[Level]
) -> None:
    """A warning, since two projects may be offered on one plot; under the former key as well."""
    areas = [{name: AreaRange.parse(area) for name, area in land.items()} for land in (park_land, project_land)]
    park = replace(tiny.parks["river-park"], land_reserved=None, **areas[0])
    project = replace(tiny.projects["bottling-line"], **areas[1])
    catalog = with_records(tiny, park={park.id: park}, project={project.id: project})
    assert [violation.level for _, _, violation in check_land_of_park(catalog)] == levels
