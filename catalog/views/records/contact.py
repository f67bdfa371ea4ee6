"""The page of a desk: how to reach it, for whom it is there, and who stands in."""

from collections.abc import Iterator

from catalog.model.contact import Contact
from catalog.show.values import show
from catalog.views.badges import badges, freshness
from catalog.views.cards import project_card
from catalog.views.compose import cards, filled
from catalog.views.context import Context
from catalog.views.desks import desk, hours
from catalog.views.fields import fact, facts, make_fact
from catalog.views.page import Page, PageKind
from catalog.views.parts import Fact, Facts, Link, RecordView, Route, Section
from catalog.views.provenance import crumbs, notes, provenance

MOST_PROJECTS = 6


def pages(context: Context) -> Iterator[Page]:
    """Give the page of every desk."""
    for contact in context.catalog.contacts.values():
        here = context.at(context.record_address("contact", contact.id))
        lead = contact.summary or contact.role
        yield Page(
            here.address,
            "contacts",
            contact.name.in_(here.language),
            lead.in_(here.language),
            view(here, contact),
            contact.published_on.isoformat(),
            contact.unit.in_(here.language),
        )


def view(context: Context, contact: Contact) -> RecordView:
    """Compose the page."""
    words, language = context.words, context.language
    projects = [one for one in context.catalog.projects.values() if contact.id in one.contacts and not one.withdrawn]
    sections = [
        Section("reach", words["reach"], [Facts(_reach(context, contact), wide=True)]),
        Section("scope", words["scope"], [Facts(_scope(context, contact), wide=True)]),
        Section(
            "projects",
            words["projects_of_desk"],
            cards([project_card(context, one) for one in projects[:MOST_PROJECTS]]),
        ),
        provenance(context, contact),
    ]
    return RecordView(
        title=contact.name.in_(language),
        lead=(contact.summary or contact.role).in_(language),
        crumbs=crumbs(context, "contact"),
        badges=[*badges(context, contact), freshness(context, contact)],
        sections=filled(sections),
        aside=[_escalation(context, contact)],
        notes=notes(context, "contact", contact),
    )


def _reach(context: Context, contact: Contact) -> list[Fact]:
    words = context.words
    shown = []
    if contact.phone:
        shown.append(Fact(words["phone"], Link(contact.phone, "tel:" + contact.phone.replace(" ", ""))))
    if contact.mail:
        shown.append(Fact(words["mail"], Link(contact.mail, "mailto:" + contact.mail)))
    shown += facts(context, contact, ("wechat",), known_only=True)
    spoken = words["separator"].join(words[f"language_{code}"] for code in contact.languages)
    shown += [
        make_fact(context, words["languages"], spoken),
        make_fact(context, words["hours_label"], hours(context, contact) or None),
    ]
    return [*shown, *facts(context, contact, ("address", "time_zone"), known_only=True)]


def _scope(context: Context, contact: Contact) -> list[Fact]:
    shown = facts(context, contact, ("kind", "unit", "role"))
    shown.append(make_fact(context, context.words["regions"], _regions(context, contact)))
    shown += [
        fact(context, contact, "sectors"),
        *facts(context, contact, ("park", "leader", "valid_until"), known_only=True),
    ]
    return shown


def _regions(context: Context, contact: Contact) -> str:
    if contact.regions == "all":
        return context.words["all"]
    return context.words["separator"].join(
        show(context.catalog.origins[id_].name, context.language) for id_ in contact.regions
    )


def _escalation(context: Context, contact: Contact) -> Section:
    ids = dict.fromkeys([contact.backup, context.catalog.site.bureau, context.catalog.site.hotline])
    desks = [
        desk(context, context.catalog.contacts[id_])
        for id_ in ids
        if id_ and id_ != contact.id and id_ in context.catalog.contacts
    ]
    return Section("escalation", context.words["no_answer"], [Route(desks)] if desks else [])


KIND = PageKind("contacts", pages, "contact")
