"""What groups, orders and totals ask of a project, kept by the bundle: a change opens one bundle, not every record."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from catalog.derive.bundles import bundle, bundles
from catalog.derive.order import Size, Weight, size, weight
from catalog.derive.totals import amount_of, lasts, seeks
from catalog.memo import memoized
from catalog.model.catalog import Catalog
from catalog.model.project import Project
from catalog.model.site import Site


class Brief(NamedTuple):
    """A project in short; ``amount`` is in yuan, ``land`` in thirds of a square metre."""

    id: str
    sector: str
    link: str | None
    park: str | None
    desks: tuple[str, ...]
    policies: tuple[str, ...]
    amount: Decimal | None
    land: Decimal | None
    featured: int
    published: bool
    seeks: bool
    valid_until: date | None

    @property
    def weight(self) -> Weight:
        """What it is sorted by."""
        return weight(self.featured, self.amount, self.id)

    @property
    def size(self) -> Size:
        """What it is sorted by where its size counts alone."""
        return size(self.amount, self.id)

    def on_offer(self, day: date) -> bool:
        """Say whether it still seeks an investor."""
        return self.seeks and lasts(self.valid_until, day)


def briefs(catalog: Catalog) -> Iterator[Brief]:
    """Give every project in short, in the order of all."""
    for number in bundles(catalog):
        yield from _briefs(catalog, number)


@memoized
def _briefs(catalog: Catalog, number: int) -> tuple[Brief, ...]:
    return tuple(_brief(project, catalog.site) for project in bundle(catalog, number))


def _brief(project: Project, site: Site) -> Brief:
    return Brief(
        id=project.id,
        sector=project.sector,
        link=project.chain_node,
        park=project.place.park,
        desks=tuple(dict.fromkeys(project.contacts)),
        policies=tuple(dict.fromkeys(project.policies)),
        amount=amount_of(project, site),
        land=project.land_offered.thirds if project.land_offered else None,
        featured=project.featured,
        published=project.withdrawn is None,
        seeks=seeks(project),
        valid_until=project.valid_until,
    )
