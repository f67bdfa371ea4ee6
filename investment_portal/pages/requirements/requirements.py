"""The page's part: the register of criteria for people and for the script, and where the data of records is."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from investment_portal.components.context import Context
from investment_portal.components.parts import Part
from investment_portal.domain.change_days import clock_floor
from investment_portal.domain.incentives.declare import plain, yuan_for
from investment_portal.domain.requirements.criteria import ALSO, CRITERIA, Criterion
from investment_portal.domain.shards import chunks_for
from investment_portal.languages import LANGUAGES, Sentence
from investment_portal.models.choice import Choice
from investment_portal.models.controlled_values import (
    CooperationMode,
    DecisionTime,
    ProjectKind,
    ProjectStage,
    ProjectStatus,
)
from investment_portal.models.quantities.currencies import CNY
from investment_portal.models.text import Text
from investment_portal.pages.dataset import Dataset

FOLDER = "assets/data/"
IN_A_CHUNK = 64
"""Projects that one file of data holds, about."""
EXAMPLE = "?must=land_ready-least-200+mu&must=port_km-most-30&wish=5-power_price-most-0.65&wish=3-hall_height-least-8"
SEEKING = (ProjectStatus.SEEKING, ProjectStatus.NEGOTIATING)
CHOICES: Mapping[str, Iterable[Choice]] = {
    "kind": ProjectKind,
    "stage": ProjectStage,
    "status": SEEKING,
    "cooperation": CooperationMode,
    "decision_time": DecisionTime,
}
"""The values of criteria that are chosen from a list; those of sectors and parks are the records."""


def requirement_chunks(data: Dataset) -> int:
    """Return the number of files over which the projects are divided."""
    return chunks_for(len(data.index.projects), IN_A_CHUNK)


class CriterionRow(Part):
    """A criterion as the table of all criteria lists it: its name, comparisons, unit, and of which records."""

    component = ""
    group: str
    key: str
    label: str
    ways: str
    unit: str
    of: str


class Requirements(Part):
    """The form, the table of criteria, and the data of the script."""

    component = "requirements"
    criteria: Sequence[CriterionRow]
    example: str
    """The query of an address with requirements."""
    data: dict[str, Any]


def requirements(context: Context, chunks: int) -> Requirements:
    """Make the part for a number of data files."""
    rows = [_row(context, criterion) for criterion in CRITERIA.values()]
    return Requirements(rows, EXAMPLE, _data(context, chunks))


def _row(context: Context, criterion: Criterion) -> CriterionRow:
    words, language, records = context.words, context.language, "_".join(criterion.of)
    return CriterionRow(
        words[f"requirements_group_{criterion.group}"],
        criterion.key,
        criterion.label.in_(language),
        words["separator"].join(words[f"requirements_way_{way}"] for way in criterion.ways),
        words["separator"].join(unit_names(context, criterion)),
        words[f"requirements_of_{records}"],
    )


def unit_names(context: Context, criterion: Criterion) -> list[str]:
    """Return the units of a criterion as the language names them."""
    if criterion.units:
        return [unit.name.in_(context.language) for unit in criterion.units]
    words = {"area": "area", "money": "money", "share": "share", "date": "date"}
    name = words.get(criterion.sort)
    return [context.words[f"requirements_unit_{name}"]] if name else []


def _data(context: Context, chunks: int) -> dict[str, Any]:
    catalog, language = context.catalog, context.language
    currencies = [CNY, *(rate.currency for rate in catalog.site.rates)]
    return {
        "language": language,
        "zone": catalog.zone,
        "day": clock_floor(catalog, context.day).isoformat(),
        "chunks": chunks,
        "at": {
            "data": context.shared(FOLDER),
            **{name: context.href(f"{name}/") for name in ("projects", "parks", "contacts", "enquiry", "compare")},
        },
        "rates": {currency: str(yuan_for(currency, catalog.site)) for currency in currencies},
        "criteria": {key: _criterion(context, criterion) for key, criterion in CRITERIA.items()},
        "options": {
            "sector": {sector.id: _names(context, sector.name) for sector in catalog.sectors.values()},
            "park": {park.id: _names(context, park.name) for park in catalog.parks.values() if park.withdrawn is None},
            **{key: {value.value: _names(context, value.label) for value in values} for key, values in CHOICES.items()},
        },
        "words": context.words.group("requirements_script"),
    }


def _names(context: Context, name: Text | Sentence) -> list[str]:
    """Return a name in the language of the page, then in the others: tables may be written in any of them."""
    return [name.in_(language) for language in sorted(LANGUAGES, key=lambda other: other != context.language)]


def _criterion(context: Context, criterion: Criterion) -> dict[str, Any]:
    """Return a criterion with the names by which tables may call it."""
    entry = {
        "label": criterion.label.in_(context.language),
        "names": [*_names(context, criterion.label)[1:], *ALSO.get(criterion.key, ())],
        "group": context.words[f"requirements_group_{criterion.group}"],
        "sort": criterion.sort,
        "ways": list(criterion.ways),
        "of": list(criterion.of),
        "units": [
            {
                "name": unit.name.in_(context.language),
                "words": [*unit.name, *unit.words],
                "factor": plain(unit.factor),
            }
            for unit in criterion.units
        ],
        "pool": criterion.pool,
        "inherited": criterion.inherited,
    }
    return {name: value for name, value in entry.items() if value not in ("", [], False)}
