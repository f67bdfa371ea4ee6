"""Records as they are public on a day: without references to those that are published later, with present ids."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple, TypeVar

from msgspec.structs import replace

from investment_portal.languages import LANGUAGES
from investment_portal.models.base import FieldInfo, Model, fields_of
from investment_portal.models.catalog import Catalog, Key
from investment_portal.models.kinds import COLUMNS, kind_of
from investment_portal.models.record import Record
from investment_portal.models.reference import Path, joined_text, reference_kind, references
from investment_portal.models.text import Prose
from investment_portal.models.text_links import links_in, site_address

Upcoming = Mapping[Key, date]
"""The day of publication of each record to come, by kind and id."""

AnyModel = TypeVar("AnyModel", bound=Model)


class UpcomingReference(NamedTuple):
    """A reference to a record to come, or a link to it in a text, at a key path."""

    path: Path
    record: Key
    required: bool = False
    """True if what refers to it cannot do without."""


class PublicRecord(NamedTuple):
    """A record without what refers to records to come; the references that were left out, and those that cannot be."""

    record: Any
    mentions: Sequence[UpcomingReference]


class PublicCatalog(NamedTuple):
    """A catalogue as it is public, and the references to records to come by the record in which they stand."""

    catalog: Catalog
    mentions: Mapping[Key, Sequence[UpcomingReference]]


class MovedRecords(NamedTuple):
    """The records to come with their days, and former ids with the present ones."""

    upcoming: Upcoming
    former: Mapping[Key, str]

    def __bool__(self) -> bool:
        """Return whether there is any such record."""
        return bool(self.upcoming or self.former)

    @property
    def keys(self) -> frozenset[Key]:
        """The records to come and the former ids."""
        return frozenset({*self.upcoming, *self.former})


def moved_records(records: Mapping[str, Mapping[str, Any]], former: Mapping[Key, str], day: date) -> MovedRecords:
    """Return what is not as records refer to it on a day; projects may be given by their summaries."""
    days = (
        (kind, id_, getattr(record, "publish_from", None))
        for kind, of_kind in records.items()
        for id_, record in of_kind.items()
    )
    upcoming = {(kind, id_): publish_from for kind, id_, publish_from in days if publish_from and publish_from > day}
    return MovedRecords(upcoming, former)


def public_record(record: AnyModel, moved: MovedRecords) -> PublicRecord:
    """Return a record without its references to records to come, and with present ids for former ones.

    An entry of a list goes with the reference that it needs; a link in a text becomes plain text.
    """
    mentions: list[UpcomingReference] = []
    shown = _public(record, (), moved, mentions)
    if isinstance(shown, Record) and shown.withdrawn and shown.withdrawn.successor:
        place, kind = ("withdrawn", "successor"), kind_of(shown)
        successor = _reference(kind, shown.withdrawn.successor, place, moved, mentions)
        if successor != shown.withdrawn.successor:
            shown = replace(shown, withdrawn=replace(shown.withdrawn, successor=successor))
    required = [mention._replace(required=shown is None) for mention in mentions]
    return PublicRecord(record if shown is None else shown, required)


def public_catalog(catalog: Catalog, moved: MovedRecords) -> PublicCatalog:
    """Return the catalogue as it is public, without records to come and without references to them."""
    mentions: dict[Key, Sequence[UpcomingReference]] = {}

    def public(kind: str, id_: str, record: Any) -> Any:
        if not isinstance(record, Model) or keys.isdisjoint(mentioned(record)):  # no model: a summary of a project
            return record
        shown = public_record(record, moved)
        if shown.mentions:
            mentions[kind, id_] = shown.mentions
        return shown.record

    upcoming, keys = moved.upcoming, moved.keys
    records = {
        kind: {id_: public(kind, id_, record) for id_, record in of_kind.items() if (kind, id_) not in upcoming}
        for kind, of_kind in catalog.records.items()
    }
    ids = {kind: frozenset(id_ for id_ in names if (kind, id_) not in upcoming) for kind, names in catalog.ids.items()}
    site = catalog.site if "site" in catalog.unread else public("site", "site", catalog.site)
    return PublicCatalog(Catalog(site, records, ids, catalog.unread, catalog.gone, upcoming), mentions)


def _public(model: Model, path: Path, moved: MovedRecords, mentions: list[UpcomingReference]) -> Any:
    """Return a model without references to records to come; None where it needs one of them."""
    if isinstance(model, Prose):
        return _without_links(model, path, moved, mentions)
    changed: dict[str, Any] = {}
    for name, info in fields_of(type(model)).items():
        value = getattr(model, name)
        shown = _value(value, info, (*path, info.key), moved, mentions)
        if shown is None and value is not None and info.required:
            return None
        if shown is not value:
            changed[name] = info.default if shown is None else shown
    return replace(model, **changed) if changed else model


def _value(value: Any, info: FieldInfo, path: Path, moved: MovedRecords, mentions: list[UpcomingReference]) -> Any:
    """Return the value of a field without references to records to come; None where nothing is left of it."""
    if isinstance(value, list):
        items = [_item(item, info, (*path, step), moved, mentions) for step, item in enumerate(value)]
        if all(item is shown for item, shown in zip(value, items, strict=True)):
            return value
        return [item for item in items if item is not None] or None
    return _item(value, info, path, moved, mentions)


def _item(value: Any, info: FieldInfo, path: Path, moved: MovedRecords, mentions: list[UpcomingReference]) -> Any:
    if isinstance(value, Model):
        return _public(value, path, moved, mentions)
    kind = reference_kind(info) if isinstance(value, str) else None
    return _reference(kind, value, path, moved, mentions) if kind else value


def _reference(
    kind: str, target: str, path: Path, moved: MovedRecords, mentions: list[UpcomingReference]
) -> str | None:
    """Return the present id of a record, None for a record to come."""
    id_, _, node = target.partition("/") if kind == "node" else (target, "", "")
    kind = "chain" if kind == "node" else kind
    present = moved.former.get((kind, id_), id_)
    if (kind, present) in moved.upcoming:
        mentions.append(UpcomingReference(path, (kind, present)))
        return None
    return f"{present}/{node}" if node else present


def _without_links(text: Prose, path: Path, moved: MovedRecords, mentions: list[UpcomingReference]) -> Prose:
    shown: dict[str, str] = {}
    for language in LANGUAGES:
        words = text.in_(language)
        for link in links_in(words):
            kind, id_ = record_at(link.target)
            key = kind, moved.former.get((kind, id_), id_)
            if link.well_formed and key in moved.upcoming:
                mentions.append(UpcomingReference((*path, language), key))
                shown[language] = shown.get(language, words).replace(link.typed, link.text)
    return replace(text, **shown) if shown else text


def record_at(target: str) -> Key:
    """Return the record to which a link in a text leads, by kind and id; empty where it leads to none."""
    column, _, rest = (site_address(target) or "").partition("#")[0].partition("/")
    kind = COLUMNS.get(column)
    return (kind.name, rest.strip("/")) if kind else ("", "")


def mentioned(record: Model) -> list[Key]:
    """Return the records that a record refers to, in fields and by links in its texts, each once."""
    keys = {
        ("chain", target.partition("/")[0]) if kind == "node" else (kind, target): None
        for _, kind, target in references(record)
    }
    if isinstance(record, Record) and record.withdrawn and record.withdrawn.successor:
        keys[kind_of(record), record.withdrawn.successor] = None
    text = joined_text(record)
    keys |= dict.fromkeys(record_at(link.target) for link in links_in(text)) if "](" in text else {}
    return list(keys)
