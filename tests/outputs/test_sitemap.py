"""The days of the site map are those of the content."""

import re
from datetime import date

from investment_portal.history.history import History, Revision
from investment_portal.outputs.sitemap import last_changes
from tests.datasets import dataset_of
from tests.sites import Site


def days(site: Site) -> dict[str, str]:
    """Return the day of each address in the site map, below the site's root."""
    text, root = (site.out / "sitemap.xml").read_text("utf-8"), site.catalog.site.address
    entries = re.findall(r"<url><loc>(.*?)</loc>(?:<lastmod>(.*?)</lastmod>)?", text)
    return {address.removeprefix(root): day for address, day in entries}


def test_a_page_has_the_day_of_its_record(full: Site) -> None:
    """The same in both languages; a withdrawn one that of its withdrawal, a list that of its latest record."""
    entries = days(full)
    park = full.catalog.parks["river-park"]
    assert entries["parks/river-park/"] == entries["en/parks/river-park/"] == park.verified_on.isoformat()
    assert entries["projects/"] == max(day for address, day in entries.items() if address.startswith("projects/"))
    mill = full.catalog.projects["old-mill"]
    assert mill.withdrawn
    assert entries["projects/old-mill/"] == max(mill.verified_on, mill.withdrawn.on).isoformat()


def test_pages_whose_change_is_unknown_have_no_day(full: Site) -> None:
    """No day is ever later than that of the build."""
    entries = days(full)
    assert entries["about/"] == ""
    assert all(day <= full.day.isoformat() for day in entries.values())
    assert sum(day != "" for day in entries.values()) > len(full.catalog.projects)


def test_a_revision_counts(full: Site) -> None:
    """A change after the last verification, unless it comes later than the day of the build."""
    revisions = {("park", "river-park"): [Revision(date(2027, 1, 1), []), Revision(date(2026, 6, 20), [])]}
    data = dataset_of(full.catalog, full.day, History(revisions), {})
    build = full.build_context
    changed = last_changes(type(build)(data, build.pages, build.contexts, {}))
    assert changed["parks/river-park/"] == date(2026, 6, 20)
    assert changed["parks/"] == max(day for address, day in changed.items() if address.startswith("parks/"))
