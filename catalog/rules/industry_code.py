"""An industry code must be a class of GB/T 4754-2017 and belong to the project's sector."""

from collections.abc import Iterator
from datetime import date

from catalog.languages import Sentence
from catalog.model.catalog import Catalog
from catalog.model.industry import DIVISIONS
from catalog.problems.finding import Finding
from catalog.rules.rule import Rule

SECTIONS = {letter: (int(divisions[0]), int(divisions[-1])) for letter, divisions in DIVISIONS.items()}
"""First and last division of each section of GB/T 4754-2017."""


HINT = Sentence(
    "改代码或产业，或在 district/sectors.yaml 里补上该类代码。",
    "Change the code or the sector, or add the class in district/sectors.yaml.",
)


def check(catalog: Catalog, day: date) -> Iterator[Finding]:
    """Find codes whose digits are not of their letter, and codes outside the project's sector."""
    for sector in catalog.sectors.values():
        for step, code in enumerate(sector.industry_codes):
            if not _exists(code):
                yield Finding("industry-code", "sector", sector.id, ("industry_codes", step), _wrong(code))
    for project in catalog.projects.values():
        named, own = project.industry_code, catalog.sectors.get(project.sector)
        if named and not _exists(named):
            yield Finding("industry-code", "project", project.id, ("industry_code",), _wrong(named))
        elif named and own and not named.startswith(tuple(own.industry_codes)):
            said = Sentence(
                f"行业代码应属于产业“{own.name.zh}”（{'、'.join(own.industry_codes)}），实际是 {named}。",
                f"The code must be of the sector “{own.name.en}” ({', '.join(own.industry_codes)}); got {named}.",
            )
            yield Finding("industry-code", "project", project.id, ("industry_code",), said, HINT)


def _exists(code: str) -> bool:
    low, high = SECTIONS[code[0]]
    return code in SECTIONS or low <= int(code[1:3]) <= high


def _wrong(code: str) -> Sentence:
    low, high = SECTIONS[code[0]]
    return Sentence(
        f"GB/T 4754-2017 里没有 {code}：门类 {code[0]} 的大类是 {low:02}–{high:02}。",
        f"GB/T 4754-2017 has no {code}: section {code[0]} holds divisions {low:02}-{high:02}.",
    )


RULE = Rule(
    "industry-code",
    Sentence(
        "行业代码须见于 GB/T 4754-2017 并属于该产业。",
        "An industry code is of GB/T 4754-2017 and of the project's sector.",
    ),
    check,
    apart=True,
)
