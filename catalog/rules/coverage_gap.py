"""Every sector and type of enterprise must be reached by a policy in force."""

from collections.abc import Iterator
from datetime import date

from catalog.derive.coverage import matrix
from catalog.languages import Sentence
from catalog.model.catalog import Catalog
from catalog.rules.rule import DatedPortalCheck, Located, Rule, Violation


def check_portal(catalog: Catalog, day: date) -> Iterator[Located]:
    """Yield sectors in which a type of enterprise is reached by no policy in force."""
    for (sector, enterprise), policies in matrix(catalog, day).items():
        if not policies:
            name = catalog.sectors[sector].name
            said = Sentence(
                f"“{name.zh}”的“{enterprise.label.zh}”应有政策可享，目前没有任何有效政策。",
                f"No policy in force reaches “{enterprise.label.en}” in “{name.en}”.",
            )
            hint = Sentence(
                "扩大一项政策的 sectors 或 enterprise_types，或新增政策。",
                "Widen a policy's sectors or enterprise_types, or add one.",
            )
            yield "sector", sector, Violation((), said, hint)


RULE = Rule(
    "coverage-gap",
    Sentence("政策包覆盖每个产业、每类企业。", "The policy package reaches every sector and type of enterprise."),
    [DatedPortalCheck(check_portal, whole=True)],
)
