"""A shortcode: a named place in a content page that the catalogue fills."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from investment_portal.components.parts import Part, Section
from investment_portal.models.catalog import Catalog
from investment_portal.pages.dataset import Dataset
from investment_portal.value import Value

Blocks = Sequence[Section | Part]


class Shortcode(Value):
    """A shortcode without an argument: its name as pages write it, and what fills it.

    ``fill`` gets the context and, where the shortcode shows something of the projects, what ``excerpt`` returns.
    """

    name: str
    fill: Callable[..., Blocks]
    excerpt: Callable[[Dataset], Any] | None = None


class ShortcodeWithArgument(Value):
    """A shortcode with an argument, as ``desk:bureau``; ``arguments`` are those that the catalogue has an answer to.

    ``fill`` gets the context, the argument and, where there is one, the excerpt for the argument.
    """

    name: str
    fill: Callable[..., Blocks]
    arguments: Callable[[Catalog], Iterable[str]]
    excerpt: Callable[[Dataset, str], Any] | None = None
