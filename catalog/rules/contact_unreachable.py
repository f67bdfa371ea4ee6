"""A published desk must be reachable today: it has a phone or mail, and has not lapsed."""

from collections.abc import Iterator
from datetime import date

from catalog.languages import Sentence
from catalog.model.catalog import Catalog
from catalog.problems.finding import Finding
from catalog.rules.rule import Rule


def check(catalog: Catalog, day: date) -> Iterator[Finding]:
    """Find desks without phone and mail, lapsed ones, and records that send people to them."""
    for contact in catalog.contacts.values():
        if contact.withdrawn:
            continue
        if not contact.phone and not contact.mail:
            said = Sentence(
                "窗口应有电话（phone）或邮箱（mail），实际都没有。", "A desk needs a phone or mail; it has neither."
            )
            yield Finding("contact-unreachable", "contact", contact.id, (), said)
        elif not contact.reachable(day):
            said = Sentence(
                f"公布的窗口应在有效期内，{contact.valid_until} 已到期。",
                f"A published desk must be valid; this lapsed on {contact.valid_until}.",
            )
            hint = Sentence(
                "核实后延长 valid_until，或写明 withdrawn。", "Verify it and extend valid_until, or mark it withdrawn."
            )
            yield Finding("contact-unreachable", "contact", contact.id, ("valid_until",), said, hint)
    yield from _sent_to_withdrawn(catalog)
    for project in catalog.projects.values():
        desks = [catalog.contacts[id_] for id_ in project.contacts if id_ in catalog.contacts]
        if desks and not project.withdrawn and not any(desk.reachable(day) for desk in desks):
            said = Sentence(
                "项目应至少有一个能联系上的窗口，所列窗口都已失效。",
                "A project needs a desk that can be reached; none of these can.",
            )
            yield Finding("contact-unreachable", "project", project.id, ("contacts",), said)


def _sent_to_withdrawn(catalog: Catalog) -> Iterator[Finding]:
    """Find pages and settings whose one desk has been withdrawn."""
    sent: list[tuple[str, str, str, str | None]] = [
        ("site", "site", "bureau", catalog.site.bureau),
        ("site", "site", "hotline", catalog.site.hotline),
        *(("park", one.id, "contact", one.contact) for one in catalog.parks.values() if not one.withdrawn),
        *(("policy", one.id, "contact", one.contact) for one in catalog.policies.values() if not one.withdrawn),
        *(("event", one.id, "contact", one.contact) for one in catalog.events.values() if not one.withdrawn),
    ]
    for kind, id_, key, desk in sent:
        if desk and desk in catalog.contacts and catalog.contacts[desk].withdrawn:
            said = Sentence(
                f"应指向仍在值守的窗口，“{desk}”已撤回。",
                f"Must name a desk that is still staffed; “{desk}” was withdrawn.",
            )
            yield Finding("contact-unreachable", kind, id_, (key,), said)


RULE = Rule(
    "contact-unreachable",
    Sentence("公布的窗口今天必须联系得上。", "A published desk can be reached today."),
    check,
    apart=True,
    dated=True,
)
