"""The routes as public data from which a browser computes the same route as ``domain.routes``.

The names here are the names in the JSON. They are kept apart from the model, so that a field can be renamed there
without breaking what others read.
"""

from collections.abc import Iterable
from typing import Any, Literal

from msgspec import to_builtins

from investment_portal.domain.places.index import abroad
from investment_portal.domain.routes import IN_AREA, ORDER
from investment_portal.models.catalog import Catalog
from investment_portal.models.contact import Contact
from investment_portal.models.project import Project
from investment_portal.value import Value

VERSION = 1


class DeclaredContact(Value):
    """A contact with phone or mail: regions and sectors, languages, last day."""

    id: str
    kind: str
    regions: Literal["all"] | list[str]
    sectors: Literal["all"] | list[str]
    languages: list[str]
    until: str | None
    backup: str | None
    abroad: bool
    """True if the contact can be reached from abroad."""


class DeclaredProject(Value):
    """A project's sector and its own contacts, the first to turn to on top."""

    sector: str
    contacts: list[str]


class Declaration(Value):
    """Contacts, origins (each with the region that it lies within), the order of kinds, and the two main contacts."""

    version: int
    order: list[str]
    bureau: str
    hotline: str
    home: str | None
    """The origin where the local numbers work."""
    abroad: list[str]
    """Origins outside the mainland of China."""
    in_area: dict[str, str]
    """Kinds of contact that count for a region when they serve a place within it, with the word of their reason."""
    origins: dict[str, str | None]
    contacts: list[DeclaredContact]
    projects: dict[str, DeclaredProject]


def declare(catalog: Catalog, projects: Iterable[Project] = ()) -> dict[str, Any]:
    """Declare the routes of a catalogue, with those projects that a page has use for, as JSON can hold it."""
    declaration: dict[str, Any] = to_builtins(
        Declaration(
            version=VERSION,
            order=[kind.value for kind, _ in ORDER],
            bureau=catalog.site.bureau,
            hotline=catalog.site.hotline,
            home=catalog.site.home,
            abroad=sorted(abroad(catalog)),
            in_area={kind.value: why for kind, (why, _) in IN_AREA.items()},
            origins={origin.id: origin.within for origin in catalog.origins.values()},
            contacts=[
                _contact(contact)
                for contact in catalog.contacts.values()
                if not contact.withdrawn and (contact.phone or contact.mail)
            ],
            projects={project.id: DeclaredProject(project.sector, list(project.contacts)) for project in projects},
        )
    )
    return declaration


def _contact(contact: Contact) -> DeclaredContact:
    return DeclaredContact(
        id=contact.id,
        kind=contact.kind.value,
        regions=contact.regions,
        sectors=contact.sectors,
        languages=contact.answers_in,
        until=contact.valid_until.isoformat() if contact.valid_until else None,
        backup=contact.backup,
        abroad=contact.reached_from_abroad,
    )
