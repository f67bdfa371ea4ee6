"""A shortcode: a named place in a content page that the catalogue fills."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from investment_portal.components.parts import Part, Section
from investment_portal.languages import Sentence
from investment_portal.models.catalog import Catalog
from investment_portal.pages.dataset import Dataset
from investment_portal.refusals import RegistryError
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
    refers_to: str | None = None
    """The kind of record whose id the argument begins with, where it names one."""


AnyShortcode = Shortcode | ShortcodeWithArgument


def registered(shortcodes: Iterable[AnyShortcode]) -> dict[str, AnyShortcode]:
    """Return the shortcodes by name; refuse a name that two of them share."""
    by_name: dict[str, AnyShortcode] = {}
    for shortcode in shortcodes:
        if shortcode.name in by_name:
            raise RegistryError(
                Sentence(
                    f"两个短代码都叫“{shortcode.name}”。请给其中一个换名称。",
                    f"Two shortcodes have the name “{shortcode.name}”. Give one of them another name.",
                )
            )
        by_name[shortcode.name] = shortcode
    return by_name
