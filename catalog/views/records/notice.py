"""The page of a notice."""

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


def page(context: Context, notice: Notice, _: None) -> Page:
    """Return the page of a notice."""
    return Page(
        context.address,
        "notices",
        notice.title.in_(context.language),
        notice.summary.in_(context.language),
        view(context, notice),
        notice.published_on.isoformat(),
        context.catalog.site.organiser.in_(context.language),
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
        kind="notice",
        title=notice.title.in_(context.language),
        lead=notice.summary.in_(context.language),
        crumbs=crumbs(context, "notice"),
        badges=badges(context, notice),
        sections=filled(sections),
        aside=[route_section(context, sector=None)],
        notes=notes(context, "notice", notice),
    )


KIND = PageKind("notices", page, "notice")
