"""How many projects fill each field: a filter over a field that few fill helps nobody."""

from collections.abc import Iterator

from investment_portal.domain.totals import published
from investment_portal.languages import Sentence
from investment_portal.models.base import Model, fields_of, label_of
from investment_portal.models.catalog import Catalog
from investment_portal.models.project import Conditions, Place, Project, Returns
from investment_portal.models.record import Record
from investment_portal.value import Value

GROUPS: dict[str, type[Model]] = {"place": Place, "conditions": Conditions, "returns": Returns}
"""Fields that hold fields of their own."""


class FillRate(Value):
    """A field, by its key and its label, and how many projects fill it."""

    field: str
    label: Sentence
    filled: int
    of: int

    @property
    def percent(self) -> int:
        """The share in whole hundredths, rounded down so that 100 means all."""
        return self.filled * 100 // self.of if self.of else 0


def rates(catalog: Catalog) -> list[FillRate]:
    """Return the fields that a project may leave empty, the least filled first."""
    projects = published(catalog)
    fill_rates = []
    for key, label in _fields():
        filled = sum(_filled(project, key) for project in projects)
        fill_rates.append(FillRate(key, label, filled, len(projects)))
    return sorted(fill_rates, key=lambda rate: (rate.percent, rate.field))


def _fields() -> Iterator[tuple[str, Sentence]]:
    for name, info in fields_of(Project).items():
        if name in GROUPS:
            yield from ((f"{name}.{inner}", label_of(GROUPS[name], inner)) for inner in fields_of(GROUPS[name]))
        elif name not in fields_of(Record) and not info.required:
            yield name, label_of(Project, name)


def _filled(project: Project, key: str) -> bool:
    value: object = project
    for name in key.split("."):
        value = getattr(value, name)
    return value not in (None, [], 0)
