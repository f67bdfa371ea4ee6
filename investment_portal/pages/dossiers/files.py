"""The finished dossiers as pages name them: path, number of pages, size."""

from collections.abc import Mapping

from investment_portal.components.context import Context
from investment_portal.components.parts import Link
from investment_portal.languages import LANGUAGES, Language, language_path
from investment_portal.value import Value

FILE = "dossier.pdf"
"""The name of a record's dossier, beside its page."""

BOOK = "downloads/project-book.pdf"
"""Path of the project book below the root of its language."""

KILOBYTE, MEGABYTE = 10**3, 10**6


class DossierFile(Value):
    """A finished PDF: its number of pages, and its size in bytes."""

    pages: int
    size: int


NO_DOSSIERS: Mapping[str, DossierFile] = {}


def dossier_path(language: Language, address: str) -> str:
    """Return the path of the dossier of the page at an address, below the site's root."""
    return f"{language_path(language)}{address}{FILE}"


def book_path(language: Language) -> str:
    """Return the path of the project book of a language, below the site's root."""
    return f"{language_path(language)}{BOOK}"


def dossiers_of(files: Mapping[str, DossierFile], address: str) -> dict[Language, DossierFile]:
    """Return the dossiers of the page at an address by language."""
    paths = {language: dossier_path(language, address) for language in LANGUAGES}
    return {language: files[path] for language, path in paths.items() if path in files}


def download_link(context: Context, file: DossierFile | None, href: str, word: str = "dossier_download") -> Link | None:
    """Return a link to a dossier with its number of pages and its size; None where there is no dossier."""
    if file is None:
        return None
    name = f"{word}_one" if file.pages == 1 and f"{word}_one" in context.words else word
    return Link(context.words(name, pages=file.pages, size=size_text(file.size)), href)


def size_text(size: int) -> str:
    """Format a size in bytes as people read it."""
    if size < MEGABYTE:
        return f"{-(-size // KILOBYTE)} kB"
    return f"{size / MEGABYTE:.1f} MB"
