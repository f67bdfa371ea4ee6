"""Rules about projects: required fields of each kind, industry codes."""

from collections.abc import Iterator

from investment_portal.languages import Sentence
from investment_portal.models.base import label_of
from investment_portal.models.catalog import Catalog
from investment_portal.models.controlled_values import ProjectStatus
from investment_portal.models.industry import DIVISIONS
from investment_portal.models.project import INSTEAD, REQUIRED, Project
from investment_portal.models.reference_lists import Sector
from investment_portal.problems import Level, did_you_mean
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
        sentence = Sentence(
            f"行业代码应属于产业“{sector.name.zh}”（{'、'.join(sector.industry_codes)}），实际是 {code}。",
            f"The code must be of the sector “{sector.name.en}” ({', '.join(sector.industry_codes)}); got {code}.",
        )
        yield Violation(("industry_code",), sentence, INDUSTRY_CODE_HINT)


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
        if any(getattr(project, other) is not None for other in INSTEAD.get(name, ())):
            continue
        if (project.all_promoters if name == "promoter" else getattr(project, name)) in (None, [], ()):
            label = label_of(Project, name)
            missing = Sentence(
                f"“{project.kind.label.zh}”类必须填写“{name}”（{label.zh}）。",
                f"A project of kind “{project.kind.value}” must fill “{name}” ({label.en}).",
            )
            yield Violation((name,), missing)
    place = project.place
    if not place.all_parks and place.text is None and not place.undecided:
        sentence = Sentence(
            "选址要写园区（park 或 parks）或地点（text）；还没有选定，写 undecided: true。",
            "The site needs a park (park or parks) or a text; where it is not chosen yet, write undecided: true.",
        )
        yield Violation(("place",), sentence)


MISSING_BY_KIND = Rule(
    "missing-by-kind",
    Sentence("各类项目的必填项不得为空。", "A project fills what its kind requires."),
    [RecordCheck(Project, check_missing_by_kind)],
)


def check_one_or_several(project: Project, catalog: Catalog) -> Iterator[Violation]:
    """Yield what is written both as one thing and as a list, and what a list says twice."""
    for path, single, several in (
        (("place",), project.place.park, project.place.parks),
        ((), project.promoter, project.promoters),
    ):
        if single and several:
            name = "park" if path else "promoter"
            sentence = Sentence(
                f"“{name}”和“{name}s”只写一个：只有一个时写 {name}，有多个时全部写进 {name}s。",
                f"Write either “{name}” or “{name}s”: {name} for one, {name}s for all of several.",
            )
            yield Violation((*path, f"{name}s"), sentence)
    for step, sector in enumerate(project.other_sectors):
        if sector == project.sector:
            sentence = Sentence(
                f"“other_sectors”里不必重复 sector 已写的“{sector}”。",
                f"“other_sectors” need not repeat “{sector}”, which stands in sector.",
            )
            yield Violation(("other_sectors", step), sentence)


ONE_OR_SEVERAL = Rule(
    "one-or-several",
    Sentence("园区、项目单位写成一个或一组，不同时写。", "Parks and promoters are one or a list, not both."),
    [RecordCheck(Project, check_one_or_several)],
)


def check_code_list(project: Project, catalog: Catalog) -> Iterator[Violation]:
    """Yield a class that the code list of the settings does not hold."""
    codes = [listed.code for listed in catalog.site.industry_codes]
    if not codes or project.industry_code is None or project.industry_code in codes:
        return
    code = project.industry_code
    sentence = Sentence(
        f"行业代码 {code} 不在 district/site.yaml 的 industry_codes 里。",
        f"The industry code {code} is not in industry_codes of district/site.yaml.",
    )
    mend = did_you_mean(code, codes)
    hint = Sentence(
        f"{mend.zh}核对代码；没有写错，就把它连同名称补进 industry_codes。",
        f"{mend.en} Check the code; if it is right, add it with its name to industry_codes.".strip(),
    )
    yield Violation(("industry_code",), sentence, hint, Level.WARNING)


CODE_LIST = Rule(
    "industry-code-list",
    Sentence("行业代码应见于设置里的代码表。", "An industry code is in the code list of the settings."),
    [RecordCheck(Project, check_code_list)],
)


def check_status_withdrawn(project: Project, catalog: Catalog) -> Iterator[Violation]:
    """Yield the status withdrawn without the day and the reason."""
    if project.status is ProjectStatus.WITHDRAWN and project.withdrawn is None:
        sentence = Sentence(
            "状态为“已撤回”时，还应写 withdrawn（日期和原因）。",
            "A project with the status withdrawn needs the block withdrawn, with day and reason.",
        )
        hint = Sentence(
            f"在 withdrawn: 下面写 on: {project.status_on} 和 reason: 的中英文。",
            f"Below withdrawn: write on: {project.status_on} and reason: in both languages.",
        )
        yield Violation(("status",), sentence, hint)


STATUS_WITHDRAWN = Rule(
    "status-withdrawn",
    Sentence("撤回的项目要写明日期和原因。", "A withdrawn project gives the day and the reason."),
    [RecordCheck(Project, check_status_withdrawn)],
)


def check_park_sector(project: Project, catalog: Catalog) -> Iterator[Violation]:
    """Yield each park of a project whose sector it does not list."""
    place, sector = project.place, catalog.sectors.get(project.sector)
    named = [(("place", "park"), place.park), *((("place", "parks", at), id_) for at, id_ in enumerate(place.parks))]
    for path, id_ in named:
        park = catalog.parks.get(id_ or "")
        if park and sector and project.sector not in park.sectors and not project.withdrawn:
            sentence = Sentence(
                f"园区“{park.name.zh}”的主导产业里没有“{sector.name.zh}”（{project.sector}）。",
                f"The sectors of the park “{park.name.en}” do not include “{sector.name.en}” ({project.sector}).",
            )
            hint = Sentence(
                f"核对 park 和 sector；园区确实接纳，就补进 district/parks/{id_}.yaml 的 sectors。",
                f"Check park and sector; if the park takes such projects, add the sector in district/parks/{id_}.yaml.",
            )
            yield Violation(path, sentence, hint, Level.WARNING)


PARK_SECTOR = Rule(
    "park-sector",
    Sentence("项目所在园区的主导产业应包括该产业。", "A project's park lists the project's sector."),
    [RecordCheck(Project, check_park_sector)],
)
