"""Coverage: which policies reach whom, and when."""

from datetime import date

from msgspec.structs import replace

from investment_portal.domain.coverage import applying, in_force, matrix, reaches
from investment_portal.models.catalog import Catalog
from investment_portal.models.controlled_values import EnterpriseType
from investment_portal.models.site import enterprise_types


def test_a_policy_applies_from_its_first_to_its_last_day(tiny: Catalog) -> None:
    """Both days included."""
    days = {date(2025, 12, 31): 0, date(2026, 1, 1): 1, date(2028, 12, 31): 1, date(2029, 1, 1): 0}
    assert {day: len(in_force(tiny, day)) for day in days} == days


def test_the_matrix_has_a_cell_for_everyone(tiny: Catalog, day: date) -> None:
    """Each sector with each type of enterprise."""
    cells = matrix(tiny, day)
    assert set(cells) == {(sector, kind) for sector in tiny.sectors for kind in enterprise_types(tiny.site)}
    assert all([policy.id for policy in policies] == ["equipment-grant"] for policies in cells.values())
    assert not any(matrix(tiny, date(2030, 1, 1)).values())


def test_a_policy_for_some_reaches_only_those(tiny: Catalog) -> None:
    """By sector and by type; who does not say is not excluded."""
    policy = replace(tiny.policies["equipment-grant"], sectors=["food"], enterprise_types=[EnterpriseType.SME])
    assert reaches(policy, "food", EnterpriseType.SME)
    assert reaches(policy, None)
    assert not reaches(policy, "machinery")
    assert not reaches(policy, "food", EnterpriseType.LARGE)


def test_what_applies_to_a_project(tiny: Catalog, day: date) -> None:
    """Each policy once; none that has ended."""
    project = tiny.projects["bottling-line"]
    named = tuple(project.policies)
    assert [policy.id for policy in applying(tiny, project.sector, named, day)] == ["equipment-grant"]
    assert applying(tiny, project.sector, named, date(2030, 1, 1)) == ()
