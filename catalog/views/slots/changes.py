"""Changes: what was published and verified, by day, from the dates that records carry."""

from collections.abc import Iterator
from datetime import date

from catalog.model.catalog import Catalog
from catalog.model.kinds import KINDS
from catalog.model.record import Record
from catalog.show.values import show
from catalog.views.context import Context
from catalog.views.fields import record_link
from catalog.views.parts import Cell, Section, Table
from catalog.views.slots.slot import Blocks, Slot

MOST = 200


def change_list(context: Context) -> Blocks:
    """Give each day with what happened on it, the latest first."""
    words, language = context.words, context.language
    happened = sorted(_happened(context.catalog), key=lambda one: (-one[0].toordinal(), one[2], one[3], one[1]))
    rows = [
        [
            Cell(show(day, language)),
            Cell(words[what]),
            Cell(KINDS[kind].label.in_(language)),
            Cell(record_link(context, kind, id_)),
        ]
        for day, what, kind, id_ in happened[:MOST]
    ]
    head = [words["day"], words["what"], words["kind"], words["which"]]
    note = words("changes_note", shown=len(rows), all=len(happened))
    return [Section("latest", words["changes_latest"], [Table(words["changes_latest"], head, rows)], note)]


def _happened(catalog: Catalog) -> Iterator[tuple[date, str, str, str]]:
    """Give day, what happened, kind and id of all that the records tell."""
    for kind, records in catalog.records.items():
        for id_, record in records.items():
            if isinstance(record, Record) and KINDS[kind].column:
                yield record.published_on, "published", kind, id_
                if record.verified_on != record.published_on:
                    yield record.verified_on, "verified_event", kind, id_
                if record.withdrawn:
                    yield record.withdrawn.on, "withdrawn", kind, id_


SLOTS = (Slot("change-list", change_list),)
