"""The register of facets of the list of projects: a new one is one line in ``FACETS``."""

import re
from collections.abc import Callable, Container, Iterable, Mapping
from enum import EnumMeta

from investment_portal.components.context import Context
from investment_portal.components.fields import record_link
from investment_portal.domain.bands import SQUARE_METRES, YUAN, InvestmentBand, LandBand, bands_between
from investment_portal.domain.land import all_land, ready_land
from investment_portal.domain.summary import ProjectSummary
from investment_portal.domain.totals import bounds_of
from investment_portal.formatting.pinyin import spelled
from investment_portal.formatting.values import show
from investment_portal.languages import Sentence
from investment_portal.models.base import fields_of, label_of
from investment_portal.models.choice import Choice
from investment_portal.models.controlled_values import (
    CooperationMode,
    DecisionTime,
    ProjectKind,
    ProjectStage,
    ProjectStatus,
)
from investment_portal.models.industry import NAMES, division
from investment_portal.models.kinds import KINDS
from investment_portal.models.project import Conditions, Place, Project
from investment_portal.models.site import Site
from investment_portal.problems import did_you_mean
from investment_portal.refusals import RegistryError
from investment_portal.value import Value

OUTSIDE = "outside_parks"
UNDECIDED = "to_be_chosen"
"""The places of projects outside the parks, or not chosen yet; ids have no underscore, so no park has these names."""

NEGOTIABLE = "negotiable"
"""The value of projects whose investment is open to negotiation."""

RANGES = ("sum", "ready", "land")
"""Figures that a reader may bound freely: NAME_min and NAME_max, sums in 亿元, land in hectares."""

TAKEN = frozenset({"q", "sort", "view", "closed"})
"""Names of other parameters in addresses of the list."""

FACET_NAME, FACET_VALUE = re.compile("[a-z]+"), re.compile("[A-Za-z0-9_/-]+")
"""Patterns of names and values in addresses of the list: ``.`` separates the values of a facet."""

SUMMARY = "investment_portal/domain/summary.py"

Values = tuple[str, ...]


class FacetOption(Value):
    """One value of a facet; ``parent`` is the value of the same facet that it is a part of."""

    value: str
    label: str
    parent: str = ""


Options = Callable[[Context, Mapping[str, Sentence]], Iterable[FacetOption]]
"""A function of the context and of the names of the sub-sectors by their values."""


class FacetKind(Value):
    """A facet: its name in addresses, its label, the values that a project has in it, and the options in order.

    ``options`` are controlled values, the records of a kind (their values are the ids), or what a function returns.
    """

    name: str
    label: Sentence
    of: Callable[[Project | ProjectSummary, Site], Values]
    options: type[Choice] | str | Options
    under: str = ""
    """The facet that a reader narrows first: before, this one would have too many values."""
    by_address: bool = False
    """True if only an address that narrows it brings it out: it has too many values to choose from."""

    @property
    def later(self) -> bool:
        """Return whether it waits to be brought out."""
        return bool(self.under) or self.by_address

    def all_options(self, context: Context, subsectors: Mapping[str, Sentence]) -> Iterable[FacetOption]:
        """Return every option in its order, whether projects have it or not."""
        if isinstance(self.options, str):
            records = context.catalog.records[self.options]
            return [FacetOption(id_, record.name.in_(context.language)) for id_, record in records.items()]
        if isinstance(self.options, EnumMeta):
            return [FacetOption(option.value, show(option, context.language)) for option in self.options]
        return self.options(context, subsectors)

    def check_values(self, values: Iterable[str]) -> None:
        """Refuse values that an address cannot hold."""
        for value in values:
            if not FACET_VALUE.fullmatch(value):
                raise RegistryError(
                    Sentence(
                        f"筛选项“{self.name}”的值“{value}”不能写进网址：只能用字母、数字和“-”“_”“/”；“.”用来隔开多个值。",
                        f"The facet “{self.name}” has the value “{value}”, which an address cannot hold: a value "
                        "consists of letters, digits, “-”, “_” and “/”; “.” stands between values.",
                    )
                )

    def check_options(self, values: Iterable[str], options: Container[str]) -> None:
        """Refuse a value of projects that has no option."""
        for value in values:
            if value not in options:
                raise RegistryError(
                    Sentence(
                        f"筛选项“{self.name}”缺少值“{value}”的选项：请补进它的 options。",
                        f"The facet “{self.name}” has no option for the value “{value}”: its “options” lack one.",
                    )
                )


def registered(*facets: FacetKind) -> tuple[FacetKind, ...]:
    """Return the facets; refuse names and values that an address cannot hold, and names that nothing has."""
    names = [facet.name for facet in facets]
    for facet in facets:
        if not FACET_NAME.fullmatch(facet.name) or facet.name in TAKEN or names.count(facet.name) > 1:
            raise RegistryError(
                Sentence(
                    f"筛选项不能叫“{facet.name}”：名称只用小写字母，不得重复，也不得是 {'、'.join(sorted(TAKEN))}。",
                    f"A facet cannot be called “{facet.name}”: a name consists of small letters, is used once, "
                    f"and is none of {', '.join(sorted(TAKEN))}.",
                )
            )
        if facet.under and facet.under not in names:
            raise _unknown(facet, "under", facet.under, names)
        if isinstance(facet.options, str) and facet.options not in KINDS:
            raise _unknown(facet, "options", facet.options, KINDS)
        if isinstance(facet.options, EnumMeta):
            facet.check_values(option.value for option in facet.options)
    return facets


def _unknown(facet: FacetKind, argument: str, name: str, known: Iterable[str]) -> RegistryError:
    hint = did_you_mean(name, known)
    return RegistryError(
        Sentence(
            f"筛选项“{facet.name}”的 {argument} 写的是“{name}”，没有这一项。{hint.zh}",
            f"The facet “{facet.name}” has {argument} “{name}”, which does not exist. {hint.en}".strip(),
        )
    )


def values_of(project: Project | ProjectSummary, site: Site) -> tuple[Values, ...]:
    """Return the values of a project in every facet, in the order of ``FACETS``."""
    try:
        return tuple([facet.of(project, site) for facet in FACETS])
    except AttributeError as error:
        if error.obj is not project:
            raise
        raise RegistryError(
            Sentence(
                f"筛选项用到项目的“{error.name}”，而项目摘要里没有。请写进 {SUMMARY} 的 ProjectSummary。",
                f"A facet uses “{error.name}” of projects, which their summaries lack. Add it to ProjectSummary in "
                f"{SUMMARY}.",
            )
        ) from None


def subsectors(projects: Iterable[Project | ProjectSummary]) -> dict[str, Sentence]:
    """Return every sub-sector by its value in addresses, as the last project that names it writes it."""
    named = (project.subsector for project in projects)
    return {slug(subsector.en): Sentence(subsector.zh, subsector.en) for subsector in named if subsector}


def slug(text: str) -> str:
    """Write an English name as a value for addresses: ``Wine, spirits`` is ``wine-spirits``."""
    return re.sub("[^a-z0-9]+", "-", text.lower()).strip("-")


def _label(name: str) -> Sentence:
    return label_of(Project, name)


def _place(project: Project | ProjectSummary, _: Site) -> Values:
    place = project.place
    return place.all_parks or ((OUTSIDE,) if place.text else (UNDECIDED,) if place.undecided else ())


def _sum(project: Project | ProjectSummary, site: Site) -> Values:
    if project.investment and project.investment.negotiable:
        return (NEGOTIABLE,)
    bounds = bounds_of(project.investment, site)
    if bounds is None:
        return ()
    high = bounds.high / YUAN if bounds.high is not None else None
    return tuple(band.value for band in bands_between(InvestmentBand, bounds.low / YUAN, high))


def _sums(context: Context, _: Mapping[str, Sentence]) -> Iterable[FacetOption]:
    yield from (FacetOption(band.value, show(band, context.language)) for band in InvestmentBand)
    yield FacetOption(NEGOTIABLE, context.words["negotiable"])


def _land(project: Project | ProjectSummary, _: Site) -> Values:
    area = all_land(project)
    if area is None:
        return ()
    high = area.high.square_metres / SQUARE_METRES if area.high else None
    return tuple(band.value for band in bands_between(LandBand, area.least.square_metres / SQUARE_METRES, high))


READY_LAND, READY_SPACE, LATER = "land", "space", "later"
"""Values for what a project offers now: ready plots, ready-built space, nothing yet."""


def _ready(project: Project | ProjectSummary, _: Site) -> Values:
    space = project.kind is ProjectKind.BUILDING and project.building_offered is not None
    ready = ((READY_LAND,) if ready_land(project) else ()) + ((READY_SPACE,) if space else ())
    return ready or (LATER,)


def _readiness(context: Context, _: Mapping[str, Sentence]) -> Iterable[FacetOption]:
    yield from (
        FacetOption(value, context.words[f"project_list_ready_{value}"]) for value in (READY_LAND, READY_SPACE, LATER)
    )


CONDITIONS = len(fields_of(Conditions))
MANY = CONDITIONS * 3 // 4 + 1
"""The least number of known conditions above three quarters of all."""


def _known(project: Project | ProjectSummary, _: Site) -> Values:
    known = project.known_conditions
    return ("all" if known == CONDITIONS else "many" if known >= MANY else "few",)


def _completeness(context: Context, _: Mapping[str, Sentence]) -> Iterable[FacetOption]:
    counts = {"all": CONDITIONS, "many": MANY, "few": MANY - 1}
    yield from (
        FacetOption(value, context.words(f"project_list_known_{value}", count=count)) for value, count in counts.items()
    )


def _status(project: Project | ProjectSummary, _: Site) -> Values:
    return ((ProjectStatus.WITHDRAWN if project.withdrawn else project.status).value,)


def _places(context: Context, _: Mapping[str, Sentence]) -> Iterable[FacetOption]:
    for id_, park in context.catalog.parks.items():
        yield FacetOption(id_, park.name.in_(context.language))
    yield FacetOption(OUTSIDE, context.words["project_list_outside"])
    yield FacetOption(UNDECIDED, label_of(Place, "undecided").in_(context.language))


def _subsectors(context: Context, subsectors: Mapping[str, Sentence]) -> Iterable[FacetOption]:
    """Return each sub-sector once, by name; Chinese names by how they are read."""
    labels = {value: name.in_(context.language) for value, name in subsectors.items()}

    def order(item: tuple[str, str]) -> str:
        return spelled(item[1], context.reading(item[1])) if context.language == "zh" else item[1].lower()

    return [FacetOption(value, label) for value, label in sorted(labels.items(), key=order)]


def _industries(context: Context, _: Mapping[str, Sentence]) -> Iterable[FacetOption]:
    for code, name in NAMES.items():
        yield FacetOption(code, f"{code} {name.in_(context.language)}", code[0] if len(code) > 1 else "")


def _links(context: Context, _: Mapping[str, Sentence]) -> Iterable[FacetOption]:
    for chain in context.catalog.chains.values():
        for node in chain.nodes:
            reference = chain.reference(node)
            yield FacetOption(reference, record_link(context, "node", reference).text)


FACETS = registered(
    FacetKind("ready", Sentence("现在可供", "Available now"), _ready, _readiness),
    FacetKind("stage", _label("stage"), lambda project, _: (project.stage.value,), ProjectStage),
    FacetKind(
        "sector",
        _label("sector"),
        lambda project, _: tuple(dict.fromkeys([project.sector, *project.other_sectors])),
        "sector",
    ),
    FacetKind("sum", _label("investment"), _sum, _sums),
    FacetKind(
        "sub",
        _label("subsector"),
        lambda project, _: (slug(project.subsector.en),) if project.subsector else (),
        _subsectors,
        under="sector",
    ),
    FacetKind("park", Sentence("园区或地点", "Park or place"), _place, _places),
    FacetKind("land", _label("land_area"), _land, LandBand),
    FacetKind("kind", _label("kind"), lambda project, _: (project.kind.value,), ProjectKind),
    FacetKind("known", Sentence("已知建设条件", "Known site conditions"), _known, _completeness),
    FacetKind(
        "mode",
        _label("cooperation"),
        lambda project, _: tuple(mode.value for mode in project.cooperation),
        CooperationMode,
    ),
    FacetKind("status", _label("status"), _status, ProjectStatus),
    FacetKind(
        "time",
        _label("decision_time"),
        lambda project, _: (project.decision_time.value,) if project.decision_time else (),
        DecisionTime,
    ),
    FacetKind(
        "code",
        Sentence("国民经济行业", "Industry (GB/T 4754)"),
        lambda project, _: division(project.industry_code) if project.industry_code else (),
        _industries,
    ),
    FacetKind(
        "link",
        _label("chain_node"),
        lambda project, _: (project.chain_node,) if project.chain_node else (),
        _links,
        by_address=True,
    ),
    FacetKind(
        "desk",
        _label("contacts"),
        lambda project, _: tuple(dict.fromkeys(project.contacts)),
        "contact",
        by_address=True,
    ),
)
"""Facets in the order in which they are shown. Their names and values are part of public addresses."""
