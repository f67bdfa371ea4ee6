"""Lines of the comparison of projects, and which of several figures it marks.

A line is marked only where one end of it is better for whoever invests: more land on offer, money back sooner. Most
lines are neutral, and nothing is guessed about them.
"""

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Any, Literal, NamedTuple

from investment_portal.components.context import Context
from investment_portal.components.fields import make_fact
from investment_portal.components.parts import Fact
from investment_portal.domain.land import ready_land, reserved_land
from investment_portal.domain.totals import Bounds, area_bounds, bounds_of
from investment_portal.models.base import Model, fields_of, label_of
from investment_portal.models.project import Conditions, Place, Project, Returns
from investment_portal.models.quantities import AreaRange, MoneyRange, QuantityRange
from investment_portal.models.site import Site
from investment_portal.pages.compare.ratios import RATIOS, Ratios, ratio_text
from investment_portal.value import Value

FACTS = (
    "kind",
    "sector",
    "investment",
    "financing_sought",
    "place",
    "land_area",
    "land_ready",
    "land_acquired",
    "land_reserved",
    "building_area",
    "building_offered",
    "price",
    "cooperation",
    "stage",
    "status",
    "decision_time",
    "valid_until",
    "verified_on",
)
SELDOM = frozenset(
    {
        "financing_sought",
        "land_area",
        "land_acquired",
        "land_reserved",
        "building_area",
        "building_offered",
        "price",
        "valid_until",
    }
)
"""Facts that many projects do not have: an empty one is no question to a contact."""


class ComparisonLine(Value):
    """One line: its key, group and label, and whether an unknown value is worth asking for."""

    key: str
    group: str
    owner: type[Model]
    name: str

    @property
    def worth_asking(self) -> bool:
        """Return whether an investor should ask for an unknown value."""
        return self.name not in SELDOM and self.group != "ratios"

    @property
    def is_text(self) -> bool:
        """Return whether values are free text: other words do not make projects differ."""
        return self.owner is Conditions or self.name == "place"

    def label(self, context: Context) -> str:
        """Return the name of the line."""
        if self.key == "conditions.known":
            return context.words["compare_known"]
        if self.group == "ratios":
            return context.words[f"compare_ratio_{self.name}"]
        return label_of(self.owner, self.name).in_(context.language)


def _lines() -> Iterable[ComparisonLine]:
    yield from (ComparisonLine(name, "facts", Project, name) for name in FACTS)
    yield ComparisonLine("conditions.known", "conditions", Project, "conditions")
    yield from (ComparisonLine(f"conditions.{name}", "conditions", Conditions, name) for name in CONDITIONS)
    yield from (ComparisonLine(f"returns.{name}", "returns", Returns, name) for name in fields_of(Returns))
    yield from (ComparisonLine(f"ratios.{name}", "ratios", Project, name) for name in RATIOS)


CONDITIONS = tuple(fields_of(Conditions))
LINES: tuple[ComparisonLine, ...] = tuple(_lines())
GROUPS: Mapping[str, str] = {
    "facts": "key_facts",
    "conditions": "conditions",
    "returns": "compare_returns",
    "ratios": "compare_ratios",
}
"""Groups of lines, each with the word that heads it."""


def line_fact(context: Context, project: Project, line: ComparisonLine, ratios: Ratios) -> Fact:
    """Return the value of a project, with these ratios, at a line."""
    if line.key in TEXTS:
        return Fact("", TEXTS[line.key](context, project))
    if line.group == "ratios":
        ratio = ratios[line.name]
        value: Any = None if ratio is None else ratio_text(line.name, ratio, context.language)
    elif line.key in LAND:
        value = LAND[line.key](project)
    else:
        group = GROUP_FIELDS.get(line.group)
        value = getattr(getattr(project, group) if group else project, line.name)
    if value is None:
        return UNKNOWN
    return make_fact(context, "", value, "sector" if line.name == "sector" else None, project.verified_on)


UNKNOWN = Fact("", "", known=False)
"""The value of a line that a project does not state: the page has its own word for it."""

GROUP_FIELDS = {"conditions": "conditions", "returns": "returns"}
"""Groups of lines whose values stand in a group of fields of that name."""


def place_text(context: Context, project: Project) -> str:
    """Return the place of a project: its park, the place in it, or the place alone."""
    place = project.place
    parks = [context.catalog.parks[park].name.in_(context.language) for park in place.all_parks]
    text = [place.text.in_(context.language)] if place.text else []
    undecided = [label_of(Place, "undecided").in_(context.language)] if place.undecided else []
    return context.words["separator"].join([*parks, *text, *undecided])


def _known_text(context: Context, project: Project) -> str:
    return context.words("compare_known_of", known=project.known_conditions, all=len(CONDITIONS))


TEXTS: Mapping[str, Callable[[Context, Project], str]] = {"conditions.known": _known_text, "place": place_text}
"""Lines that are told in a sentence or of several fields."""

LAND: Mapping[str, Callable[[Project], AreaRange | None]] = {"land_ready": ready_land, "land_reserved": reserved_land}
"""Lines whose value a record may state under the former key."""

Measure = Callable[[Project, Site, Ratios], Bounds | None]


class Mark(NamedTuple):
    """Which end of a line is marked, the word that says so, and how the figures are measured."""

    end: Literal["most", "least"]
    word: str
    measure: Measure


def _area(name: str) -> Measure:
    def measured(project: Project, _site: Site, _ratios: Ratios) -> Bounds | None:
        area: AreaRange | None = getattr(project, name)
        return area_bounds(area) if area else None

    return measured


def _ready(project: Project, _site: Site, _ratios: Ratios) -> Bounds | None:
    area = ready_land(project)
    return area_bounds(area) if area else None


def _claim(name: str) -> Measure:
    def measured(project: Project, site: Site, _ratios: Ratios) -> Bounds | None:
        claim = getattr(project.returns, name)
        return _bounds(claim.value, site) if claim else None

    return measured


def _ratio(name: str) -> Measure:
    def measured(_project: Project, _site: Site, ratios: Ratios) -> Bounds | None:
        ratio = ratios[name]
        return None if ratio is None else Bounds(ratio, ratio)

    return measured


def _known(project: Project, _site: Site, _ratios: Ratios) -> Bounds:
    known = Decimal(project.known_conditions)
    return Bounds(known, known)


def _bounds(value: QuantityRange[Any], site: Site) -> Bounds | None:
    if isinstance(value, MoneyRange):
        return bounds_of(value, site)
    return Bounds(value.low.number if value.low else Decimal(0), value.high.number if value.high else None, value.about)


MARKS: Mapping[str, Mark] = {
    "land_ready": Mark("most", "compare_mark_largest", _ready),
    "building_offered": Mark("most", "compare_mark_largest", _area("building_offered")),
    "conditions.known": Mark("most", "compare_mark_fullest", _known),
    "returns.payback_years": Mark("least", "compare_mark_shortest", _claim("payback_years")),
    "returns.irr": Mark("most", "compare_mark_highest", _claim("irr")),
    "ratios.output_investment": Mark("most", "compare_mark_highest", _ratio("output_investment")),
    "ratios.profit_investment": Mark("most", "compare_mark_highest", _ratio("profit_investment")),
}
"""The lines with a marked end."""
