"""Desks and routes: from a page to a person."""

from collections.abc import Iterable

from catalog.derive.routes import Leg, route
from catalog.languages import Sentence
from catalog.model.contact import Contact
from catalog.model.project import Project
from catalog.views.context import Context
from catalog.views.fields import record_link
from catalog.views.parts import Desk, Link, Route, Section

OWN_DESK = Sentence("本页联系窗口", "The desk for this page")


def desk(context: Context, contact: Contact, reason: Sentence | None = None) -> Desk:
    """Give a desk as a card."""
    words, language = context.words, context.language
    return Desk(
        name=contact.name.in_(language),
        href=context.record_href("contact", contact.id),
        role=contact.role.in_(language),
        languages=words["separator"].join(words[f"language_{code}"] for code in contact.languages),
        hours=hours(context, contact),
        phone=contact.phone or "",
        phone_href="tel:" + (contact.phone or "").replace(" ", ""),
        mail=contact.mail or "",
        reason=reason.in_(language) if reason else "",
        backup=record_link(context, "contact", contact.backup) if contact.backup else None,
        example=contact.example,
    )


def hours(context: Context, contact: Contact) -> str:
    """Write the hours with the time zone in which they hold."""
    if not contact.hours:
        return ""
    words = context.words
    spans = [
        f"{words['days_' + one.days.replace('-', '_')]} {words['separator'].join(one.open)}" for one in contact.hours
    ]
    return words(
        "hours", hours=words["semicolon"].join(spans), zone=words["zone_" + contact.time_zone.split("/")[1].lower()]
    )


def route_section(
    context: Context, *, sector: str | None, project: Project | None = None, own: str | None = None, most: int = 4
) -> Section:
    """Give the resolved route of a page: its ``own`` desk first where it names one, then whom to turn to next."""
    legs = route(context.catalog, context.day, origin=None, sector=sector, language=context.language, project=project)
    named = context.catalog.contacts.get(own or "")
    if named and named.reachable(context.day):
        legs = [Leg(named, OWN_DESK), *(leg for leg in legs if leg.contact.id != named.id)]
    shown = [*legs[: most - 1], *legs[-1:]] if len(legs) > most else legs
    return Section("contact", context.words["whom_to_ask"], [Route(desks(context, shown))])


def desks(context: Context, legs: Iterable[Leg]) -> list[Desk]:
    """Give the desks of a route."""
    return [desk(context, leg.contact, leg.reason) for leg in legs]


def first_desk(context: Context, project: Project) -> Contact | None:
    """Give the desk that a project's route begins with."""
    legs = route(
        context.catalog, context.day, origin=None, sector=project.sector, language=context.language, project=project
    )
    return legs[0].contact if legs else None


def ask_note(context: Context, project: Project) -> str:
    """Say whom to ask for what is not known."""
    first = first_desk(context, project)
    if first is None:
        return ""
    return context.words("ask", desk=first.name.in_(context.language), phone=first.phone or first.mail or "")


def desk_link(context: Context, contact: Contact) -> Link:
    """Link to a desk's page."""
    return Link(contact.name.in_(context.language), context.record_href("contact", contact.id))
