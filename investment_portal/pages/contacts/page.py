"""The page of a contact: ways to reach it, its regions and sectors, results of its kind."""

from investment_portal.components.badges import badges, freshness
from investment_portal.components.context import Context
from investment_portal.components.fields import fact, facts, joined, make_fact, record_link
from investment_portal.components.figures import figure_facts
from investment_portal.components.media import image_section
from investment_portal.components.parts import (
    Cell,
    Fact,
    Facts,
    KeyFigures,
    Ladder,
    Part,
    RecordView,
    Section,
    SourceLine,
    Table,
)
from investment_portal.components.sections import filled
from investment_portal.domain.answer_times import answer_times
from investment_portal.domain.network import achieved, covers, outposts
from investment_portal.domain.routes import escalation
from investment_portal.formatting.values import show
from investment_portal.models.base import label_of
from investment_portal.models.contact import Contact
from investment_portal.models.controlled_values import ContactKind
from investment_portal.pages.contacts.network import covered
from investment_portal.pages.contacts.routes import (
    contact_card,
    contact_cards,
    finder_link,
    lapses_soon,
    meeting_times,
)
from investment_portal.pages.contacts.sheet import contact_sheet
from investment_portal.pages.enquiry.links import ways
from investment_portal.pages.excerpts import GroupExcerpt, of_contact
from investment_portal.pages.page_kind import Page, PageKind
from investment_portal.pages.projects.groups import group_projects
from investment_portal.pages.provenance import crumbs, notes, provenance, source_text


def page(context: Context, contact: Contact, excerpt: GroupExcerpt) -> Page:
    """Return the page of a contact."""
    lead = contact.summary or contact.role
    return Page(
        context.address,
        "contacts",
        contact.name.in_(context.language),
        lead.in_(context.language),
        view(context, contact, excerpt),
        contact.published_on.isoformat(),
        contact.unit.in_(context.language),
    )


def view(context: Context, contact: Contact, excerpt: GroupExcerpt) -> RecordView:
    """Compose the page."""
    words, language = context.words, context.language
    sections = [
        Section("reach", words["reach"], [contact_sheet(context, contact)]),
        Section("scope", words["scope"], [Facts(_scope(context, contact), wide=True)]),
        image_section(context, contact.images),
        *_answer_times(context, contact),
        *_achieved(context, contact),
        Section("projects", words["projects_of_contact"], group_projects(context, excerpt, contact.id, "desk")),
        provenance(context, contact),
    ]
    return RecordView(
        kind="contact",
        title=contact.name.in_(language),
        lead=(contact.summary or contact.role).in_(language),
        crumbs=crumbs(context, "contact"),
        badges=[*badges(context, contact), freshness(context, contact)],
        sections=filled(sections),
        aside=[_escalation(context, contact)],
        notes=[*notes(context, "contact", contact), *_lapsing(context, contact)],
        ways=ways(context, "desk", contact.id),
        call=contact_card(context, contact) if contact.reachable(context.day) else None,
    )


def _lapsing(context: Context, contact: Contact) -> list[str]:
    if contact.valid_until is None or not lapses_soon(context, contact):
        return []
    name = "contact_lapsed_note" if contact.lapsed(context.day) else "contact_lapses"
    return [context.words(name, day=show(contact.valid_until, context.language))]


def _scope(context: Context, contact: Contact) -> list[Fact]:
    words = context.words
    shown = facts(context, contact, ("leader",), known_only=True)
    shown += facts(context, contact, ("kind", "unit", "role"))
    shown.append(make_fact(context, words["regions"], covered(context, contact)))
    if contact.meeting_slots:
        label = label_of(Contact, "meeting_slots").in_(context.language)
        shown.append(Fact(label, meeting_times(context, contact.meeting_slots)))
    shown += [fact(context, contact, "sectors"), *facts(context, contact, ("park",), known_only=True)]
    if contact.kind is ContactKind.GROUP:
        covered_contacts = [other for other in outposts(context.catalog) if covers(context.catalog, contact, other)]
        links = tuple(record_link(context, "contact", other.id) for other in covered_contacts)
        shown += [Fact(words["network_in_area"], links)] if links else []
    until = contact.valid_until
    shown.append(Fact(words["until"], joined(context, until) if until else words["contact_no_end"]))
    return [*shown, *facts(context, contact, ("backup",), known_only=True)]


def _answer_times(context: Context, contact: Contact) -> list[Section]:
    """Return how soon the contact answered, quarter by quarter, where the log has enough enquiries."""
    words, times = context.words, answer_times(context.catalog, contact)
    if not times:
        return []
    head = [words["answer_quarter"], words["answer_count"], words["answer_median"], words["answer_in_time"]]
    rows = [
        [
            Cell(words("answer_quarter_of", year=time.year, quarter=time.quarter)),
            Cell(str(time.count)),
            Cell(words.count("answer_days", time.median) if time.median is not None else "—"),
            Cell(words("answer_share", share=round(100 * time.in_time / time.count), within=time.within)),
        ]
        for time in times
    ]
    title = words["answer_times"]
    note = words["answer_example" if any(time.example for time in times) else "answer_note"]
    return [Section("answers", title, [Table(title, head, rows)], note)]


def _achieved(context: Context, contact: Contact) -> list[Section]:
    """Return the results of all contacts of this kind together; sources have no figure for each contact."""
    sections = []
    for result, figures in achieved(context.catalog, contact.kind):
        source = [SourceLine(source_text(context, result.source))] if result.source else []
        parts: list[Part] = [KeyFigures(figure_facts(context, figures)), *source]
        gaps = {"period": result.name.in_(context.language), "kind": show(contact.kind, context.language)}
        note = context.words("contact_achieved_note", **gaps)
        sections.append(Section(f"achieved-{result.id}", context.words["contact_achieved"], parts, note))
    return sections


def _escalation(context: Context, contact: Contact) -> Section:
    """Return the contact to try if this one does not answer."""
    after = contact_cards(context, escalation(context.catalog, context.day, contact, context.language)[:1])
    return Section("contact", context.words["no_answer"], [Ladder(after, finder_link(context, None))])


KIND = PageKind("contacts", page, "contact", of_contact)
