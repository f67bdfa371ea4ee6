"""Pictures and documents of a record."""

from collections.abc import Sequence

from msgspec.structs import replace

from investment_portal.components.context import Context
from investment_portal.components.fields import facts
from investment_portal.components.parts import Fact, Facts, Link, Picture, Section, Table
from investment_portal.formatting.values import show
from investment_portal.models.media import Document, Image, ImageKind
from investment_portal.pictures.picture import WIDTHS, PictureFile, address_of
from investment_portal.value import Value

MIDDLE = 5
"""The middle of a picture in steps of ten percent."""
FALLBACK = WIDTHS[1]
"""Width in pixels for browsers that choose none."""
SIZES = {True: "(min-width: 44em) 42em, 100vw", False: "(min-width: 44em) 28em, 100vw"}
"""Width of a picture that is alone, and of one among several, on a wide screen and on a narrow one."""


class Shot(Value):
    """A picture as a page shows it: ``webp`` and ``jpeg`` list its files with their widths."""

    src: str
    alt: str
    caption: str
    shape: str
    """One of wide and upright (cut around ``position``), whole (never cut)."""
    position: str = ""
    """Classes of the style sheet."""
    webp: str = ""
    jpeg: str = ""
    sizes: str = ""
    width: int = 0
    height: int = 0


def file_href(context: Context, address: str) -> str:
    """Return the address of a file below ``docs/assets`` (shared by both languages), or an outside address as it is."""
    if address.startswith(("https://", "http://")):
        return address
    return context.shared(f"files/{address}")


def image_section(context: Context, images: Sequence[Image]) -> Section:
    """Show pictures with their text alternative, kind, credit and map review number."""
    shots = [_shot(context, image, alone=len(images) == 1) for image in images]
    parts = [Picture("photographs", shots, Table("", [], []))] if shots else []
    return Section("images", context.words["images"], parts)


def _shot(context: Context, image: Image, *, alone: bool) -> Shot:
    """Return a picture in the sizes in which it is published; one that has none is shown as it is."""
    picture, language = context.pictures.get(image.file), context.language
    shown = facts(context, image, ("review_number", "credit"), known_only=True)
    caption = [context.words("picture_fact", label=fact.label, value=fact.value) for fact in shown]
    shot = Shot(
        src=file_href(context, image.file),
        alt=image.alt.in_(language),
        caption=" · ".join([show(image.kind, language), *caption]),
        shape="whole",
    )
    if picture is None:
        return shot
    fallback = max(width for width in picture.widths if width <= FALLBACK)
    photo = "upright" if picture.height > picture.width else "wide"
    shape = photo if image.kind is ImageKind.PHOTO else "whole"
    return replace(
        shot,
        src=context.shared(address_of(image.file, picture, fallback, "jpg")),
        shape=shape,
        position=_position(image.focus),
        webp=_srcset(context, image.file, picture, "webp"),
        jpeg=_srcset(context, image.file, picture, "jpg"),
        sizes=SIZES[alone and shape != "upright"],
        width=fallback,
        height=picture.height_at(fallback),
    )


def _srcset(context: Context, file: str, picture: PictureFile, ending: str) -> str:
    return ", ".join(f"{context.shared(address_of(file, picture, width, ending))} {width}w" for width in picture.widths)


EDGES = {"left": "0, 50", "right": "100, 50", "top": "50, 0", "bottom": "50, 100", "centre": "50, 50"}


def _position(focus: str) -> str:
    """Return the classes of what stays in view, in steps of ten percent; nothing for the middle.

    Pages hold no styles of their own: their policy would have to allow those of an attacker too.
    """
    steps = [(int(percent) + 5) // 10 for percent in EDGES.get(focus, focus).split(",")]
    return " ".join(f"focus-{axis}-{step}" for axis, step in zip("xy", steps, strict=True) if step != MIDDLE)


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
