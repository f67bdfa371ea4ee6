"""Values that parks and projects state at each criterion, as the script of the page gets it in one language."""

from collections.abc import Mapping, Sequence
from typing import Any

from investment_portal.components.context import Context
from investment_portal.components.fields import price_text, record_link
from investment_portal.domain.incentives.declare import plain
from investment_portal.domain.requirements.stated import (
    OfferedSpace,
    RecordRef,
    Stated,
    StatedRecord,
    of_park,
    of_project,
)
from investment_portal.formatting.values import show
from investment_portal.models.park import Distance, Park, Price
from investment_portal.models.project import Project
from investment_portal.pages.contacts.routes import first_contact


def project_entry(context: Context, project: Project) -> dict[str, Any]:
    """Return a project; criteria that it inherits are read from its parks."""
    stated = of_project(project, context.catalog.site)
    contact = first_contact(context, project.sector, project.contacts)
    return {
        **_entry(context, project, stated, contact.id if contact else ""),
        "until": project.valid_until.isoformat() if project.valid_until else "",
        "parks": list(project.place.all_parks),
    }


def park_entry(context: Context, park: Park) -> dict[str, Any]:
    """Return a park with the plots and halls on offer."""
    return _entry(context, park, of_park(park), park.contact)


def _entry(context: Context, record: Project | Park, stated: StatedRecord, contact: str) -> dict[str, Any]:
    return {
        "id": record.id,
        "name": record.name.in_(context.language),
        "example": record.example,
        "verified": show(record.verified_on, context.language),
        "contact": contact,
        "alone": _items(context, stated.alone),
        "pools": {pool: [_offer(context, offer) for offer in offers] for pool, offers in stated.pools.items()},
    }


def _offer(context: Context, offer: OfferedSpace) -> dict[str, Any]:
    return {"name": offer.name.in_(context.language), **_items(context, offer.stated)}


def _items(context: Context, stated: Mapping[str, Stated]) -> dict[str, Any]:
    return {key: _item(context, value) for key, value in stated.items()}


def _item(context: Context, stated: Stated) -> dict[str, Any]:
    """Return the figures to compare, the value as the record's page shows it, and its day and source."""
    words, language = context.words, context.language
    notes = [words("requirements_as_of", day=show(stated.as_of, language))] if stated.as_of else []
    notes += [record_link(context, "source", stated.source).text] if stated.source else []
    item = {**plain(stated.item), "text": _text(context, stated.shown), "note": words["semicolon"].join(notes)}
    return {name: value for name, value in item.items() if value}


def _text(context: Context, shown: Sequence[Any]) -> str:
    return context.words["separator"].join(_shown(context, value) for value in shown)


def _shown(context: Context, value: Any) -> str:
    if isinstance(value, Price):
        return price_text(context, value)
    if isinstance(value, Distance):
        return context.words(
            "requirements_distance", to=value.to.in_(context.language), km=show(value.km, context.language)
        )
    if isinstance(value, RecordRef):
        return record_link(context, value.kind, value.id).text
    return show(value, context.language)
