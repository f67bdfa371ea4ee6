"""The page of a notice."""

from investment_portal.components.badges import badges
from investment_portal.components.context import Context
from investment_portal.components.fields import facts
from investment_portal.components.media import document_section
from investment_portal.components.parts import Facts, RecordView, Section
from investment_portal.components.sections import filled, prose
from investment_portal.formatting.values import show
from investment_portal.models.notice import Notice
from investment_portal.pages.contacts.routes import route_section
from investment_portal.pages.page_kind import Page, PageKind
from investment_portal.pages.provenance import crumbs, notes, provenance


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
                *prose(context, notice.body),
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
