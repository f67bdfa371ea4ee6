"""Places that readers may type, by the origin they belong to; the route finder loads them when somebody types."""

from collections.abc import Iterator

from investment_portal.domain.places.index import known_places
from investment_portal.outputs.output import BuildContext, Output
from investment_portal.outputs.search.data_script import data_script


def places_data(build: BuildContext) -> Iterator[tuple[str, str]]:
    """Yield the data: groups of origin, names of the enclosing place, 1 for abroad, and all names as one text."""
    groups = [
        [group.origin, group.via_zh, group.via_en, int(group.abroad), group.names]
        for group in known_places(build.catalog)
        if group.origin
    ]
    yield data_script("places", groups)


OUTPUT = Output(places_data)
