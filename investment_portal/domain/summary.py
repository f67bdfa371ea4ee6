"""A project in short: all that lists, cards, groups and totals show of it.

A portal may have tens of thousands of projects. A build holds the summaries of all of them and whole records only while
it renders their own pages.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

from investment_portal.domain.public_records import mentioned
from investment_portal.domain.totals import Bounds, bounds_of, lasts, seeks
from investment_portal.models.base import Model
from investment_portal.models.controlled_values import (
    CooperationMode,
    DecisionTime,
    ProjectKind,
    ProjectStage,
    ProjectStatus,
)
from investment_portal.models.project import Place, Project, Promoter
from investment_portal.models.quantities import AreaRange, Days, MoneyRange
from investment_portal.models.quantities.dates import PartialDate
from investment_portal.models.record import Withdrawal
from investment_portal.models.reviewed_wording import ReviewedWording
from investment_portal.models.site import Site
from investment_portal.models.text import Text
from investment_portal.value import Value


class ProjectSummary(Value, kw_only=True):
    """The fields of a project that are shown apart from its own page, under the names that they have there."""

    model: ClassVar[type[Model]] = Project
    """The record type whose labels the fields have."""

    id: str
    name: Text
    summary: Text
    kind: ProjectKind
    sector: str
    other_sectors: list[str]
    subsector: Text | None
    industry_code: str | None
    chain_node: str | None
    place: Place
    promoter: Promoter | None
    promoters: list[Promoter]
    contacts: list[str]
    policies: list[str]
    investment: MoneyRange | None
    land_area: AreaRange | None
    land_ready: AreaRange | None
    land_acquired: AreaRange | None
    land_reserved: AreaRange | None
    land_reserved_from: PartialDate | None
    land_as_of: date | None
    land_offered: AreaRange | None
    building_area: AreaRange | None
    building_offered: AreaRange | None
    cooperation: list[CooperationMode]
    stage: ProjectStage
    status: ProjectStatus
    status_on: date
    decision_time: DecisionTime | None
    featured: int
    valid_until: date | None
    published_on: date
    publish_from: date | None
    verified_on: date
    review_every: Days | None
    known_conditions: int
    """How many conditions of its site are known."""
    step_days: list[date]
    """The days of its preparatory steps."""
    example: bool
    withdrawn: Withdrawal | None
    formerly: list[str]
    reviewed_wording: list[ReviewedWording]
    sources: list[str]
    """Ids of the sources that it names, anywhere in it."""
    pictures: list[str]
    """Files of its pictures."""
    mentions: list[tuple[str, str]]
    """Kinds and ids of the records that it refers to, anywhere in it."""

    def bounds(self, site: Site) -> Bounds | None:
        """Return the bounds of the investment in yuan, at the dated rate of the settings."""
        return bounds_of(self.investment, site)

    @property
    def all_promoters(self) -> tuple[Promoter, ...]:
        """Return who offers the project, one organisation or several."""
        return (*([self.promoter] if self.promoter else []), *self.promoters)

    def available(self, day: date) -> bool:
        """Return whether the project still seeks an investor on a day."""
        return seeks(self) and lasts(self.valid_until, day)


class ProjectName(Value):
    """The name of a project, where no more of it is shown."""

    id: str
    name: Text


COMPUTED = frozenset({"step_days", "sources", "pictures", "mentions"})
FIELDS = tuple(name for name in ProjectSummary.__struct_fields__ if name not in COMPUTED)


def summary_of(project: Project) -> ProjectSummary:
    """Return the summary of a project."""
    steps = [step.on for step in project.preparatory if step.on]
    mentions = mentioned(project)
    sources = [id_ for kind, id_ in mentions if kind == "source"]
    fields = {name: getattr(project, name) for name in FIELDS}
    pictures = [image.file for image in project.images]
    return ProjectSummary(step_days=steps, sources=sources, pictures=pictures, mentions=mentions, **fields)


def by_digest(value: Any, summaries: Mapping[str, str]) -> Any:
    """Return a value with each project's summary replaced by its digest, which is short where it is used often."""
    if isinstance(value, ProjectSummary):
        return summaries[value.id]
    if isinstance(value, Value):
        return [type(value).__name__, *(by_digest(getattr(value, name), summaries) for name in value.__struct_fields__)]
    if isinstance(value, list | tuple):
        return [by_digest(item, summaries) for item in value]
    if isinstance(value, dict):
        return {key: by_digest(item, summaries) for key, item in value.items()}
    return value
