"""Typeset dossiers with Typst: tagged PDF after PDF/UA-1, with the letters of one font package on every machine."""

from collections.abc import Iterator
from functools import cached_property, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from msgspec.json import decode, encode

from investment_portal.dossiers.dossier import Dossier
from investment_portal.languages import Sentence

if TYPE_CHECKING:
    from typst import Compiler

TEMPLATES = Path(__file__).with_name("templates")
MAIN = "dossier.typ"
STANDARD: Literal["ua-1"] = "ua-1"
"""PDF/UA-1 (ISO 14289-1): Typst refuses what would make a document inaccessible."""

SMALLER = 0.94
"""Scale of the letters of a sheet that would take more pages than it should."""

ANY = 10**6
"""Pages that no dossier has."""

FONTS = "pylopdf_fonts_zh_cn"
PACKAGES = {"typst": "typst", FONTS: "pylopdf-fonts-zh-cn", "segno": "segno"}
"""The packages that dossiers need, by the name of the module."""


class TypesettingError(ValueError):
    """A dossier cannot be typeset."""


class TypesetPdf(NamedTuple):
    """A PDF and its number of pages."""

    content: bytes
    pages: int


class Typesetter:
    """Typesets dossiers one after the other; fonts are opened and templates are parsed once."""

    @cached_property
    def _compiler(self) -> "Compiler":
        import typst  # noqa: PLC0415 - only where a dossier is new

        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[_font_folder()])
        return typst.Compiler(TEMPLATES / MAIN, root=TEMPLATES, font_paths=fonts, ignore_system_fonts=True)

    def pdf(self, content: bytes, most_pages: int = ANY) -> TypesetPdf:
        """Return a dossier, given as JSON, as PDF; in smaller letters where that saves a page beyond ``most_pages``.

        Equal content gives equal bytes.
        Raise ``TypesettingError`` where a text cannot be set, as with a character that no font has.
        """
        import typst  # noqa: PLC0415 - the same

        try:
            typeset = self._compiled(content)
            smaller = typeset if typeset.pages <= most_pages else self._compiled(content, SMALLER)
        except typst.TypstError as error:
            raise TypesettingError(str(error.message)) from error
        return smaller if smaller.pages < typeset.pages else typeset

    def _compiled(self, content: bytes, scale: float = 1) -> TypesetPdf:
        codes = {address: qr_code(address) for address in _addresses(decode(content))}
        inputs = {"dossier": content.decode(), "codes": encode(codes).decode(), "scale": str(scale)}
        pdf = self._compiler.compile(sys_inputs=inputs, format="pdf", pdf_standards=STANDARD, timestamp=0)
        if not isinstance(pdf, bytes):
            raise TypesettingError("no single file")
        return TypesetPdf(pdf, decode(self._compiler.query("<pages>", field="value", one=True)))


@lru_cache(256)
def qr_code(address: str) -> str:
    """Return an address as a QR code: SVG, one unit a module, without a margin."""
    import segno  # noqa: PLC0415 - only where a dossier is new

    rows = segno.make_qr(address, error="m").matrix
    squares = "".join(f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, dark in enumerate(row) if dark)
    size = len(rows)
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}"><path d="{squares}"/></svg>'


def _addresses(value: Any) -> Iterator[str]:
    """Yield the addresses that a dossier shows as codes."""
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _addresses(part)
    if isinstance(value, dict) and "address" in value:
        yield value["address"]


def as_json(dossier: Dossier) -> bytes:
    """Return a dossier as the templates read it."""
    return encode(dossier)


def missing_packages() -> Sentence | None:
    """Return which packages dossiers lack on this machine; None where there are all."""
    missing = [package for module, package in PACKAGES.items() if find_spec(module) is None]
    if not missing:
        return None
    names = ", ".join(missing)
    return Sentence(
        f"没有生成 PDF 资料：本机缺少 {names}。请运行 pip install {' '.join(missing)} 后重新生成。",
        f"No dossiers as PDF were made: this machine lacks {names}. Run pip install {' '.join(missing)}, then build.",
    )


def _font_folder() -> Path:
    import pylopdf_fonts_zh_cn  # noqa: PLC0415 - the same

    return Path(pylopdf_fonts_zh_cn.__file__).parent
