"""The addresses of cards and lists for other sites, and the code that shows them there."""

from collections.abc import Iterator
from pathlib import Path

from markupsafe import Markup

from investment_portal.components.context import Context
from investment_portal.value import Value

FOLDER = "embed/"
STYLE = f"{FOLDER}style.css"
"""The style sheet of all cards and lists, which the languages share."""

STYLE_SOURCE = Path(__file__).with_name("style.css")

OEMBED = "oembed.json"
"""The description of a project's card, beside the project's page (oembed.com)."""


class Frame(Value):
    """A page for frames of other sites: its address below the root of a language, its name and size in pixels."""

    address: str
    name: str
    width: int = 360
    height: int = 320


LIST_HEIGHT = 560


def card_address(project: str) -> str:
    """Return the address of a project's card."""
    return f"{FOLDER}projects/{project}/"


def list_frames(context: Context) -> Iterator[Frame]:
    """Yield the list of all projects, then that of each sector."""
    words, catalog = context.words, context.catalog
    yield Frame(f"{FOLDER}list/", words["embed_all"], height=LIST_HEIGHT)
    for sector in catalog.sectors.values():
        yield Frame(f"{FOLDER}list/{sector.id}/", sector.name.in_(context.language), height=LIST_HEIGHT)


def code(context: Context, frame: Frame) -> str:
    """Return the HTML that shows a card or a list on another site, as a text."""
    html = Markup(
        '<iframe src="{}" title="{}" width="{}" height="{}" loading="lazy" style="border:0;max-width:100%"></iframe>'
    ).format(context.at(frame.address).canonical, frame.name, frame.width, frame.height)
    return "".join(html)  # a plain text, which pages escape
