"""An industry code must be a class of GB/T 4754-2017 and belong to the project's sector."""

from collections.abc import Iterator
from datetime import date

from catalog.languages import Sentence
from catalog.model.catalog import Catalog
from catalog.problems.finding import Finding
from catalog.rules.rule import Rule

SECTIONS = {
    "A": (1, 5), "B": (6, 12), "C": (13, 43), "D": (44, 46), "E": (47, 50), "F": (51, 52), "G": (53, 60), "H": (61, 62),
    "I": (63, 65), "J": (66, 69), "K": (70, 70), "L": (71, 72), "M": (73, 75), "N": (76, 79), "O": (80, 82), "P": (83, 83),
    "Q": (84, 85), "R": (86, 90), "S": (91, 96), "T": (97, 97),
}  # fmt: skip
"""Divisions (first two digits) of each section of GB/T 4754-2017."""


def check(catalog: Catalog, day: date) -> Iterator[Finding]:
    """Find codes whose digits are not of their letter, and codes outside the project's sector."""
    for sector in catalog.sectors.values():
        for step, code in enumerate(sector.industry_codes):
            if not _exists(code):
                yield Finding("industry-code", "sector", sector.id, ("industry_codes", step), _wrong(code))
    for project in catalog.projects.values():
        code = project.industry_code
        own = catalog.sectors.get(project.sector)
        if code and not _exists(code):
            yield Finding("industry-code", "project", project.id, ("industry_code",), _wrong(code))
        elif code and own and not any(code.startswith(one) for one in own.industry_codes):
            said = Sentence(
                f"行业代码 {code} 不属于产业“{own.name.zh}”（{'、'.join(own.industry_codes)}）。",
                f"Industry code {code} is not of the sector “{own.name.en}” ({', '.join(own.industry_codes)}).",
            )
            hint = Sentence("改代码或产业，或在 district/sectors.yaml 里补上该类代码。", "Change the code or the sector, or add the class in district/sectors.yaml.")
            yield Finding("industry-code", "project", project.id, ("industry_code",), said, hint)


def _exists(code: str) -> bool:
    low, high = SECTIONS[code[0]]
    return len(code) == 1 or low <= int(code[1:3]) <= high


def _wrong(code: str) -> Sentence:
    low, high = SECTIONS[code[0]]
    return Sentence(
        f"GB/T 4754-2017 里没有 {code}：门类 {code[0]} 的大类是 {low:02}–{high:02}。",
        f"GB/T 4754-2017 has no {code}: section {code[0]} holds divisions {low:02}-{high:02}.",
    )


RULE = Rule("industry-code", Sentence("行业代码须见于 GB/T 4754-2017 并属于该产业。", "An industry code is of GB/T 4754-2017 and of the project's sector."), check)
