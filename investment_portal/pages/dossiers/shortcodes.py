"""The link to the project book, on the pages that list projects and data."""

from collections.abc import Mapping

from investment_portal.components.context import Context
from investment_portal.components.parts import Actions
from investment_portal.languages import LANGUAGES, Language
from investment_portal.pages.dataset import Dataset, Excerpt
from investment_portal.pages.dossiers.files import BOOK, DossierFile, book_path, download_link
from investment_portal.pages.shortcode import Blocks, Shortcode


class BookFiles(Excerpt):
    """The project book in each language that has one."""

    files: Mapping[Language, DossierFile]


def _book_files(data: Dataset) -> BookFiles:
    paths = {language: book_path(language) for language in LANGUAGES}
    return BookFiles({language: data.dossiers[path] for language, path in paths.items() if path in data.dossiers})


def book_link(context: Context, excerpt: BookFiles) -> Blocks:
    """Return the link to the project book in the language of the page; nothing where there is none."""
    file = excerpt.files.get(context.language)
    link = download_link(context, file, context.href(BOOK), "dossier_download_book")
    return [Actions([], [link])] if link else []


SHORTCODES = (Shortcode("project-book", book_link, _book_files),)
