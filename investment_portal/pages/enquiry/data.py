"""The questions of a form with their labels, and the public data about contacts that its script gets."""

from collections.abc import Sequence
from typing import Any, Literal

from investment_portal.components.context import Context
from investment_portal.domain.change_days import clock_floor
from investment_portal.domain.office_hours import holiday_lists
from investment_portal.domain.route_declaration import declare
from investment_portal.domain.routes import REASONS
from investment_portal.domain.shards import chunks_for
from investment_portal.languages import NOTHING, Sentence, language_path
from investment_portal.models.contact import Contact
from investment_portal.models.office_hours import MeetingSlots
from investment_portal.pages.contacts.routes import contact_phone, hours, language_names, schedule
from investment_portal.pages.dataset import Dataset
from investment_portal.value import Value


class QuestionOption(Value):
    """One answer to choose; ``within`` heads those that belong together."""

    value: str
    label: Sentence
    within: Sentence | None = None


class FormQuestion(Value):
    """One field; ``reading`` is how it is drawn, ``fill`` what a browser may fill in by itself."""

    name: str
    label: Sentence
    reading: Literal["line", "text", "pick", "choice", "mail", "phone", "number"] = "line"
    options: Sequence[QuestionOption] = ()
    required: bool = False
    hint: Sentence = NOTHING
    fill: str = ""
    remembered: bool = False
    """True if the reader's own device may remember it."""


class QuestionGroup(Value):
    """Fields under one heading; ``special`` names a part drawn by itself: projects, proposals."""

    name: str
    title: Sentence
    questions: Sequence[FormQuestion] = ()
    special: str = ""
    hint: Sentence = NOTHING


def chosen(*options: tuple[str, str, str]) -> tuple[QuestionOption, ...]:
    """Return options from value, Chinese and English."""
    return tuple(QuestionOption(value, Sentence(zh, en)) for value, zh, en in options)


NAMES_PER_FILE = 256
"""Names in a chunk: about 10 kB over the wire."""


def names_chunks(data: Dataset) -> int:
    """Return the number of files over which the projects' names are divided."""
    return chunks_for(data.index.published_total().projects, NAMES_PER_FILE)


LABELS = {
    "reference": Sentence("编号", "Reference"),
    "to": Sentence("收件窗口", "To"),
    "event": Sentence("相关活动", "Event"),
}
"""Labels of a brief that belong to no question."""


def form_data(context: Context, groups: Sequence[QuestionGroup], chunks: int) -> dict[str, Any]:
    """Return the data of the forms' scripts besides their words."""
    catalog = context.catalog
    return {
        "language": context.language,
        "portal": both(Sentence(catalog.site.name.zh, catalog.site.name.en)),
        "address": f"{catalog.site.address.rstrip('/')}/{language_path(context.language)}",
        "labels": {name: both(label) for name, label in LABELS.items()},
        "zone": catalog.zone,
        "projects": context.href("projects/"),
        "names": context.shared("assets/data/names/"),
        "chunks": chunks,
        "holidays": context.holidays,
        "routes": declare(catalog),
        "day": clock_floor(catalog, context.day).isoformat(),
        "groups": [_group(group) for group in groups],
        "contacts": {
            contact.id: _contact(context, contact)
            for contact in catalog.contacts.values()
            if contact.reachable(context.day)
        },
        "reasons": {why: reason.in_(context.language) for why, reason in REASONS.items()},
        "qr": context.script("qr"),
        "events": {
            event.id: {"name": {"zh": event.name.zh, "en": event.name.en}, "contact": event.contact or ""}
            for event in catalog.events.values()
            if not event.withdrawn
        },
    }


def both(sentence: Sentence) -> dict[str, str]:
    """Return a sentence by language."""
    return {"zh": sentence.zh, "en": sentence.en}


def _group(group: QuestionGroup) -> dict[str, Any]:
    return {
        "name": group.name,
        "title": both(group.title),
        "questions": [_question(question) for question in group.questions],
    }


def _question(question: FormQuestion) -> dict[str, Any]:
    options = {option.value: both(option.label) for option in question.options}
    return {
        "name": question.name,
        "label": both(question.label),
        "reading": question.reading,
        "required": question.required,
        "remembered": question.remembered,
        "options": options,
    }


def _slots(contact: Contact) -> dict[str, Any]:
    """Return when the contact meets by video: hours as scripts read them, length, days ahead, days off."""
    slots = contact.meeting_slots or MeetingSlots()
    times = f"{slots.days} {','.join(slots.open)}" if slots.open else ""
    off = [day.isoformat() for day in slots.off]
    # Hours of the office count on the days of the slots alone.
    return {"times": times, "days": slots.days, "minutes": slots.minutes, "ahead": slots.ahead.days, "off": off}


def _contact(context: Context, contact: Contact) -> dict[str, Any]:
    phone = contact_phone(context, contact)
    return {
        "id": contact.id,
        "kind": contact.kind.value,
        "name": {"zh": contact.name.zh, "en": contact.name.en},
        "role": contact.role.in_(context.language),
        "languages": contact.answers_in,
        "spoken": language_names(context, contact),
        "hours": hours(context, contact),
        "schedule": schedule(contact),
        "zone": contact.time_zone,
        "slots": _slots(contact),
        "holidays": holiday_lists(contact, context.catalog.site),
        "phone": phone.text,
        "dial": phone.href,
        "mail": contact.mail or "",
        "href": context.record_href("contact", contact.id),
        "backup": contact.backup or "",
        "example": contact.example,
    }
