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
from investment_portal.pages.compare.ratios import RATIOS, ratio_of, ratio_text
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


def line_fact(context: Context, project: Project, line: ComparisonLine) -> Fact:
    """Return the value of a project at a line."""
    if line.key == "conditions.known":
        return Fact("", context.words("compare_known_of", known=project.known_conditions, all=len(CONDITIONS)))
    if line.key == "place":
        return Fact("", place_text(context, project))
    if line.group == "ratios":
        ratio = ratio_of(line.name, project, context.catalog.site)
        return make_fact(context, "", None if ratio is None else ratio_text(line.name, ratio, context.language))
    if line.key in LAND:
        return make_fact(context, "", LAND[line.key](project))
    owner: Model = {Conditions: project.conditions, Returns: project.returns}.get(line.owner, project)
    kind = "sector" if line.name == "sector" else None
    return make_fact(context, "", getattr(owner, line.name), kind, project.verified_on)


def place_text(context: Context, project: Project) -> str:
    """Return the place of a project: its park, the place in it, or the place alone."""
    place = project.place
    parks = [context.catalog.parks[park].name.in_(context.language) for park in place.all_parks]
    text = [place.text.in_(context.language)] if place.text else []
    undecided = [label_of(Place, "undecided").in_(context.language)] if place.undecided else []
    return context.words["separator"].join([*parks, *text, *undecided])


LAND: Mapping[str, Callable[[Project], AreaRange | None]] = {"land_ready": ready_land, "land_reserved": reserved_land}
"""Lines whose value a record may state under the former key."""

Measure = Callable[[Project, Site], Bounds | None]


class Mark(NamedTuple):
    """Which end of a line is marked, the word that says so, and how the figures are measured."""

    end: Literal["most", "least"]
    word: str
    measure: Measure


def _area(name: str) -> Measure:
    def measured(project: Project, _site: Site) -> Bounds | None:
        area: AreaRange | None = getattr(project, name)
        return area_bounds(area) if area else None

    return measured


def _ready(project: Project, _site: Site) -> Bounds | None:
    area = ready_land(project)
    return area_bounds(area) if area else None


def _claim(name: str) -> Measure:
    def measured(project: Project, site: Site) -> Bounds | None:
        claim = getattr(project.returns, name)
        return _bounds(claim.value, site) if claim else None

    return measured


def _ratio(name: str) -> Measure:
    def measured(project: Project, site: Site) -> Bounds | None:
        ratio = ratio_of(name, project, site)
        return None if ratio is None else Bounds(ratio, ratio)

    return measured


def _known(project: Project, _site: Site) -> Bounds:
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
