"""Declarations of pages for search engines: known types of schema.org, each with what it requires."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from tests.sites import Site

REQUIRED: Mapping[str, Mapping[str, type | tuple[type, ...]]] = {
    "BreadcrumbList": {"itemListElement": list},
    "ListItem": {"position": int, "name": str},
    "GovernmentOrganization": {"name": str},
    "Event": {"name": str, "startDate": str, "eventStatus": str, "organizer": dict, "url": str, "description": str},
    "Place": {"name": str, "address": str},
    "VirtualLocation": {"url": str},
    "Grant": {"name": str, "description": str, "funder": dict, "url": str},
    "GovernmentService": {"name": str, "serviceType": str, "provider": dict, "areaServed": dict, "url": str},
    "AdministrativeArea": {"name": str},
    "ServiceChannel": {"serviceUrl": str},
}
"""Properties without which a search engine has no use for a thing, by type."""

OPTIONAL: Mapping[str, frozenset[str]] = {
    "ListItem": frozenset({"item"}),
    "GovernmentOrganization": frozenset({"url"}),
    "Event": frozenset({"endDate", "previousStartDate", "location", "eventAttendanceMode"}),
    "GovernmentService": frozenset({"description", "availableChannel"}),
}
DATES = ("startDate", "endDate", "previousStartDate")
DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}:\d{2}[+-]\d{2}:\d{2})?)?)?")
LISTED = {
    "eventStatus": r"https://schema\.org/Event(?:Scheduled|Postponed|Cancelled|MovedOnline|Rescheduled)",
    "eventAttendanceMode": r"https://schema\.org/(?:Offline|Online|Mixed)EventAttendanceMode",
}


def declared(html: str) -> list[dict[str, Any]]:
    """Return what a page declares."""
    return [json.loads(text) for text in re.findall(r'<script type="application/ld\+json">\s*(.*?)</script>', html)]


def things(value: Any) -> Iterator[dict[str, Any]]:
    """Yield every thing in a declaration."""
    if isinstance(value, dict):
        yield value
        for part in value.values():
            yield from things(part)
    elif isinstance(value, list):
        for part in value:
            yield from things(part)


def check(thing: Mapping[str, Any], name: str) -> None:
    """Assert that a thing has what its type requires, and nothing that its type does not know."""
    type_ = thing["@type"]
    for required, sort in REQUIRED[type_].items():
        assert isinstance(thing.get(required), sort), f"{name}: {type_} {required}"
        assert thing[required], f"{name}: {type_} {required}"
    known = {"@type", "@context", *REQUIRED[type_], *OPTIONAL.get(type_, ())}
    assert thing.keys() <= known, f"{name}: {thing.keys() - known}"
    for date in DATES:
        assert date not in thing or DATE.fullmatch(thing[date]), f"{name}: {thing[date]}"
    for key, allowed in LISTED.items():
        assert key not in thing or re.fullmatch(allowed, thing[key]), f"{name}: {thing[key]}"
    for key in ("url", "item", "serviceUrl"):
        assert key not in thing or thing[key].startswith(("https://", "http://")), f"{name}: {thing[key]}"


@pytest.mark.parametrize("site", ["real", "full"])
def test_every_declaration_is_complete(site: str, request: pytest.FixtureRequest) -> None:
    """On every page of both sites."""
    types: set[str] = set()
    for name, page in request.getfixturevalue(site).pages.items():
        for declaration in declared(page.html):
            assert declaration["@context"] == "https://schema.org", name
            for thing in things(declaration):
                check(thing, name)
                types.add(thing["@type"])
            for crumb, item in enumerate(declaration.get("itemListElement", []), start=1):
                assert item["position"] == crumb, name
    assert types >= {"BreadcrumbList", "GovernmentOrganization", "Event", "Grant"}


def test_events_and_policies_are_declared(full: Site) -> None:
    """Each in its language; an event that awaits a date is none that a calendar could hold."""
    for language in ("", "en/"):
        for event in full.catalog.events.values():
            page = declared(full.pages[f"{language}events/{event.id}/index.html"].html)
            events = [declaration for declaration in page if declaration["@type"] == "Event"]
            assert len(events) == (0 if event.awaits_date else 1), event.id
            assert all(event.name.in_("en" if language else "zh") == entry["name"] for entry in events)
            assert all(entry["eventStatus"].endswith("EventCancelled") == event.is_cancelled for entry in events)
        for policy in full.catalog.policies.values():
            page = declared(full.pages[f"{language}policies/{policy.id}/index.html"].html)
            assert [declaration["@type"] in {"Grant", "GovernmentService"} for declaration in page].count(True) == 1


def test_a_project_is_named_with_place_and_sum(full: Site) -> None:
    """In the title of the page and for messengers."""
    html = full.pages["projects/bottling-line/index.html"].html
    park, site = full.catalog.parks["river-park"].name.zh, full.catalog.site.name.zh
    title = f"灌装生产线 · {park} · 1.2\u00a0亿元"
    assert f"<title>{title} - {site}</title>" in html
    assert f'<meta property="og:title" content="{title}">' in html
    assert '<meta property="og:description" content="' in html
