"""A live portal that meets every duty, and what to take away from it."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

from msgspec.structs import replace

from investment_portal.domain.compliance.duty import BuiltPages, Inspected
from investment_portal.domain.summary import summary_of
from investment_portal.models.catalog import Catalog
from investment_portal.models.media import Image, ImageKind
from investment_portal.models.policy import ApplicationStep, Material, Policy
from investment_portal.models.record import Record
from investment_portal.models.site import Site
from investment_portal.models.text import Prose, Text
from investment_portal.validation.record_reader import read_portal
from tests.overlay import PORTAL
from tests.sites import TINY_DAY
from tests.theme.test_footer import CHANNELS, FILING

WORDS = Text(zh="样例", en="Example")
PAGES = BuiltPages(
    20, {}, {}, {}, 0, frozenset({"search", "about", "privacy", "accessibility", "compliance"}), (10, 10)
)


def _fresh(record: Record) -> Record:
    """Return a record of today, complete where a duty looks at it."""
    record = replace(record, published_on=TINY_DAY, verified_on=TINY_DAY, example=False)
    if isinstance(record, Policy):
        return replace(
            record,
            document_no="样政发〔2026〕1号",
            interpretation=Prose(zh="样例", en="Example"),
            materials=[Material(name=WORDS)],
            steps=[ApplicationStep(name=WORDS, authority=WORDS, result=WORDS)],
        )
    return record


def meets_all() -> Inspected:
    """Return a live portal without a red row."""
    catalog = read_portal(PORTAL).catalog
    site = replace(
        catalog.site,
        demo=False,
        filing=FILING,
        channels=CHANNELS,
        address="https://invest.example.gov.cn/",
        operator_mail="portal@example.gov.cn",
    )
    records: dict[str, dict[str, Any]] = {
        kind: {id_: _fresh(record) if isinstance(record, Record) else record for id_, record in of_kind.items()}
        for kind, of_kind in catalog.records.items()
    }
    projects = {id_: summary_of(project) for id_, project in records["project"].items()}
    return Inspected(_catalog(catalog, site, records), projects, TINY_DAY, PAGES, ())


def _catalog(catalog: Catalog, site: Site, records: Mapping[str, Mapping[str, Any]]) -> Catalog:
    return Catalog(site, records, catalog.ids, catalog.unread, catalog.gone, catalog.upcoming)


def with_site(inspected: Inspected, **fields: Any) -> Inspected:
    """Return the portal with other settings."""
    catalog = inspected.catalog
    changed = _catalog(catalog, replace(catalog.site, **fields), catalog.records)
    return Inspected(changed, inspected.projects, inspected.day, inspected.pages, inspected.redated)


def with_records(
    inspected: Inspected, kind: str, change: Callable[[Any], Any] | None, *, first: bool = False
) -> Inspected:
    """Return the portal with changed records of a kind; without them where no change is given."""
    catalog = inspected.catalog
    of_kind = catalog.records[kind]
    ids = list(of_kind)[: 1 if first else None]
    changed = {id_: change(record) if change and id_ in ids else record for id_, record in of_kind.items()}
    records = {**catalog.records, kind: changed if change else {}}
    projects = inspected.projects if kind != "project" or change else {}
    return Inspected(
        _catalog(catalog, catalog.site, records), projects, inspected.day, inspected.pages, inspected.redated
    )


def with_pages(inspected: Inspected, **fields: Any) -> Inspected:
    """Return the portal with other built pages."""
    return Inspected(inspected.catalog, inspected.projects, inspected.day, replace(PAGES, **fields), inspected.redated)


def aged(inspected: Inspected, kind: str, days: int) -> Inspected:
    """Return the portal with the records of a kind published some days before."""
    day = inspected.day - timedelta(days=days)
    return with_records(inspected, kind, lambda record: replace(record, published_on=day))


def on_day(inspected: Inspected, day: date) -> Inspected:
    """Return the portal as of another day."""
    return Inspected(inspected.catalog, inspected.projects, day, inspected.pages, inspected.redated)


MAP = Image(file="maps/district.png", kind=ImageKind.MAP, alt=WORDS)
