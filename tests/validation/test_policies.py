"""Rules about policies: which gaps in coverage are reported."""

from datetime import date

import pytest
from msgspec.structs import replace

from investment_portal.models.catalog import Catalog
from investment_portal.models.controlled_values import EnterpriseType
from investment_portal.models.site import CoveragePromise
from investment_portal.problems import Level
from investment_portal.validation.rules.policies import check_coverage_gap

LATER = date(2030, 1, 1)
"""No policy of the tiny portal is in force any more."""


def gaps(catalog: Catalog, promised: list[CoveragePromise] | None, *, policies: bool = True) -> dict[str, str]:
    """Return what the rule says about each sector in English."""
    records = catalog.records if policies else {**catalog.records, "policy": {}}
    seen = Catalog(replace(catalog.site, coverage=promised), records, catalog.ids)
    violations = list(check_coverage_gap(seen, LATER))
    assert all(violation.level is Level.WARNING for _, _, violation in violations)
    return {sector: violation.sentence.en for _, sector, violation in violations}


def test_without_the_setting_every_sector_is_looked_at(tiny: Catalog) -> None:
    """Each is reported once, with all types of enterprise that nothing reaches."""
    sentences = gaps(tiny, None)
    assert set(sentences) == set(tiny.sectors)
    assert all(kind.label.en in sentence for sentence in sentences.values() for kind in EnterpriseType)


@pytest.mark.parametrize(
    ("promised", "expected"),
    [
        ([], {}),
        ([CoveragePromise(sectors=["food"], enterprise_types="all")], {"food": 8}),
        ([CoveragePromise(sectors="all", enterprise_types=[EnterpriseType.SME])], {"food": 1, "machinery": 1}),
    ],
)
def test_the_setting_says_what_is_promised(
    tiny: Catalog, promised: list[CoveragePromise], expected: dict[str, int]
) -> None:
    """A cell that is not promised is not missing."""
    counts = {
        sector: sum(kind.label.en in sentence for kind in EnterpriseType)
        for sector, sentence in gaps(tiny, promised).items()
    }
    assert counts == expected


def test_a_young_portal_without_policies_promises_nothing(tiny: Catalog) -> None:
    """It can publish its projects before it has any."""
    assert gaps(tiny, None, policies=False) == {}
