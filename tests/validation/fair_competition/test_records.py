"""Reviews of questioned wording, as the page of compliance shows them."""

from pathlib import Path

from investment_portal.models.reviewed_wording import QuestionedWording
from investment_portal.validation.fair_competition.records import reviewed_wordings
from investment_portal.validation.record_reader import read_portal
from tests.overlay import BAD, lay


def test_reviews_are_listed_with_those_that_cover_nothing(tmp_path: Path) -> None:
    """One allows what stands in the record, the other is left over."""
    catalog = read_portal(lay(BAD / "reviewed-wording", tmp_path / "portal"), {}).catalog
    entries = list(reviewed_wordings(catalog.everything(), catalog.site))
    assert [(entry.kind, entry.id, entry.review.category, entry.stale) for entry in entries] == [
        ("policy", "equipment-grant", QuestionedWording.RANKED_FIRMS, False),
        ("policy", "equipment-grant", QuestionedWording.TAX_LINKED, True),
    ]
    assert entries[0].review.reason.zh == "依据上级文件。"
