"""The register of outputs: a new one is one file and one line here."""

from collections.abc import Callable, Iterator
from functools import partial

from catalog.outputs.cards import cards
from catalog.outputs.compare import compare_data, compare_parts
from catalog.outputs.events import calendars
from catalog.outputs.feed import feeds
from catalog.outputs.names import names_data, names_parts
from catalog.outputs.output import Divided, Files, Made, Output
from catalog.outputs.project_data import index_data, index_parts, text_data, text_parts
from catalog.outputs.redirects import redirects
from catalog.outputs.search_data import search_data, search_parts
from catalog.outputs.sitemap import robots, sitemap
from catalog.outputs.windows import windows

OUTPUTS: tuple[Output | Divided, ...] = (
    redirects,
    sitemap,
    robots,
    windows,
    feeds,
    calendars,
    cards,
    Divided(names_parts, names_data),
    Divided(compare_parts, compare_data),
    Divided(index_parts, index_data),
    Divided(text_parts, text_data),
    Divided(search_parts, search_data),
)


def makers(made: Made) -> Iterator[tuple[tuple[str | int, ...], Callable[[], Files]]]:
    """Give everything that can be made by itself: how it is called, and what makes it."""
    for output in OUTPUTS:
        divided = output if isinstance(output, Divided) else Divided(lambda _: [()], output)
        name = f"{divided.make.__module__}:{divided.make.__qualname__}"
        for part in divided.parts(made):
            yield (name, *part), partial(divided.make, made, *part)
