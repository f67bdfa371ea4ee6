"""Problems of duties that are assessed on the built pages."""

from investment_portal.domain.compliance.duty import State
from investment_portal.domain.compliance.registry import DUTIES_BY_KEY
from investment_portal.domain.compliance.report import Report
from investment_portal.models.controlled_values import DutyEffect
from investment_portal.models.site import Site
from investment_portal.problems import Level, Problem
from investment_portal.validation.record_files import SITE
from investment_portal.validation.rules.settings import COMPLIANCE, not_met


def page_problems(report: Report, site: Site) -> tuple[list[Problem], list[Problem]]:
    """Return the errors of the duties of built pages, and the warnings.

    In a demonstration what would stop a live build is a warning, and the rest stands in the report alone.
    """
    errors: list[Problem] = []
    warnings: list[Problem] = []
    for assessed in report.duties:
        duty, stops = DUTIES_BY_KEY[assessed.key], assessed.effect is DutyEffect.STOP
        if not duty.reads_pages or assessed.assessment.state is not State.NOT_MET or (site.demo and not stops):
            continue
        level = Level.ERROR if stops and not site.demo else Level.WARNING
        violation = not_met(duty, assessed.assessment, level)
        problem = Problem(SITE, 0, 0, COMPLIANCE.id, "", violation.sentence, violation.hint, level)
        (errors if level is Level.ERROR else warnings).append(problem)
    return errors, warnings
