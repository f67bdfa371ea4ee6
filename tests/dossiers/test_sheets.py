"""Sheets, handouts and the book as values: they state what the record states, and what is not known."""

import hashlib
from io import BytesIO
from itertools import chain

import pytest
import zxingcpp
from PIL import Image

from investment_portal.components.context import Context
from investment_portal.dossiers.contents import dossier_jobs
from investment_portal.dossiers.dossier import Dossier, RecordSheet
from investment_portal.dossiers.sheets import event_sheet, handout, project_sheet
from investment_portal.dossiers.typesetting import qr_code
from investment_portal.languages import LANGUAGES, Language
from investment_portal.models.base import fields_of
from investment_portal.models.controlled_values import DossierKind
from investment_portal.models.project import Conditions
from investment_portal.pages.data.published_records import record_file
from investment_portal.pages.excerpts import of_event
from tests.sites import Site


def texts(sheet: RecordSheet) -> list[str]:
    """Return all texts of a sheet."""
    values = chain(sheet.figures, *(section.values for section in sheet.sections))
    passages = [passage for section in sheet.sections for passage in section.passages]
    tables = [section.table for section in sheet.sections if section.table]
    return [
        sheet.title,
        sheet.lead,
        *sheet.marks,
        *(text for value in values for text in (value.label, value.value, value.note)),
        *(text for passage in passages for text in (passage.text, *passage.entries)),
        *(cell for table in tables for row in (table.head, *table.rows) for cell in row),
    ]


def context_of(site: Site, language: Language) -> Context:
    """Return a context that sees no project, as a build has it."""
    context = site.context(language)
    return Context(site.data.catalog, site.day, language, context.words)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sheet_states_every_condition(real: Site, language: Language) -> None:
    """Those that are not known are called so."""
    context = context_of(real, language)
    for project in real.catalog.projects.values():
        sheet = project_sheet(context, project)
        (conditions,) = [section for section in sheet.sections if section.title == context.words["conditions"]]
        assert len(conditions.values) == len(fields_of(Conditions))
        for name, value in zip(fields_of(Conditions), conditions.values, strict=True):
            text = getattr(project.conditions, name)
            assert value.known == (text is not None)
            assert value.value == (text.in_(language) if text else context.words["unknown"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_example_says_so(real: Site, language: Language) -> None:
    """On each sheet, and no sheet of another record does."""
    context = context_of(real, language)
    for project in real.catalog.projects.values():
        assert (context.words["example_note"] in project_sheet(context, project).marks) == project.example


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_markup_is_left(full: Site, language: Language) -> None:
    """Texts of pages hold tags and entities; those of dossiers hold what the record says."""
    context = context_of(full, language)
    for project in full.catalog.projects.values():
        shown = texts(project_sheet(context, project))
        assert project.name.in_(language) in shown
        assert not [text for text in shown if "<span" in text or "&lt;" in text or "&#" in text or "<time" in text]


@pytest.mark.parametrize("language", LANGUAGES)
def test_returns_carry_their_basis(real: Site, language: Language) -> None:
    """And the day, as the page has them."""
    context = context_of(real, language)
    for project in real.catalog.projects.values():
        shown = " ".join(texts(project_sheet(context, project)))
        if project.returns.output:
            assert project.returns.output.basis.in_(language) in shown


def test_the_fingerprint_is_that_of_the_published_file(real: Site) -> None:
    """Equal in all languages."""
    for project in real.catalog.projects.values():
        sheets = [project_sheet(context_of(real, language), project) for language in LANGUAGES]
        expected = hashlib.sha256(record_file(real.catalog.site, "project", project)).hexdigest()
        assert {sheet.fingerprint for sheet in sheets} == {expected}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_handout_has_every_project_of_its_event(real: Site, language: Language) -> None:
    """In the table with the announced sums, and in brief by sector."""
    context = context_of(real, language)
    for event in real.catalog.events.values():
        excerpt = of_event(real.data, event)
        entries = [entry for group in handout(context, excerpt) for entry in group.entries]
        assert sorted(entry.title for entry in entries) == sorted(
            real.catalog.projects[id_].name.in_(language) for id_ in event.projects
        )
        shown = texts(event_sheet(context, event, excerpt))
        assert all(entry.title in shown for entry in entries)


def dossiers(site: Site, kind: DossierKind) -> list[Dossier]:
    """Return the dossiers of a kind in all languages."""
    bases = dict.fromkeys(LANGUAGES, "")
    contexts = {language: context_of(site, language) for language in LANGUAGES}
    return [job.compose() for job in dossier_jobs([kind], site.data, contexts, bases)]


def test_the_book_has_the_projects_on_offer_by_sector(real: Site) -> None:
    """And their totals on the cover."""
    for dossier in dossiers(real, DossierKind.BOOK):
        assert dossier.book
        titles = [sheet.title for part in dossier.book.parts for sheet in part.sheets]
        offered = [real.catalog.projects[id_] for id_ in real.data.index.offered]
        assert sorted(titles) == sorted(project.name.in_(dossier.language) for project in offered)
        assert dossier.book.figures[0].value == str(len(offered))
        assert dossier.day == max(project.verified_on for project in offered)


def test_a_code_leads_to_the_page() -> None:
    """As a phone reads it."""
    from resvg_py import svg_to_bytes  # noqa: PLC0415 - draws the code

    address = "https://invest.example.gov.cn/en/projects/hdi-circuit-boards/"
    png = svg_to_bytes(svg_string=qr_code(address), width=400, height=400, background="white")
    picture = Image.new("L", (480, 480), 255)
    picture.paste(Image.open(BytesIO(bytes(png))).convert("L"), (40, 40))
    (code,) = zxingcpp.read_barcodes(picture)
    assert code.text == address
