"""What the frames need to know of the portal's settings, as plain values for the renderer."""

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from msgspec.structs import asdict

from catalog.languages import LANGUAGES, Language, other, own_path
from catalog.model.catalog import Catalog
from catalog.model.kinds import KINDS
from catalog.model.record import Record
from catalog.model.site import Site


def frame_settings(catalog: Catalog, language: Language) -> dict[str, Any]:
    """Give name, address, footer and colours of the portal in one language."""
    site = catalog.site
    return {
        "language": language,
        "name": site.name.in_(language),
        "description": site.description.in_(language),
        "url": site_root(site) + own_path(language),
        "portal": {
            "host": urlsplit(site.address).netloc,
            "hosts": [urlsplit(site.address).hostname, *site.allowed_hosts],
            "keywords": site.keywords.in_(language),
            "demo": site.demo,
            "organiser": site.organiser.in_(language),
            "operator": site.operator.in_(language),
            "phone": site.operator_phone,
            "mail": site.operator_mail,
            "prevailing": site.prevailing.in_(language),
            "main_colour": site.palette.main,
            "accent_colour": site.palette.accent,
            **asdict(site.filing),
        },
        "other": {
            "language": other(language),
            "path": own_path(other(language)) if language == LANGUAGES[0] else "../",
            "root": urlsplit(site_root(site) + own_path(other(language))).path,
        },
        "empty": empty_columns(catalog),
    }


def site_root(site: Site) -> str:
    """Give the portal's address with a slash at its end."""
    return site.address.rstrip("/") + "/"


def empty_columns(catalog: Catalog) -> list[str]:
    """Name the columns without a record: they leave the menu, since an empty column counts against a site."""
    kinds = {
        "projects": "project",
        "policies": "policy",
        "parks": "park",
        "chains": "chain",
        "firms": "firm",
        "events": "event",
        "results": "result",
        "notices": "notice",
    }
    empty = {column for column, kind in kinds.items() if not catalog.records[kind]}
    gone = any(record.withdrawn or record.formerly for record in _published(catalog))
    return sorted(empty if gone else {*empty, "archive"})


def _published(catalog: Catalog) -> Iterator[Record]:
    """Give every published record."""
    for kind, records in catalog.records.items():
        if issubclass(KINDS[kind].model, Record):
            yield from records.values()


def fingerprint(settings: dict[str, Any]) -> bytes:
    """Write the settings so that equal ones are equal bytes."""
    return json.dumps(settings, ensure_ascii=False, sort_keys=True).encode()
