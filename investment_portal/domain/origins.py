"""Facts that follow from the place that an investor comes from."""

from investment_portal.models.catalog import Catalog


def is_foreign(catalog: Catalog, origin: str) -> bool | None:
    """Return whether investors from an origin count as foreign, as it or the region around it says; None if neither."""
    place, seen = catalog.origins.get(origin), set[str]()
    while place is not None and place.id not in seen:
        if place.foreign is not None:
            return place.foreign
        seen.add(place.id)
        place = catalog.origins.get(place.within or "")
    return None
