"""Datasets of given catalogues, as a build makes them of a portal's."""

from datetime import date

from catalog.history.history import History
from catalog.model.catalog import Catalog
from investment_portal.build.fingerprints import digest_of, fingerprint
from investment_portal.domain.dataset import Dataset
from investment_portal.domain.index import Index
from investment_portal.domain.summary import summary_of


def dataset_of(catalog: Catalog, day: date, history: History | None = None) -> Dataset:
    """Return the dataset of a catalogue as of a day."""
    summaries = {id_: summary_of(project) for id_, project in catalog.projects.items()}
    index = Index(summaries, catalog.site, list(catalog.sectors), day)
    records = {id_: digest_of(repr(project).encode()) for id_, project in catalog.projects.items()}
    digests = (records, {id_: fingerprint(summary) for id_, summary in summaries.items()})
    return Dataset(catalog.with_projects({}), index, history or History(), catalog.projects.__getitem__, digests)
