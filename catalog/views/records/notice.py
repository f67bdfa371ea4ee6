"""The page of a notice."""

from collections.abc import Iterator

from catalog.model.notice import Notice
from catalog.show.rich import rich
from catalog.show.values import show
from catalog.views.badges import badges
from catalog.views.compose import filled
from catalog.views.context import Context
from catalog.views.desks import route_section
from catalog.views.fields import facts
from catalog.views.media import document_section
from catalog.views.page import Page, PageKind
from catalog.views.parts import Facts, Prose, RecordView, Section
from catalog.views.provenance import crumbs, notes, provenance


def pages(context: Context) -> Iterator[Page]:
    """Give the page of every notice."""
    for notice in context.catalog.notices.values():
        here = context.at(context.record_address("notice", notice.id))
        yield Page(
            here.address,
            "notices",
            notice.title.in_(here.language),
            notice.summary.in_(here.language),
            view(here, notice),
            notice.published_on.isoformat(),
            context.catalog.site.organiser.in_(here.language),
        )


def view(context: Context, notice: Notice) -> RecordView:
    """Compose the page."""
    sections = [
        Section(
            "text",
            show(notice.kind, context.language),
            [
                Prose(rich(notice.body.in_(context.language))),
                Facts(facts(context, notice, ("valid_until",), known_only=True)),
            ],
        ),
        document_section(context, notice.documents),
        provenance(context, notice),
    ]
    return RecordView(
        title=notice.title.in_(context.language),
        lead=notice.summary.in_(context.language),
        crumbs=crumbs(context, "notice"),
        badges=badges(context, notice),
        sections=filled(sections),
        aside=[route_section(context, sector=None)],
        notes=notes(context, "notice", notice),
    )


KIND = PageKind("notices", pages, "notice")
