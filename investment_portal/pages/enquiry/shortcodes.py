"""Shortcodes of the enquiry, the request for a meeting, and the contacts by mail."""

from itertools import groupby
from operator import attrgetter

from investment_portal.components.context import Context
from investment_portal.components.parts import Cell, Folded, Link, Route, Table
from investment_portal.domain.routes import escalation
from investment_portal.formatting.values import show
from investment_portal.languages import Sentence
from investment_portal.models.contact import Contact
from investment_portal.models.controlled_values import ContactKind
from investment_portal.pages.contacts.routes import contact_card, contact_link, contact_phone, hours
from investment_portal.pages.enquiry import questions as enquiry_questions
from investment_portal.pages.enquiry.data import names_chunks
from investment_portal.pages.enquiry.form import enquiry_form
from investment_portal.pages.shortcode import Blocks, Shortcode

ENQUIRY = Sentence("招商咨询", "Investment enquiry")
MEETING = Sentence("会面预约", "Request for a meeting")
"""The headings of the texts."""


def enquiry(context: Context, chunks: int) -> Blocks:
    """Return the enquiry's form."""
    return [enquiry_form(context, "enquiry", ENQUIRY, enquiry_questions.enquiry(context.catalog), chunks)]


def meeting(context: Context, chunks: int) -> Blocks:
    """Return the form of a request for a meeting."""
    return [enquiry_form(context, "meeting", MEETING, enquiry_questions.meeting(context.catalog), chunks)]


def by_mail(context: Context) -> Blocks:
    """Return the bureau as a card, then every contact that takes mail, folded by kind."""
    catalog, words = context.catalog, context.words
    first = escalation(catalog, context.day, None, context.language)[:1]
    open_ = [contact for contact in catalog.contacts.values() if contact.mail and contact.reachable(context.day)]
    others = [contact for contact in open_ if all(contact is not leg.contact for leg in first)]
    order = list(ContactKind)
    others.sort(key=lambda contact: order.index(contact.kind))
    folded = [_folded(context, kind, list(group)) for kind, group in groupby(others, attrgetter("kind"))]
    head = [words["enquiry_contact"], words["mail"], words["phone"], words["hours_label"]]
    cards = [Route([contact_card(context, leg.contact)]) for leg in first]
    return [*cards, *(Folded(title, [Table(title, head, rows)]) for title, rows in folded)]


def _folded(context: Context, kind: ContactKind, contacts: list[Contact]) -> tuple[str, list[list[Cell]]]:
    title = context.words("group_title", name=show(kind, context.language), count=len(contacts))
    return title, [
        [
            Cell(contact_link(context, contact)),
            Cell(Link(contact.mail or "", f"mailto:{contact.mail}")),
            Cell(
                Link(phone.text, phone.href) if (phone := contact_phone(context, contact)).href else phone.text or "—"
            ),
            Cell(hours(context, contact) or "—"),
        ]
        for contact in contacts
    ]


SHORTCODES = (
    Shortcode("enquiry-form", enquiry, names_chunks),
    Shortcode("meeting-form", meeting, names_chunks),
    Shortcode("desks-by-mail", by_mail),
)
