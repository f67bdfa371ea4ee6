"""Which records are published as open data, at which addresses, and what of them."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from msgspec.json import Encoder

from investment_portal.domain.summary import ProjectSummary
from investment_portal.languages import LANGUAGES, Sentence, language_path
from investment_portal.models.base import label_of
from investment_portal.models.kinds import KINDS
from investment_portal.models.site import Site, site_root
from investment_portal.pages.data.published_values import Column, PublishedForm, Schema, published, published_fields

FOLDER = "data/v1/"
"""The folder of the open data below the site's root: files of one version keep their form."""

PUBLISHED_KINDS: Mapping[str, str] = {
    "projects": "project",
    "policies": "policy",
    "contacts": "contact",
    "parks": "park",
    "sectors": "sector",
    "chains": "chain",
    "firms": "firm",
    "events": "event",
    "results": "result",
    "notices": "notice",
    "procedures": "procedure",
    "holidays": "holidays",
    "origins": "origin",
    "sources": "source",
}
"""The kinds of records that are published, by the name of their files; the log of enquiries is not."""

ADDRESSES: Schema = {
    "type": ["object", "null"],
    "description": "The page in each language; null where no page shows the record.",
    "properties": {language: {"type": "string", "format": "uri"} for language in LANGUAGES},
    "required": list(LANGUAGES),
    "additionalProperties": False,
}
OWN: Mapping[str, Schema] = {
    "page": ADDRESSES,
    "data": {"type": "string", "format": "uri", "description": "The whole record as JSON."},
}
"""Entries of a published record besides the fields of its model."""

OWN_COLUMNS = (
    *(Column(f"page_{language}", "string", ("page", language)) for language in LANGUAGES),
    Column("data", "string", ("data",)),
)

OWN_LABELS = {"page": Sentence("页面", "Page"), "data": Sentence("完整记录（JSON）", "Whole record (JSON)")}
_ENCODER = Encoder(decimal_format="number")

Fields = Mapping[str, tuple[str, PublishedForm]]


def json(value: Any) -> bytes:
    """Return plain values as JSON, decimals as numbers."""
    return _ENCODER.encode(value) + b"\n"


def record_fields(kind: str) -> Fields:
    """Return all published fields of a kind of record, figures with how people read them."""
    return published_fields(KINDS[kind].model, display=True)


@cache
def list_fields(kind: str) -> Fields:
    """Return the fields of a kind that its list holds: those that are columns of a table.

    The list of projects is made from their summaries, which a build holds of all of them.
    """
    known = frozenset(ProjectSummary.__struct_fields__) if kind == "project" else None
    return {
        name: (attribute, form)
        for name, (attribute, form) in published_fields(KINDS[kind].model, display=False).items()
        if form.columns and (known is None or attribute in known)
    }


def columns_of(kind: str) -> tuple[Column, ...]:
    """Return the columns of the table of a kind, each with its whole name and its place in an entry of the list."""
    columns = tuple(
        Column("_".join(filter(None, (name, column.name))), column.type, (name, *column.path))
        for name, (_, form) in list_fields(kind).items()
        for column in form.columns
    )
    return (*columns, *OWN_COLUMNS)


def column_labels(kind: str) -> Iterator[tuple[str, ...]]:
    """Yield the name and type of each column of a kind, and the label of its field in each language."""
    fields = list_fields(kind)
    for column in columns_of(kind):
        attribute = fields[column.path[0]][0] if column.path[0] in fields else None
        labels = label_of(KINDS[kind].model, attribute) if attribute else OWN_LABELS[column.path[0]]
        yield column.name, column.type, *(labels.in_(language) for language in LANGUAGES)


def record_data(site: Site, kind: str, record: Any) -> dict[str, Any]:
    """Return a whole record as plain values."""
    return {**published(record_fields(kind), record), **_addresses(site, kind, record.id)}


def record_file(site: Site, kind: str, record: Any) -> bytes:
    """Return the file of a whole record; its SHA-256, which the manifest lists, is the record's fingerprint."""
    return json(record_data(site, kind, record))


def list_entry(site: Site, kind: str, record: Any) -> dict[str, Any]:
    """Return a record, or a project's summary, as an entry of the list of its kind."""
    return {**published(list_fields(kind), record), **_addresses(site, kind, record.id)}


def _addresses(site: Site, kind: str, id_: str) -> dict[str, Any]:
    root, address = site_root(site), KINDS[kind].address(id_)
    page = {language: f"{root}{language_path(language)}{address}" for language in LANGUAGES} if address else None
    return {"page": page, "data": f"{root}{record_path(kind, id_)}"}


def file_name(kind: str) -> str:
    """Return the name of the files of a kind."""
    return next(name for name, published_kind in PUBLISHED_KINDS.items() if published_kind == kind)


def record_path(kind: str, id_: str) -> str:
    """Return the path of a record's file."""
    return f"{FOLDER}{file_name(kind)}/{id_}.json"


def rows(kind: str, entries: list[dict[str, Any]]) -> Iterator[list[Any]]:
    """Yield the names of the columns, then a row of each entry of a list."""
    columns = columns_of(kind)
    yield [column.name for column in columns]
    for entry in entries:
        yield [_cell(entry, column.path) for column in columns]


def _cell(value: Any, path: tuple[str, ...]) -> Any:
    """Return the value at a place; entries of a list are joined, and the word ``all`` stands for all of them."""
    for step, key in enumerate(path):
        if value is None or isinstance(value, str):
            return value or ""
        if isinstance(value, list):
            return "; ".join(str(_cell(item, path[step:])) for item in value)
        value = value[key]
    if isinstance(value, list):
        return "; ".join(map(str, value))
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else value
