"""The pages of a site with their keys: the fingerprint of all that a page is made from, computed in each build."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from investment_portal.build.shards import PageJob
from investment_portal.components.context import Context
from investment_portal.domain.summary import by_digest
from investment_portal.languages import LANGUAGES, Language
from investment_portal.models.fingerprints import fingerprint
from investment_portal.pages.dataset import Dataset
from investment_portal.pages.projects.fragments import FragmentNames, Fragments, text_of
from investment_portal.pages.registry import PAGE_KINDS, PROJECTS
from investment_portal.rendering.layouts import LayoutSet
from investment_portal.rendering.pages import (
    ShortcodeExcerpts,
    content_inputs,
    path_of,
    project_inputs,
    record_inputs,
    twin_path,
)
from investment_portal.share_cards.card import SIZES, CardInput, CardStyle
from investment_portal.share_cards.contents import share_cards


class FragmentDigests:
    """The digests of the fragments of one language, each computed when it is first needed."""

    def __init__(self, fragments: Fragments) -> None:
        """Take the fragments."""
        self._fragments = fragments
        self._digests: dict[tuple[int, str], str] = {}

    def __getitem__(self, names: FragmentNames) -> str:
        """Return the digests of the fragments of a page, joined."""
        parts = zip(
            (text_of(names.policies), text_of(names.contacts), names.site), self._fragments.of(names), strict=True
        )
        return " ".join(self._digest(sort, name, part) for sort, (name, part) in enumerate(parts))

    def _digest(self, sort: int, name: str, part: object) -> str:
        if (sort, name) not in self._digests:
            self._digests[sort, name] = fingerprint(part)
        return self._digests[sort, name]


class Shared(NamedTuple):
    """Fingerprints that the pages of a language share: the theme (code, templates, words), and all records besides."""

    theme: str
    base: str
    fragments: FragmentDigests


def page_jobs(
    data: Dataset, layouts: Mapping[Language, LayoutSet], shared: Mapping[Language, Shared], *, preview: bool
) -> Iterator[PageJob]:
    """Yield every page with its key: of projects, of other records, of content."""
    yield from project_jobs(data, layouts, shared)
    for kind in PAGE_KINDS:
        for page in record_inputs(data, kind):
            page_key = fingerprint(by_digest(page, data.digests.summaries))
            for language in LANGUAGES:
                layout = layouts[language].columns.digest(page.column)
                key = fingerprint(shared[language].base, layout, page_key)
                twin = twin_path(data.catalog.site, language, page)
                yield PageJob(path_of(language, page), key, language, page, twin=twin)
    excerpts = ShortcodeExcerpts(data)
    digests: dict[str, str] = {}
    for language in LANGUAGES:
        for content in content_inputs(excerpts, layouts[language], preview=preview):
            for shortcode, excerpt in content.excerpts.items():
                if shortcode not in digests:
                    digests[shortcode] = fingerprint(by_digest(excerpt, data.digests.summaries))
            layout = layouts[language].content_pages.digest(content.name)
            excerpts_shown = [digests[shortcode] for shortcode in content.excerpts]
            key = fingerprint(shared[language].base, layout, data.day, excerpts_shown)
            yield PageJob(path_of(language, content), key, language, content)


def project_jobs(
    data: Dataset, layouts: Mapping[Language, LayoutSet], shared: Mapping[Language, Shared]
) -> Iterator[PageJob]:
    """Yield the pages of projects; the key of one holds the digests of what it shows instead of all records."""
    summaries, records = data.digests.summaries, data.digests.records
    heads = {
        language: fingerprint(shared[language].theme, layouts[language].columns.digest(PROJECTS), data.digests.site)
        for language in LANGUAGES
    }
    ends: dict[FragmentNames, list[tuple[Language, str]]] = {}
    for page in project_inputs(data):
        page_key = fingerprint(
            page.digest,
            page.day,
            [(summaries[id_summary.id], ties) for id_summary, ties in page.related],
            [(link, [(name.id, name.name.zh, name.name.en) for name in names]) for link, names in page.links.items()],
            [summaries[id_] for id_ in page.projects],
            page.revisions,
            [(record, records.get(record)) for record in page.records],
            [(name, picture.digest) for name, picture in page.pictures.items()],
            page.dossiers,
        )
        if page.fragments not in ends:
            ends[page.fragments] = [
                (code, fingerprint(heads[code], shared[code].fragments[page.fragments])) for code in LANGUAGES
            ]
        for language, end in ends[page.fragments]:
            twin = twin_path(data.catalog.site, language, page)
            yield PageJob(path_of(language, page), f"{page_key}{end}", language, page, twin=twin)


def card_jobs(data: Dataset, contexts: Mapping[Language, Context], style: CardStyle, drawing: str) -> Iterator[PageJob]:
    """Yield the pictures of share cards: the key of one holds what it says and shows, and how it is drawn."""
    shared = fingerprint(drawing, style)
    for address, card in share_cards(data, contexts):
        key = fingerprint(shared, card)
        for file in SIZES:
            picture = CardInput(address, file, card)
            yield PageJob(picture.path, key, card.language, picture)
