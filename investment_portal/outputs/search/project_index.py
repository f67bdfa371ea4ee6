"""The index of projects that the list is narrowed by: columns, records in the order of their ids in both languages.

The browser finds a record's texts in pieces that it loads when somebody types.
"""

from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache, partial
from itertools import islice
from typing import Any, NamedTuple

from msgspec import Raw, json

from investment_portal.components.badges import badges
from investment_portal.components.cards import place, space_facts
from investment_portal.components.context import Context
from investment_portal.components.fields import old_rates
from investment_portal.domain.land import all_land, ready_land
from investment_portal.domain.shards import pieces_of
from investment_portal.domain.summary import ProjectSummary
from investment_portal.formatting.values import show
from investment_portal.models.base import label_of
from investment_portal.models.project import Project
from investment_portal.models.quantities import AreaRange, MoneyRange
from investment_portal.models.quantities.currencies import CNY
from investment_portal.outputs.search.data_script import DataColumn, sparse
from investment_portal.outputs.search.syllables import syllables
from investment_portal.pages.dataset import Dataset
from investment_portal.pages.projects.facet_kinds import FACETS
from investment_portal.pages.projects.facets import ProjectFacet, facet_counts, facet_values, facets, shown

PIECE = 512
"""Records in one shard of texts: some 100 kB, which compress to a fourth."""


class IndexRow(NamedTuple):
    """The row of one project in the index, besides its facets."""

    id: str
    name: str
    sum: int | float | None
    high: int | float | None
    qualifier: str | None
    currency: str | None
    land: int | None
    ready: int | None
    space: tuple[tuple[str, str], ...]
    place: str
    badges: tuple[tuple[str, str], ...]
    verified: str
    published: int
    weight: int


def project_index(data: Dataset, context: Context) -> dict[str, Any]:
    """Return the index in one language."""
    projects = data.index.projects
    name = f"rows {context.language}"
    rows = [data.of_project(name, project, partial(_row, context)) for project in projects.values()]
    usual, otherwise = _syllables(data, context)
    return {
        "ids": [row.id for row in rows],
        "names": [row.name for row in rows],
        "facets": Raw(_facets(data, context)),
        "sums": [row.sum for row in rows],
        "highs": sparse(row.high for row in rows),
        "qualifiers": sparse(row.qualifier for row in rows),
        "currencies": sparse(row.currency for row in rows),
        "rates": {rate.currency: _number(rate.yuan) for rate in context.catalog.site.rates},
        "old": old_rates(context),
        "land": [row.land for row in rows],
        "ready": [row.ready for row in rows],
        "spaces": DataColumn(row.space for row in rows).as_data(),
        "places": DataColumn(row.place for row in rows).as_data(),
        "badges": DataColumn(row.badges for row in rows).as_data(),
        "verified": DataColumn(row.verified for row in rows).as_data(),
        "published": [row.published for row in rows],
        "weights": sparse(row.weight for row in rows),
        "closed": sparse(int(id_ not in data.index.offered) for id_ in projects),
        "syllables": usual,
        "otherwise": otherwise,
        "labels": _labels(context),
        "formerly": {former: park.id for park in context.catalog.parks.values() for former in park.formerly},
        "pieces": text_pieces(data),
        "piece": PIECE,
    }


def _row(context: Context, project: ProjectSummary) -> IndexRow:
    sum_ = project.investment
    return IndexRow(
        project.id,
        project.name.in_(context.language),
        _number(sum_.low.amount) if sum_ and sum_.low else 0 if sum_ and sum_.high else None,
        _number(sum_.high.amount) if sum_ and sum_.high and sum_.high != sum_.low else None,
        _qualifier(sum_) if sum_ else None,
        sum_.currency if sum_ and sum_.currency not in ("", CNY) else None,
        _square_metres(all_land(project)),
        _square_metres(ready_land(project)),
        _space(context, project),
        place(context, project),
        tuple((mark.text, mark.tone) for mark in badges(context, project)),
        show(project.verified_on, context.language),
        project.published_on.toordinal(),
        project.featured,
    )


def _qualifier(sum_: MoneyRange) -> str | None:
    """Return how a sum is not exact: about, least, most, negotiable; a range has an upper bound instead."""
    if sum_.negotiable:
        return "negotiable"
    return "about" if sum_.about else "least" if sum_.high is None else "most" if sum_.low is None else None


def _syllables(data: Dataset, context: Context) -> tuple[dict[str, str], dict[int, str]]:
    """Return the readings of names, and of the sectors and parks that the search box finds by pinyin as well."""
    catalog = data.catalog
    names = [project.name.zh for project in data.index.projects.values()]
    names += [sector.name.zh for sector in catalog.sectors.values()]
    names += [park.name.zh for park in catalog.parks.values()]
    return _syllables_of(tuple((name, context.reading(name)) for name in names))


@lru_cache(1)  # the index of the other language asks for the same
def _syllables_of(readings: tuple[tuple[str, str], ...]) -> tuple[dict[str, str], dict[int, str]]:
    return syllables([name for name, _ in readings], dict(readings))


def text_pieces(data: Dataset) -> int:
    """Return in how many pieces the texts stand."""
    return pieces_of(len(data.index.projects), PIECE)


def project_texts(data: Dataset, number: int) -> list[str]:
    """Return a piece of what a search box looks through besides the names shown: the same in both languages."""
    shard_projects = islice(data.index.projects.values(), number * PIECE, (number + 1) * PIECE)
    return [_texts(data, project) for project in shard_projects]


def _facets(data: Dataset, context: Context) -> bytes:
    """Write the facets as JSON."""
    counts = facet_counts(data)
    every = facets(context.at(""), counts)
    visible = {facet.name for facet in shown(context, every, counts)}
    columns = list(zip(*facet_values(data), strict=True)) or [()] * len(FACETS)
    return json.encode(
        [_facet(facet, of, visible=facet.name in visible) for facet, of in zip(every, columns, strict=True)]
    )


def _facet(facet: ProjectFacet, of_projects: Iterable[tuple[str, ...]], *, visible: bool) -> dict[str, Any]:
    places = {option.value: place for place, option in enumerate(facet.options)}
    of = DataColumn(of_projects)
    return {
        "name": facet.name,
        "label": facet.label,
        "shown": visible,
        "under": facet.under,
        "later": facet.later,
        "values": [
            [option.value, option.label, *([option.parent] if option.parent else [])] for option in facet.options
        ],
        "sets": [[places[value] for value in values] for values in of.entries],
        "of": of.of,
    }


def _texts(data: Dataset, project: ProjectSummary) -> str:
    """Join a project's short texts in both languages, each on a line of its own."""
    catalog = data.catalog
    texts = (
        project.name,
        *(catalog.sectors[sector].name for sector in (project.sector, *project.other_sectors)),
        project.subsector,
        *(catalog.parks[park].name for park in project.place.all_parks),
        project.place.text,
        project.summary,
        *(promoter.name for promoter in project.all_promoters),
        *(choice.label for choice in (project.kind, project.stage, *project.cooperation)),
    )
    return "\n".join(text for names in texts if names for text in (names.zh, names.en))


def _labels(context: Context) -> dict[str, str]:
    """Return the names of a table's columns; what counts as place differs from record to record."""
    names = {
        "name": "name",
        "sector": "sector",
        "sum": "investment",
        "stage": "stage",
        "ready": "land_ready",
    }
    labels = {key: label_of(Project, name).in_(context.language) for key, name in names.items()}
    return {**labels, "place": context.words["site"]}


def _space(context: Context, project: ProjectSummary) -> tuple[tuple[str, str], ...]:
    return tuple((fact.label, str(fact.value)) for fact in space_facts(context, project))


def _square_metres(area: AreaRange | None) -> int | None:
    return round(area.least.square_metres) if area else None


def _number(amount: Decimal) -> int | float:
    return int(amount) if amount == amount.to_integral_value() else float(amount)
