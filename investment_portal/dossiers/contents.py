"""Which dossiers a portal has, what each is made from, and how it is composed."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from typing import NamedTuple
from urllib.parse import urlsplit

from investment_portal.components.context import Context
from investment_portal.domain.summary import by_digest
from investment_portal.dossiers.book import project_book
from investment_portal.dossiers.dossier import Dossier, HandoutGroup, PortalFrame, RecordSheet
from investment_portal.dossiers.sheets import event_sheet, handout, project_sheet, sector_sheet
from investment_portal.dossiers.typesetting import ANY
from investment_portal.formatting.values import show
from investment_portal.formatting.words import Words
from investment_portal.history.history import History
from investment_portal.languages import LANGUAGES, Language
from investment_portal.models.controlled_values import DossierKind
from investment_portal.models.event import Event
from investment_portal.models.fingerprints import fingerprint
from investment_portal.models.kinds import KINDS
from investment_portal.models.reference_lists import Sector
from investment_portal.pages.dataset import Dataset
from investment_portal.pages.dossiers.files import book_path, dossier_path
from investment_portal.pages.excerpts import EventExcerpt, SectorExcerpt, by_sector, of_event, of_sector

PRINTED = (
    "basis",
    "code",
    "contact",
    "contents",
    "label",
    "online",
    "profile",
    "proof",
    "proof_note",
    "scan",
    "separator",
    "value",
)
"""Words that templates print."""


class DossierJob(NamedTuple):
    """A dossier: its paths (those of former ids follow), a fingerprint of all it is made from, what composes it.

    ``most_pages`` is the number of pages beyond which smaller letters are tried. A dossier of the whole catalogue, the
    ``book``, changes with every project.
    """

    paths: Sequence[str]
    inputs: str
    compose: Callable[[], Dossier]
    most_pages: int = ANY
    book: bool = False


def dossier_jobs(
    kinds: Iterable[DossierKind], data: Dataset, contexts: Mapping[Language, Context], bases: Mapping[Language, str]
) -> Iterator[DossierJob]:
    """Yield the dossiers of these kinds.

    ``bases`` are the fingerprints of the code, the words and all records but projects, by language.
    """
    sources = {
        DossierKind.PROJECT: _project_jobs,
        DossierKind.SECTOR: _sector_jobs,
        DossierKind.EVENT: _event_jobs,
        DossierKind.BOOK: _book_jobs,
    }
    for kind in dict.fromkeys(kinds):
        for language in LANGUAGES:
            yield from sources[kind](data, contexts[language], bases[language])


def _project_jobs(data: Dataset, context: Context, base: str) -> Iterator[DossierJob]:
    for id_, project in data.index.projects.items():
        day = max(data.base_day, data.days[id_])
        inputs = fingerprint(base, "project", day, data.digests.projects[id_])
        paths = [dossier_path(context.language, KINDS["project"].address(name)) for name in (id_, *project.formerly)]
        yield DossierJob(paths, inputs, partial(_project, data, context, id_, day), 2)


def _project(data: Dataset, context: Context, id_: str, day: date) -> Dossier:
    project = data.project(id_)
    sheet = project_sheet(_on(context, day), project)
    return _of_sheet(context, "project", sheet, project.verified_on)


def _sector_jobs(data: Dataset, context: Context, base: str) -> Iterator[DossierJob]:
    for id_, sector in data.catalog.sectors.items():
        excerpt = of_sector(data, sector)
        inputs = fingerprint(base, "sector", data.day, id_, by_digest(excerpt, data.digests.summaries))
        path = dossier_path(context.language, KINDS["sector"].address(id_))
        yield DossierJob([path], inputs, partial(_sector, context, sector, excerpt), 1)


def _sector(context: Context, sector: Sector, excerpt: SectorExcerpt) -> Dossier:
    verified = [project.verified_on for project in (*excerpt.group.first, *excerpt.others)]
    sheet = sector_sheet(context, sector, excerpt)
    return _of_sheet(context, "sector", sheet, max(verified, default=context.day))


def _event_jobs(data: Dataset, context: Context, base: str) -> Iterator[DossierJob]:
    for id_, event in data.catalog.events.items():
        excerpt = of_event(data, event)
        inputs = fingerprint(base, "event", data.day, id_, by_digest(excerpt, data.digests.summaries))
        paths = [dossier_path(context.language, KINDS["event"].address(name)) for name in (id_, *event.formerly)]
        yield DossierJob(paths, inputs, partial(_event, context, event, excerpt))


def _event(context: Context, event: Event, excerpt: EventExcerpt) -> Dossier:
    sheet, groups = event_sheet(context, event, excerpt), handout(context, excerpt)
    verified = max([event.verified_on, *(project.verified_on for project in excerpt.projects)])
    return _of_sheet(context, "event", sheet, verified, groups)


def _book_jobs(data: Dataset, context: Context, base: str) -> Iterator[DossierJob]:
    ids = _offered(data)
    if ids:
        digests = [data.digests.projects[id_] for id_ in ids]
        inputs = fingerprint(base, "book", data.day, digests)
        yield DossierJob([book_path(context.language)], inputs, partial(_book, data, context), book=True)


def _offered(data: Dataset) -> list[str]:
    """Return the projects on offer, by weight."""
    return [id_ for id_ in data.index.by_weight if id_ in data.index.offered]


def _book(data: Dataset, context: Context) -> Dossier:
    ids, index = _offered(data), data.index
    sheets: dict[str, list[RecordSheet]] = {}
    for id_ in ids:
        seen = _on(context, max(data.base_day, data.days[id_]))
        sheets.setdefault(index.projects[id_].sector, []).append(project_sheet(seen, data.project(id_)))
    totals = by_sector(data, ids)
    book = project_book(_on(context, data.day), index.total_of(ids), sheets, totals)
    verified = max(index.projects[id_].verified_on for id_ in ids)
    site, words, language = data.catalog.site, context.words, context.language
    title = words("dossier_kicker", first=site.name.in_(language), second=words["dossier_book"])
    described = site.description.in_(language)
    return Dossier(
        "book",
        language,
        title,
        words["dossier_kind_book"],
        described,
        verified,
        _frame(context),
        _printed(words),
        words("verified", day=show(verified, language)),
        book=book,
    )


def _of_sheet(
    context: Context, kind: str, sheet: RecordSheet, verified: date, groups: Sequence[HandoutGroup] = ()
) -> Dossier:
    words, language = context.words, context.language
    return Dossier(
        "handout" if groups else "sheet",
        language,
        sheet.title,
        words[f"dossier_kind_{kind}"],
        sheet.lead,
        verified,
        _frame(context),
        _printed(words),
        words("verified", day=show(verified, language)),
        sheet,
        groups,
    )


def _frame(context: Context) -> PortalFrame:
    site, language = context.catalog.site, context.language
    return PortalFrame(
        site.name.in_(language),
        context.words("dossier_place", city=site.city.in_(language), district=site.district.in_(language)),
        site.organiser.in_(language),
        urlsplit(site.address).netloc,
        site.palette.main,
        site.palette.accent,
    )


def _printed(words: Words) -> dict[str, str]:
    return {name: words[f"dossier_page_{name}"] for name in PRINTED}


def _on(context: Context, day: date) -> Context:
    """Return a context that sees a day, and no project besides the one that is shown."""
    return context.for_page("", {}, History(), day)
