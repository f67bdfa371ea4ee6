"""Rules about public holidays: lists that reach far enough."""

from collections.abc import Iterator
from datetime import date

from investment_portal.domain.office_hours import holiday_lists
from investment_portal.languages import Sentence
from investment_portal.models.catalog import Catalog
from investment_portal.problems import Level
from investment_portal.validation.rule import DatedPortalCheck, Located, Rule, Violation

HINT = Sentence(
    "把当年的放假安排写进 holidays，注明来源。", "Add the holidays of that year to holidays, and name their source."
)


def check_holidays_missing(catalog: Catalog, day: date) -> Iterator[Located]:
    """Yield lists in use without holidays of this year, and near the end of the year without those of the next."""
    used = {id_ for contact in catalog.contacts.values() for id_ in holiday_lists(contact, catalog.site)}
    soon = day.toordinal() + catalog.site.holidays_notice.days
    for id_, listed in catalog.records["holidays"].items():
        years = set(listed.years())
        for year in (day.year, day.year + 1):
            if id_ in used and year not in years and date(year, 1, 1).toordinal() <= soon:
                sentence = Sentence(
                    f"应有 {year} 年的节假日，实际没有；这一年的节假日页面会显示窗口正常办公。",
                    f"The holidays of {year} must be listed, and none are; pages would show contacts as open on them.",
                )
                yield "holidays", id_, Violation(("holidays",), sentence, HINT, Level.WARNING)


HOLIDAYS_MISSING = Rule(
    "holidays-missing",
    Sentence(
        "节假日安排要写到当年；年底前（天数见设置 holidays_notice）要有下一年的。",
        "Lists of holidays reach to this year, and before it ends to the next (holidays_notice).",
    ),
    [DatedPortalCheck(check_holidays_missing, settings=True)],
)
