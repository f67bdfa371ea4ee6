"""The index of projects that the list is narrowed by: columns, records in the order of their ids in both languages.

The browser finds a record's texts in pieces that it loads when somebody types.
"""

from decimal import Decimal
from typing import Any

from catalog.derive.totals import on_offer
from catalog.model.base import label_of
from catalog.model.project import Project
from catalog.search.columns import Column, sparse
from catalog.search.syllables import syllables
from catalog.show.values import show
from catalog.views.badges import badges
from catalog.views.cards import place, space
from catalog.views.context import Context
from catalog.views.listing.facets import Facet, facets, shown

PIECE = 500
"""Records whose texts stand in one piece: some 100 kB, which compress to a fourth."""


def project_index(context: Context) -> dict[str, Any]:
    """Give the index in one language."""
    projects = list(context.catalog.projects.values())
    usual, otherwise = syllables(
        [one.name.zh for one in projects], {one.name.zh: context.reading(one.name.zh) for one in projects}
    )
    every = facets(context, projects)
    visible = {facet.name for facet in shown(context, every)}
    sums = [one.investment for one in projects]
    return {
        "ids": [one.id for one in projects],
        "names": [one.name.in_(context.language) for one in projects],
        "facets": [_facet(facet, visible=facet.name in visible) for facet in every],
        "sums": [_number(sum_.amount) if sum_ else None for sum_ in sums],
        "currencies": sparse(sum_.currency if sum_ and sum_.currency != "CNY" else None for sum_ in sums),
        "rates": {rate.currency: _number(rate.yuan) for rate in context.catalog.site.rates},
        "land": [_square_metres(one) for one in projects],
        "spaces": Column(_space(context, one) for one in projects).told(),
        "places": Column(place(context, one) for one in projects).told(),
        "badges": Column(tuple((mark.text, mark.tone) for mark in badges(context, one)) for one in projects).told(),
        "published": [one.published_on.toordinal() for one in projects],
        "weights": sparse(one.featured for one in projects),
        "closed": sparse(int(not on_offer(one, context.day)) for one in projects),
        "syllables": usual,
        "otherwise": otherwise,
        "labels": _labels(context),
        "formerly": {former: park.id for park in context.catalog.parks.values() for former in park.formerly},
        "pieces": -(-len(projects) // PIECE),
        "piece": PIECE,
    }


def project_texts(context: Context) -> list[list[str]]:
    """Give in pieces what a search box looks through besides the names shown: the same in both languages."""
    texts = [_told(context, project) for project in context.catalog.projects.values()]
    return [texts[start : start + PIECE] for start in range(0, len(texts), PIECE)]


def _facet(facet: Facet, *, visible: bool) -> dict[str, Any]:
    places = {option.value: place for place, option in enumerate(facet.options)}
    of = Column(tuple(places[value] for value in values) for values in facet.of)
    return {
        "name": facet.name,
        "label": facet.label,
        "shown": visible,
        "under": facet.under,
        "values": [[one.value, one.label, *([one.parent] if one.parent else [])] for one in facet.options],
        "sets": of.entries,
        "of": of.of,
    }


def _told(context: Context, project: Project) -> str:
    """Join a project's short texts in both languages, each on a line of its own."""
    park = context.catalog.parks[project.place.park].name if project.place.park else None
    sector = context.catalog.sectors[project.sector].name
    told = (
        project.name,
        sector,
        project.subsector,
        park,
        project.place.text,
        project.summary,
        project.promoter.name,
    )
    return "\n".join(text for one in told if one for text in (one.zh, one.en))


def _labels(context: Context) -> dict[str, str]:
    """Give the names of a table's columns; what counts as space and place differs from record to record."""
    names = {"name": "name", "sector": "sector", "sum": "investment", "status": "status", "time": "decision_time"}
    labels = {key: label_of(Project, name).in_(context.language) for key, name in names.items()}
    return {**labels, "space": context.words["list_space"], "place": context.words["site"]}


def _space(context: Context, project: Project) -> tuple[str, str] | None:
    name = space(project)
    area = getattr(project, name)
    return (label_of(Project, name).in_(context.language), show(area, context.language)) if area else None


def _square_metres(project: Project) -> int | None:
    area = project.land_offered or project.land_area
    return round(area.square_metres) if area else None


def _number(amount: Decimal) -> int | float:
    return int(amount) if amount == amount.to_integral_value() else float(amount)
