"""An industry code must be a class of GB/T 4754-2017 and belong to the project's sector."""

from collections.abc import Iterator

from catalog.languages import Sentence
from catalog.model.catalog import Catalog
from catalog.model.industry import DIVISIONS
from catalog.model.project import Project
from catalog.model.setting import Sector
from catalog.rules.rule import RecordCheck, Rule, Violation

SECTIONS = {letter: (int(divisions[0]), int(divisions[-1])) for letter, divisions in DIVISIONS.items()}
"""First and last division of each section of GB/T 4754-2017."""


HINT = Sentence(
    "改代码或产业，或在 district/sectors.yaml 里补上该类代码。",
    "Change the code or the sector, or add the class in district/sectors.yaml.",
)


def check_sector(sector: Sector, catalog: Catalog) -> Iterator[Violation]:
    """Yield codes whose digits are not of their letter."""
    for step, code in enumerate(sector.industry_codes):
        if not _exists(code):
            yield Violation(("industry_codes", step), _wrong(code))


def check_project(project: Project, catalog: Catalog) -> Iterator[Violation]:
    """Yield a code whose digits are not of its letter, or which is outside the sector of the project."""
    code, sector = project.industry_code, catalog.sectors.get(project.sector)
    if code and not _exists(code):
        yield Violation(("industry_code",), _wrong(code))
    elif code and sector and not code.startswith(tuple(sector.industry_codes)):
        said = Sentence(
            f"行业代码应属于产业“{sector.name.zh}”（{'、'.join(sector.industry_codes)}），实际是 {code}。",
            f"The code must be of the sector “{sector.name.en}” ({', '.join(sector.industry_codes)}); got {code}.",
        )
        yield Violation(("industry_code",), said, HINT)


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
    [RecordCheck(Sector, check_sector), RecordCheck(Project, check_project)],
)
