"""Datasets of given catalogues, as a build makes them of a portal's."""

from collections.abc import Mapping
from datetime import date

from investment_portal.domain.index import Index
from investment_portal.domain.summary import summary_of
from investment_portal.history.history import History
from investment_portal.models.catalog import Catalog
from investment_portal.models.fingerprints import digest_of
from investment_portal.models.pack import pack
from investment_portal.pages.dataset import Dataset, Digests
from investment_portal.pictures.picture import NO_PICTURES, PictureFile


def dataset_of(
    catalog: Catalog,
    day: date,
    history: History | None = None,
    pictures: Mapping[str, PictureFile] = NO_PICTURES,
) -> Dataset:
    """Return the dataset of a catalogue as of a day."""
    summaries = {id_: summary_of(project) for id_, project in catalog.projects.items()}
    index = Index(summaries, catalog.site, list(catalog.sectors), day)
    others = (entry for entry in catalog.everything() if entry[0] not in {"site", "project"})
    digests = Digests(
        {id_: digest_of(pack(project)) for id_, project in catalog.projects.items()},
        {id_: digest_of(pack(summary)) for id_, summary in summaries.items()},
        {(kind, id_): digest_of(pack(record)) for kind, id_, record in others},
        digest_of(pack(catalog.site)),
    )

    def packed(id_: str) -> bytes:
        return pack(catalog.projects[id_])

    return Dataset(catalog.with_projects({}), index, history or History(), packed, digests, pictures=pictures)
