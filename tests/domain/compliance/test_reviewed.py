"""Reviewed wording in the compliance report."""

from pathlib import Path

from investment_portal.domain.compliance.duty import Inspected
from investment_portal.domain.compliance.report import reviewed_records
from investment_portal.validation.fair_competition.records import reviewed_wordings
from investment_portal.validation.record_reader import read_portal
from tests.overlay import BAD, lay
from tests.sites import TINY_DAY


def test_the_report_lists_each_review(tmp_path: Path) -> None:
    """Of every kind but projects, with its reason, as the check reads them."""
    catalog = read_portal(lay(BAD / "reviewed-wording", tmp_path / "portal"), {}).catalog
    listed = list(reviewed_records(Inspected(catalog, {}, TINY_DAY)))
    checked = [entry for entry in reviewed_wordings(catalog.everything(), catalog.site) if entry.kind != "project"]
    assert [(entry.kind, entry.id, entry.category) for entry in listed] == [
        (entry.kind, entry.id, entry.review.category) for entry in checked
    ]
    assert listed[0].reason.zh == "依据上级文件。"
