"""Pictures and documents of a record."""

from collections.abc import Sequence

from investment_portal.components.context import Context
from investment_portal.components.fields import facts
from investment_portal.components.parts import Fact, Facts, Link, Part, Picture, Section, Table
from investment_portal.formatting.values import show
from investment_portal.models.media import Document, Image


def file_href(context: Context, address: str) -> str:
    """Return the address of a file below ``docs/assets`` (shared by both languages), or an outside address as it is."""
    if address.startswith(("https://", "http://")):
        return address
    return context.shared(f"files/{address}")


def image_section(context: Context, images: Sequence[Image]) -> Section:
    """Show pictures with their text alternative, credit and map review number."""
    parts: list[Part] = []
    for image in images:
        shown = facts(context, image, ("kind", "review_number", "credit"), known_only=True)
        table = Table(image.alt.in_(context.language), [], [])
        parts += [
            Picture(
                "photograph",
                {
                    "src": file_href(context, image.file),
                    "alt": image.alt.in_(context.language),
                    "focus": image.focus.value,
                },
                table,
            ),
            Facts(shown),
        ]
    return Section("images", context.words["images"], parts)


def document_section(context: Context, documents: Sequence[Document]) -> Section:
    """List documents to download."""
    shown = [
        Fact(
            context.words[f"document_{document.language}"],
            Link(show(document.title, context.language), file_href(context, document.address)),
        )
        for document in documents
    ]
    return Section("documents", context.words["documents"], [Facts(shown)] if shown else [])
