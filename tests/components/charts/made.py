"""Figures and results made for charts, and the context of a language for them."""

from dataclasses import replace
from datetime import date

from investment_portal.components.context import Context
from investment_portal.components.parts import Part, Section
from investment_portal.formatting.words import read_words
from investment_portal.languages import Language
from investment_portal.models.catalog import Catalog
from investment_portal.models.convert import convert
from investment_portal.models.result import Figure, Result
from investment_portal.models.text import Text
from investment_portal.rendering.renderer import Renderer
from investment_portal.rendering.sources import Sources
from investment_portal.rendering.templates import Templates
from tests.overlay import PORTAL

TEMPLATES = Templates(Sources(PORTAL))


def figure(id_: str, value: object, *, unit: str = "", follows: str | None = None, channel: str = "overall") -> Figure:
    """Make a figure as staff write it."""
    fields = {"id": id_, "label": {"zh": f"指标{id_}", "en": f"Figure {id_}"}, "value": value, "channel": channel}
    named = {"unit": {"zh": f"{unit}个", "en": unit}} if unit else {}
    return convert(Figure, {**fields, **named, "follows": follows})


def result(year: int, *figures: Figure) -> Result:
    """Make the results of a year."""
    text = Text(zh="成果", en="Results")
    return convert(
        Result,
        {
            "id": str(year),
            "published_on": date(year + 1, 1, 5),
            "verified_on": date(year + 1, 1, 5),
            "name": text,
            "summary": text,
            "from": f"{year}-01",
            "until": f"{year}-12",
            "figures": list(figures),
        },
    )


def context_with(catalog: Catalog, language: Language, *results: Result) -> Context:
    """Look at a catalogue that has these results instead of its own."""
    records = {**catalog.records, "result": {record.id: record for record in results}}
    words = read_words(PORTAL, language)
    return Context(replace(catalog, records=records), date(2026, 6, 30), language, words)


def drawn(context: Context, *parts: Part) -> str:
    """Render parts as a page shows them, its no-break spaces as plain ones."""
    html = Renderer(TEMPLATES, context.words).shortcode(context, [Section("charts", "", parts)])
    return html.replace("\N{NO-BREAK SPACE}", " ")
