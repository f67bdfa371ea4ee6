"""All problems of a portal in one run: the names of its files, its records, its hand-written pages.

``validate`` reads everything and holds it. ``problems_of_portal`` takes from the cache what was found before.
"""

from datetime import date
from pathlib import Path

from investment_portal.build.load import Loader
from investment_portal.build.past import Past
from investment_portal.cache.checked_files import Damaged
from investment_portal.cache.inputs import Scan
from investment_portal.cache.store import Store, discard, refuse_tracked
from investment_portal.content.paths import path_problems
from investment_portal.domain.public_records import PublicCatalog, moved_records, public_catalog
from investment_portal.git import head_state
from investment_portal.history.gone_files import files_on_disk
from investment_portal.pages.content_pages.attachments import file_findings
from investment_portal.pages.content_pages.check import asset_files, page_problems
from investment_portal.pages.content_pages.record_links import dead_links, page_addresses
from investment_portal.pictures.picture import assets_of
from investment_portal.pictures.reading import look_at
from investment_portal.problems import Problem
from investment_portal.publish.build_lock import locked
from investment_portal.schema_version import schema_version_problem
from investment_portal.validation.loaded_portal import LoadedPortal
from investment_portal.validation.record_reader import read_portal
from investment_portal.validation.rule_runner import problems_of
from investment_portal.validation.upcoming import findings_of


def validate(root: Path, day: date) -> tuple[LoadedPortal, list[Problem]]:
    """Read a portal; return it with all its problems, sorted by place, each once."""
    other_version = schema_version_problem(root)
    files = files_on_disk(root)
    past = Past(root, files, head_state(root), "")
    portal = read_portal(root, past.gone.records)
    if other_version:
        return portal, [other_version]
    catalog = portal.catalog
    moved = moved_records(catalog.records, catalog.former, day)
    public, mentions = public_catalog(catalog, moved) if moved else PublicCatalog(catalog, {})
    problems = {*path_problems(root), *problems_of(portal, day, public), *page_problems(root, public)}
    problems |= {portal.problem(finding) for finding in findings_of(mentions, moved.upcoming)}
    problems |= {*past.problems(catalog, moved.upcoming, {}, day)}
    assets = asset_files(root)
    there = assets_of(assets, look_at(assets, {}, {}))
    problems |= {portal.problem(finding) for finding in file_findings(catalog, there)}
    problems |= {portal.problem(finding) for finding in dead_links(catalog, page_addresses(root))}
    return portal, sorted(problems)


def problems_of_portal(root: Path, day: date) -> list[Problem]:
    """Return all problems of a portal, sorted by place, each once; a damaged cache is discarded."""
    with locked(root):
        refuse_tracked(root)
        try:
            return _problems(root, day)
        except Damaged:
            discard(root)
            return _problems(root, day)


def _problems(root: Path, day: date) -> list[Problem]:
    inputs, store = Scan(root), Store(root)
    try:
        past = Past(root, inputs.digests, head_state(root), inputs.code().hex())
        problems = Loader(root, day, inputs, store, None, past=past).load().problems
        inputs.keep()
        return problems
    finally:
        store.close()
