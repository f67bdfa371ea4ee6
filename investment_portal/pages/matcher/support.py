"""Data with which the browser computes the support for a plan: one declaration for all pages."""

from typing import Any

from investment_portal.components.context import Context
from investment_portal.domain.change_days import clock_floor
from investment_portal.domain.incentives.combination import STAGES
from investment_portal.domain.incentives.declaration import Package
from investment_portal.domain.incentives.declare import plain
from investment_portal.formatting.values import show
from investment_portal.languages import Language
from investment_portal.models.controlled_values import MoneyKind, PolicyStage


def support_name(language: Language) -> str:
    """Return the name of the data script of a language."""
    return f"support.{language}"


def support_data(context: Context, package: Package) -> dict[str, Any]:
    """Return the package with the words of its totals."""
    language = context.language
    names = {stage.value: show(stage, language) for stage in PolicyStage}
    return {
        "language": language,
        "zone": context.catalog.zone,
        "day": clock_floor(context.catalog, context.day).isoformat(),
        "package": plain(package),
        "kinds": {money.value: show(money, language) for money in MoneyKind},
        "stages": {stage: names[stage] for stage in STAGES},
        "support": context.words.group("support_script"),
    }
