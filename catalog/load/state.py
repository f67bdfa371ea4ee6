"""The state of a portal: all that what is made from it can depend on."""

from collections.abc import Mapping
from typing import Any

from catalog.kept.classes import MODELS, names
from catalog.kept.ledger import State
from catalog.kept.making import print_of
from catalog.kept.scan import Scan
from catalog.kept.tracked import handle_of
from catalog.languages import LANGUAGES
from catalog.load.portal import Portal
from catalog.trace.reads import Read

TREES = (
    "docs",
    "docs/assets",
    "overrides/pages",
    "overrides/scripts",
    "overrides/styles",
    "overrides/words",
    *(f"overrides/words/{language}" for language in LANGUAGES),
)
"""Folders that some things depend on as a whole."""


def state_of(portal: Portal, scan: Scan, more: Mapping[Read, str]) -> State:
    """Tell the state of a portal as it was read, and what more is known."""
    records = {kind: dict(_marks(own.own)) for kind, own in portal.records.items()}
    records["site"] = dict(_marks({"site": portal.site} if portal.site else {}))
    facts: dict[Read, str] = {**more, **{("@file", name): digest for name, digest in scan.digests.items()}}
    facts |= {("@tree", folder): scan.digest(folder) for folder in TREES}
    facts |= {(kind, "@ids"): print_of(sorted(ids)) for kind, ids in portal.catalog.ids.items()}
    return State(records, facts, {kind: names(MODELS[kind]) for kind in records})


def _marks(own: Mapping[str, Any]) -> list[tuple[str, bytes]]:
    return [(id_, handle.entry.marks) for id_, record in own.items() if (handle := handle_of(record))]
