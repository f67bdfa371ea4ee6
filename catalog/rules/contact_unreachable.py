"""A published desk must be reachable today: it has a phone or mail, and has not lapsed."""

from collections.abc import Iterator
from datetime import date

from catalog.languages import Sentence
from catalog.model.catalog import Catalog
from catalog.model.contact import Contact
from catalog.model.event import Event
from catalog.model.park import Park
from catalog.model.policy import Policy
from catalog.model.project import Project
from catalog.model.site import Site
from catalog.rules.rule import DatedRecordCheck, RecordCheck, Rule, Violation


def check_contact(contact: Contact, catalog: Catalog, day: date) -> Iterator[Violation]:
    """Yield a contact that has neither phone nor mail, or has lapsed."""
    if contact.withdrawn:
        return
    if not contact.phone and not contact.mail:
        said = Sentence(
            "窗口应有电话（phone）或邮箱（mail），实际都没有。", "A desk needs a phone or mail; it has neither."
        )
        yield Violation((), said)
    elif not contact.reachable(day):
        said = Sentence(
            f"公布的窗口应在有效期内，{contact.valid_until} 已到期。",
            f"A published desk must be valid; this lapsed on {contact.valid_until}.",
        )
        hint = Sentence(
            "核实后延长 valid_until，或写明 withdrawn。", "Verify it and extend valid_until, or mark it withdrawn."
        )
        yield Violation(("valid_until",), said, hint)


def check_project(project: Project, catalog: Catalog, day: date) -> Iterator[Violation]:
    """Yield contacts of a project of which none can be reached."""
    contacts = [catalog.contacts[id_] for id_ in project.contacts if id_ in catalog.contacts]
    if contacts and not project.withdrawn and not any(contact.reachable(day) for contact in contacts):
        said = Sentence(
            "项目应至少有一个能联系上的窗口，所列窗口都已失效。",
            "A project needs a desk that can be reached; none of these can.",
        )
        yield Violation(("contacts",), said)


def check_record(record: Park | Policy | Event, catalog: Catalog) -> Iterator[Violation]:
    """Yield the contact of a page where that was withdrawn."""
    if not record.withdrawn:
        yield from _withdrawn("contact", record.contact, catalog)


def check_site(site: Site, catalog: Catalog) -> Iterator[Violation]:
    """Yield the main contacts of the settings where they were withdrawn."""
    yield from _withdrawn("bureau", site.bureau, catalog)
    yield from _withdrawn("hotline", site.hotline, catalog)


def _withdrawn(key: str, contact: str | None, catalog: Catalog) -> Iterator[Violation]:
    if contact and contact in catalog.contacts and catalog.contacts[contact].withdrawn:
        said = Sentence(
            f"应指向仍在值守的窗口，“{contact}”已撤回。",
            f"Must name a desk that is still staffed; “{contact}” was withdrawn.",
        )
        yield Violation((key,), said)


RULE = Rule(
    "contact-unreachable",
    Sentence("公布的窗口今天必须联系得上。", "A published desk can be reached today."),
    [
        DatedRecordCheck(Contact, check_contact),
        DatedRecordCheck(Project, check_project),
        RecordCheck(Park, check_record),
        RecordCheck(Policy, check_record),
        RecordCheck(Event, check_record),
        RecordCheck(Site, check_site),
    ],
)
