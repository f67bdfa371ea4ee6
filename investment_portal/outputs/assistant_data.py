"""``assets/data/assistants.LANGUAGE.js``: data of the tools for an assistant of the browser."""

from collections.abc import Iterator
from typing import Any

from investment_portal.components.context import Context
from investment_portal.domain.change_days import clock_floor
from investment_portal.domain.incentives.declare import yuan_for
from investment_portal.domain.route_declaration import declare
from investment_portal.domain.routes import REASONS
from investment_portal.languages import language_path
from investment_portal.models.contact import Contact
from investment_portal.models.controlled_values import ProjectStage
from investment_portal.models.quantities.currencies import CNY
from investment_portal.models.site import all_facts, enterprise_types, site_root
from investment_portal.models.text import name_of
from investment_portal.outputs.output import BuildContext, Output
from investment_portal.outputs.search.data_script import data_script
from investment_portal.pages.compare.selection import compare_chunks, selection_data
from investment_portal.pages.costs.costs import cost_terms
from investment_portal.pages.enquiry.data import names_chunks

NAMED = ("sector", "park", "origin", "policy")
"""Kinds of records whose ids the tools take or give, with their names."""

SCRIPT = "assistant_tools"


def assistant_data(build: BuildContext) -> Iterator[tuple[str, str]]:
    """Yield the data script of each language."""
    chunks = {"names": names_chunks(build.data), "compare": compare_chunks(build.data)}
    for language, context in build.contexts.items():
        yield data_script(f"assistants.{language}", _terms(context, chunks))


def _terms(context: Context, chunks: dict[str, int]) -> dict[str, Any]:
    catalog, language = context.catalog, context.language
    currencies = [CNY, *(rate.currency for rate in catalog.site.rates)]
    root = context.at("")
    return {
        "language": language,
        "zone": catalog.zone,
        "day": clock_floor(catalog, context.day).isoformat(),
        "site": site_root(catalog.site) + language_path(language),
        "script": context.script(SCRIPT).removeprefix("../"),
        "words": context.words.group("assistants"),
        "names": {
            **{
                kind: {id_: name_of(record).in_(language) for id_, record in catalog.records[kind].items()}
                for kind in NAMED
            },
            "stage": {stage.value: stage.label.in_(language) for stage in ProjectStage},
            "type": {type_: name.in_(language) for type_, name in enterprise_types(catalog.site).items()},
        },
        "facts": [
            {"id": id_, "name": fact.label.in_(language), "sort": fact.sort.value}
            for id_, fact in all_facts(catalog.site).items()
        ],
        "rates": {currency: str(yuan_for(currency, catalog.site)) for currency in currencies},
        "routes": declare(catalog),
        "reasons": {why: reason.in_(language) for why, reason in REASONS.items()},
        "contacts": {
            contact.id: _contact(context, contact)
            for contact in catalog.contacts.values()
            if contact.reachable(context.day)
        },
        "chunks": chunks,
        "groups": selection_data(root, chunks["compare"], {})["groups"],
        "costs": cost_terms(root),
    }


def _contact(context: Context, contact: Contact) -> dict[str, Any]:
    language = context.language
    root = site_root(context.catalog.site) + language_path(language)
    return {
        "name": contact.name.in_(language),
        "unit": contact.unit.in_(language),
        "phone": contact.phone_from_abroad or contact.phone,
        "mail": contact.mail,
        "languages": list(contact.languages),
        "example": contact.example,
        "page": root + context.record_address("contact", contact.id),
    }


OUTPUT = Output(assistant_data, lambda build: (names_chunks(build.data), compare_chunks(build.data)))
