"""Reviewed wording in the compliance report."""

from pathlib import Path

from msgspec.structs import replace

from investment_portal.domain.compliance.duty import Inspected
from investment_portal.domain.compliance.report import reviewed_records
from investment_portal.domain.summary import summary_of
from investment_portal.validation.fair_competition.records import reviewed_wordings
from investment_portal.validation.record_reader import read_portal
from tests.overlay import BAD, lay
from tests.sites import TINY_DAY


def test_the_report_lists_each_review(tmp_path: Path) -> None:
    """Of every kind, projects too, with its reason, as the check reads them."""
    catalog = read_portal(lay(BAD / "reviewed-wording", tmp_path / "portal"), {}).catalog
    review = next(review for policy in catalog.policies.values() for review in policy.reviewed_wording)
    projects = [replace(project, reviewed_wording=[review]) for project in catalog.projects.values()]
    summaries = {project.id: summary_of(project) for project in projects}
    listed = list(reviewed_records(Inspected(catalog, summaries, TINY_DAY)))
    assert {(entry.kind, entry.id) for entry in listed} >= {("project", project.id) for project in projects}
    listed = [entry for entry in listed if entry.kind != "project"]
    checked = [entry for entry in reviewed_wordings(catalog.everything(), catalog.site) if entry.kind != "project"]
    assert [(entry.kind, entry.id, entry.category) for entry in listed] == [
        (entry.kind, entry.id, entry.review.category) for entry in checked
    ]
    assert listed[0].reason.zh == "依据上级文件。"
