"""The shortcode of the compliance report."""

from investment_portal.components.context import Context
from investment_portal.domain.compliance.report import Report
from investment_portal.pages.compliance.view import report_sections
from investment_portal.pages.dataset import Dataset
from investment_portal.pages.shortcode import Blocks, Shortcode

COMPLIANCE = "compliance"


def whole(context: Context, report: Report | None) -> Blocks:
    """Return the report; nothing before the pages on which it reports are built."""
    return report_sections(context, report) if report else []


def later(_data: Dataset) -> None:
    """Return None: the build hands the report over once all other pages are there."""


SHORTCODES = (Shortcode(COMPLIANCE, whole, later),)
