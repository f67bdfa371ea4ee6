"""Data of the page of requirements: parks with the contacts in one file a language, projects in several.

Pages opened from disk may load no data but as a script. The files are loaded once something is required.
"""

from collections.abc import Iterator
from typing import Any

from investment_portal.components.context import Context
from investment_portal.domain.totals import seeks
from investment_portal.outputs.output import BuildContext, Output
from investment_portal.outputs.search.data_script import data_script
from investment_portal.pages.contacts.routes import contact_card
from investment_portal.pages.requirements.records import park_entry, project_entry


def park_data(build: BuildContext) -> Iterator[tuple[str, str]]:
    """Yield the file of each language."""
    catalog = build.catalog
    parks = [park for park in catalog.parks.values() if park.withdrawn is None]
    for language, context in build.contexts.items():
        entries = [park_entry(context, park) for park in parks]
        contacts = {contact.id: _contact(context, contact.id) for contact in catalog.contacts.values()}
        yield data_script(f"requirements/{language}-parks", {"parks": entries, "contacts": contacts})


def _contact(context: Context, id_: str) -> dict[str, Any]:
    card = contact_card(context, context.catalog.contacts[id_])
    shown = {"name": card.name, "role": card.role, "phone": card.phone, "dial": card.phone_href, "mail": card.mail}
    return {name: text for name, text in shown.items() if text and text != card.name} | {"name": card.name}


def project_parts(build: BuildContext) -> Iterator[tuple[int]]:
    """Yield the number of each file; it is made in all languages at once."""
    yield from ((number,) for number in range(len(build.requirement_members)))


def project_data(build: BuildContext, number: int) -> Iterator[tuple[str, str]]:
    """Yield a file in each language, with the projects that seek an investor."""
    projects = [build.data.project(id_) for name, id_ in build.requirement_members[number] if name == id_]
    for language, context in build.contexts.items():
        entries = [project_entry(context, project) for project in projects if seeks(project)]
        yield data_script(f"requirements/{language}-{number}", entries)


def _depends(build: BuildContext, number: int) -> list[tuple[str, str]]:
    return [(name, build.data.digests.projects[id_]) for name, id_ in build.requirement_members[number]]


PARKS = Output(park_data)
PROJECTS = Output(project_data, _depends, project_parts)
