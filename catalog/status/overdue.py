"""Records that must be verified again: overdue ones, then those that fall due soon."""

from collections.abc import Iterator
from datetime import date

from catalog.languages import Sentence
from catalog.load.portal import Portal
from catalog.model.record import Record
from catalog.problems.finding import Finding
from catalog.rules.record_overdue import LASTING, RULE, check_record
from catalog.status.concern import Concern


def look(portal: Portal, day: date) -> Iterator[Finding]:
    """Yield what the rule reports, and what it will report within the days of the settings."""
    catalog = portal.catalog
    records = [
        (kind, id_, record)
        for kind, id_, record in catalog.everything()
        if isinstance(record, Record) and not isinstance(record, LASTING) and not record.withdrawn
    ]
    for kind, id_, record in records:
        for violation in check_record(record, catalog, day):
            yield violation.finding(RULE.id, kind, id_)
    for kind, id_, record in records:
        due = record.due_on(catalog.site.review_every)
        left = (due - day).days
        if 0 <= left <= catalog.site.expiring_within.days:
            said = Sentence(
                f"应在 {due} 前再次核实，还有 {left} 天。", f"To be verified again by {due}, in {left} days."
            )
            hint = Sentence("核实内容后更新 verified_on。", "Verify the content, then update verified_on.")
            yield Finding("overdue", kind, id_, ("verified_on",), said, hint)


CONCERN = Concern("overdue", Sentence("需要核实", "To be verified"), look)
