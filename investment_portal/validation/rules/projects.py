"""Rules about projects: required fields of each kind, industry codes."""

from collections.abc import Iterator

from investment_portal.languages import Sentence
from investment_portal.models.base import label_of
from investment_portal.models.catalog import Catalog
from investment_portal.models.controlled_values import ProjectStatus
from investment_portal.models.industry import DIVISIONS
from investment_portal.models.project import REQUIRED, Project
from investment_portal.models.reference_lists import Sector
from investment_portal.problems import Level
from investment_portal.validation.rule import RecordCheck, Rule, Violation

SECTIONS = {letter: (int(divisions[0]), int(divisions[-1])) for letter, divisions in DIVISIONS.items()}
"""First and last division of each section of GB/T 4754-2017."""


INDUSTRY_CODE_HINT = Sentence(
    "改代码或产业，或在 district/sectors.yaml 里补上该类代码。",
    "Change the code or the sector, or add the class in district/sectors.yaml.",
)


def check_industry_code(sector: Sector, catalog: Catalog) -> Iterator[Violation]:
    """Yield codes whose digits are not of their letter."""
    for step, code in enumerate(sector.industry_codes):
        if not _exists(code):
            yield Violation(("industry_codes", step), _wrong(code))


def check_industry_code_in_project(project: Project, catalog: Catalog) -> Iterator[Violation]:
    """Yield a code whose digits are not of its letter, or which is outside the sector of the project."""
    code, sector = project.industry_code, catalog.sectors.get(project.sector)
    if code and not _exists(code):
        yield Violation(("industry_code",), _wrong(code))
    elif code and sector and not code.startswith(tuple(sector.industry_codes)):
        said = Sentence(
            f"行业代码应属于产业“{sector.name.zh}”（{'、'.join(sector.industry_codes)}），实际是 {code}。",
            f"The code must be of the sector “{sector.name.en}” ({', '.join(sector.industry_codes)}); got {code}.",
        )
        yield Violation(("industry_code",), said, INDUSTRY_CODE_HINT)


def _exists(code: str) -> bool:
    low, high = SECTIONS[code[0]]
    return code in SECTIONS or low <= int(code[1:3]) <= high


def _wrong(code: str) -> Sentence:
    low, high = SECTIONS[code[0]]
    return Sentence(
        f"GB/T 4754-2017 里没有 {code}：门类 {code[0]} 的大类是 {low:02}–{high:02}。",
        f"GB/T 4754-2017 has no {code}: section {code[0]} holds divisions {low:02}-{high:02}.",
    )


INDUSTRY_CODE = Rule(
    "industry-code",
    Sentence(
        "行业代码须见于 GB/T 4754-2017 并属于该产业。",
        "An industry code is of GB/T 4754-2017 and of the project's sector.",
    ),
    [RecordCheck(Sector, check_industry_code), RecordCheck(Project, check_industry_code_in_project)],
)


def check_missing_by_kind(project: Project, catalog: Catalog) -> Iterator[Violation]:
    """Yield fields that are empty although the kind of the project requires them."""
    for name in REQUIRED[project.kind]:
        if getattr(project, name) in (None, []):
            label = label_of(Project, name)
            said = Sentence(
                f"“{project.kind.label.zh}”类必须填写“{name}”（{label.zh}）。",
                f"A project of kind “{project.kind.value}” must fill “{name}” ({label.en}).",
            )
            yield Violation((name,), said)
    if project.place.park is None and project.place.text is None:
        said = Sentence("选址要写园区（park）或地点（text）。", "The site needs a park or a text.")
        yield Violation(("place",), said)


MISSING_BY_KIND = Rule(
    "missing-by-kind",
    Sentence("各类项目的必填项不得为空。", "A project fills what its kind requires."),
    [RecordCheck(Project, check_missing_by_kind)],
)


def check_status_withdrawn(project: Project, catalog: Catalog) -> Iterator[Violation]:
    """Yield the status withdrawn without the day and the reason."""
    if project.status is ProjectStatus.WITHDRAWN and project.withdrawn is None:
        said = Sentence(
            "状态为“已撤回”时，还应写 withdrawn（日期和原因）。",
            "A project with the status withdrawn needs the block withdrawn, with day and reason.",
        )
        hint = Sentence(
            f"在 withdrawn: 下面写 on: {project.status_on} 和 reason: 的中英文。",
            f"Below withdrawn: write on: {project.status_on} and reason: in both languages.",
        )
        yield Violation(("status",), said, hint)


STATUS_WITHDRAWN = Rule(
    "status-withdrawn",
    Sentence("撤回的项目要写明日期和原因。", "A withdrawn project gives the day and the reason."),
    [RecordCheck(Project, check_status_withdrawn)],
)


def check_park_sector(project: Project, catalog: Catalog) -> Iterator[Violation]:
    """Yield the park of a project whose sector it does not list."""
    park, sector = catalog.parks.get(project.place.park or ""), catalog.sectors.get(project.sector)
    if park and sector and project.sector not in park.sectors and not project.withdrawn:
        said = Sentence(
            f"园区“{park.name.zh}”的主导产业里没有“{sector.name.zh}”（{project.sector}）。",
            f"The sectors of the park “{park.name.en}” do not include “{sector.name.en}” ({project.sector}).",
        )
        hint = Sentence(
            f"核对 park 和 sector；园区确实接纳，就补进 district/parks/{project.place.park}.yaml 的 sectors。",
            "Check park and sector; if the park takes such projects, add the sector in "
            f"district/parks/{project.place.park}.yaml.",
        )
        yield Violation(("place", "park"), said, hint, Level.WARNING)


PARK_SECTOR = Rule(
    "park-sector",
    Sentence("项目所在园区的主导产业应包括该产业。", "A project's park lists the project's sector."),
    [RecordCheck(Project, check_park_sector)],
)
