"""Rules about ids and names: unique, known, and not confusable."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from investment_portal.languages import LANGUAGES, NOTHING, Sentence
from investment_portal.models.base import Model
from investment_portal.models.catalog import Catalog
from investment_portal.models.kinds import KINDS, kind_of
from investment_portal.models.project import Project
from investment_portal.models.record import Record
from investment_portal.models.reference import ID_PATTERN, NODE_FORM, references
from investment_portal.models.site import Site
from investment_portal.models.text import Text, name_of
from investment_portal.problems import Level, nearest, quoted
from investment_portal.validation.candidates import candidates
from investment_portal.validation.mending import odd_sentence
from investment_portal.validation.rule import DatedPortalCheck, Located, PortalCheck, RecordCheck, Rule, Violation

RENAME = Sentence("改其中一个编号，旧编号写进 formerly。", "Rename one of them and list its old id under formerly.")
DELETE = Sentence("从 formerly 里删去它。", "Delete it from formerly.")


def check_duplicate_id(record: Record, catalog: Catalog) -> Iterator[Violation]:
    """Yield former ids that are the id of a record."""
    present = catalog.ids[kind_of(record)] if record.formerly else ()
    for step, former in enumerate(record.formerly):
        if former in present:
            sentence = Sentence(
                f"曾用编号应已不再使用，“{former}”是现有记录的编号。",
                f"A former id must be out of use; “{former}” is the id of a record.",
            )
            yield Violation(("formerly", step), sentence, DELETE)


def check_duplicate_id_in_portal(catalog: Catalog) -> Iterator[Located]:
    """Yield ids that differ only in hyphens, and former ids of two records."""
    for kind, records in catalog.records.items():
        if len({id_.replace("-", "") for id_ in records}) < len(records):
            yield from _alike(kind, records)
        yield from _former_twice(kind, records, catalog.ids[kind])


def _alike(kind: str, records: Iterable[str]) -> Iterator[Located]:
    seen: dict[str, str] = {}
    for id_ in sorted(records):
        first = seen.setdefault(id_.replace("-", ""), id_)
        if first != id_:
            sentence = Sentence(
                f"编号应一眼可辨，“{id_}”与“{first}”只差连字符。",
                f"Ids must be told apart; “{id_}” and “{first}” differ only in hyphens.",
            )
            yield kind, id_, Violation((), sentence, RENAME)


def _former_twice(kind: str, records: Mapping[str, Any], present: frozenset[str]) -> Iterator[Located]:
    owners: dict[str, str] = {}
    for id_, record in records.items():
        for step, former in enumerate(getattr(record, "formerly", ())):
            owner = owners.setdefault(former, id_)
            if owner != id_ and former not in present:
                sentence = Sentence(
                    f"曾用编号只属于一条记录，“{former}”也是“{owner}”的曾用编号。",
                    f"A former id belongs to one record; “{former}” is a former id of “{owner}” too.",
                )
                yield kind, id_, Violation(("formerly", step), sentence, DELETE)


DUPLICATE_ID = Rule(
    "duplicate-id",
    Sentence("编号（含曾用编号）只属于一条记录。", "An id, present or former, belongs to one record."),
    [RecordCheck(Record, check_duplicate_id), PortalCheck(check_duplicate_id_in_portal)],
)


DUPLICATE_NAME_HINT = Sentence(
    "重复录入就删去本文件；不是就改这里的名称。", "Delete this file if it was entered twice; else change the name here."
)
DISTINGUISH = Sentence(
    "让英文名称也能区分，例如加上地名。", "Let the English names differ too, by a place for example."
)

OTHER_SIGNS = re.compile(r"[\W_]+")
"""Signs that are neither letters nor digits."""


def normal(name: str) -> str:
    """Return the letters and digits of a name in one width and one case."""
    return OTHER_SIGNS.sub("", unicodedata.normalize("NFKC", name).casefold())


def check_duplicate_name(catalog: Catalog) -> Iterator[Located]:
    """Yield names that another record of the kind has, at the record that came later."""
    for kind, records in catalog.records.items():
        seen: dict[tuple[str, str], str] = {}
        for id_ in sorted(records, key=lambda id_: _published(records[id_])):
            record = records[id_]
            key = "name" if hasattr(record, "name") else "title"
            name = getattr(record, key)
            if not isinstance(name, Text):
                continue
            firsts = {code: seen.setdefault((code, normal(name.in_(code)) or id_), id_) for code in LANGUAGES}
            shared = [code for code in LANGUAGES if firsts[code] != id_]
            if not shared:
                continue
            language, first = shared[0], firsts[shared[0]]
            shown, file = quoted(name.in_(language)), _file_of(kind, first)
            if shared == ["en"]:
                sentence = Sentence(
                    f"英文名称与 {file} 相同：“{shown}”，中文不同。",
                    f"The English name is that of {file}: “{shown}”; the Chinese ones differ.",
                )
                yield kind, id_, Violation((key, language), sentence, DISTINGUISH, Level.WARNING)
            else:
                sentence = Sentence(f"与 {file} 同名：“{shown}”。", f"This is the name of {file} too: “{shown}”.")
                yield kind, id_, Violation((key, language), sentence, DUPLICATE_NAME_HINT)


def _published(record: Any) -> tuple[str, str]:
    """Return what puts records in the order in which they came; those of lists stay as written."""
    day = getattr(record, "published_on", None)
    return (str(day), record.id) if day else ("", "")


def _file_of(kind: str, id_: str) -> str:
    place = KINDS[kind].place
    return f"{place}#{id_}" if KINDS[kind].is_file else f"{place}/{id_}.yaml"


DUPLICATE_NAME = Rule(
    "duplicate-name",
    Sentence(
        "同类记录的名称不得相同（忽略空格、全半角、大小写）。",
        "No two records of a kind share a name (spaces, width and case aside).",
    ),
    [PortalCheck(check_duplicate_name)],
)


NODE = Sentence("产业链环节", "chain node")
FEW = 12
"""Ids that a hint can list before it grows too long."""


def check_unknown_reference(record: Model, catalog: Catalog) -> Iterator[Violation]:
    """Yield references to records that do not exist; ids of files that could not be read count as existing.

    What other records than projects say of projects is left to the check of the portal, which has their names.
    """
    project = isinstance(record, Project)
    for path, wanted, target in references(record):
        if wanted == "node":
            nodes = catalog.nodes()
            chain, _, node = target.partition("/")
            present = catalog.former.get(("chain", chain))
            if present and f"{present}/{node}" in nodes:
                yield Violation(path, *_former(NODE, target, f"{present}/{node}"), Level.WARNING)
            # A node of a chain that could not be read may exist.
            elif target not in nodes and target.split("/")[0] not in catalog.ids["chain"] - catalog.chains.keys():
                names = {f"{id_}/{node.id}": node.name for id_, chain in catalog.chains.items() for node in chain.nodes}
                yield Violation(path, *_message("node", NODE, target, nodes, names, catalog))
        elif wanted in catalog.unread or target in catalog.ids[wanted] or (wanted == "project" and not project):
            continue
        elif present := catalog.former.get((wanted, target)):
            yield Violation(path, *_former(KINDS[wanted].label, target, present), Level.WARNING)
        else:
            yield Violation(path, *_of_kind(wanted, target, catalog.ids[wanted], catalog))
    if isinstance(record, Record) and not project:
        yield from _successor(kind_of(record), record, catalog)


def _successor(kind: str, record: Any, catalog: Catalog) -> Iterator[Violation]:
    """Yield the successor of a record that was withdrawn where there is none."""
    successor = record.withdrawn.successor if record.withdrawn else None
    if successor is None or (successor in catalog.ids[kind] and successor != record.id):
        return
    others = catalog.ids[kind] - {record.id}
    path, present = ("withdrawn", "successor"), catalog.former.get((kind, successor))
    if present in others:
        yield Violation(path, *_former(KINDS[kind].label, successor, present), Level.WARNING)
    else:
        yield Violation(path, *_of_kind(kind, successor, others, catalog))


def check_unknown_project(catalog: Catalog) -> Iterator[Located]:
    """Yield references of other records to projects that do not exist, and successors of projects."""
    for project in catalog.records["project"].values():
        if project.withdrawn:
            for violation in _successor("project", project, catalog):
                yield "project", project.id, violation
    for kind, id_, record in catalog.everything():
        for path, wanted, target in references(record) if kind != "project" else ():
            if wanted == "project" and target not in catalog.ids["project"]:
                names = {project_id: project.name for project_id, project in catalog.records["project"].items()}
                label = KINDS["project"].label
                present = catalog.former.get(("project", target))
                if present:
                    yield kind, id_, Violation(path, *_former(label, target, present), Level.WARNING)
                    continue
                message = _message("project", label, target, catalog.ids["project"], names, catalog)
                yield kind, id_, Violation(path, *message)


def _of_kind(kind: str, target: str, known: frozenset[str], catalog: Catalog) -> tuple[Sentence, Sentence]:
    # The names of projects are no business of a check of single records.
    records = catalog.records[kind].items() if kind != "project" else ()
    names = {id_: name_of(record) for id_, record in records if id_ in known and _is_named(record)}
    return _message(kind, KINDS[kind].label, target, known, names, catalog)


def _is_named(record: Any) -> bool:
    return isinstance(getattr(record, "name", None) or getattr(record, "title", None), Text)


def _message(  # noqa: PLR0913, PLR0917 - all that a message about a reference tells
    kind: str,
    label: Sentence,
    target: str,
    known: frozenset[str],
    names: Mapping[str, Text],
    catalog: Catalog,
) -> tuple[Sentence, Sentence]:
    shown = quoted(target)
    if (kind, target) in catalog.gone:
        return _gone(label, shown, catalog.gone[kind, target])
    sentence = Sentence(f"没有编号为“{shown}”的{label.zh}。", f"There is no {label.en} “{shown}”.")
    pattern = NODE_FORM.pattern if kind == "node" else ID_PATTERN
    if not re.fullmatch(pattern, target):
        sentence = Sentence(
            f"这里写{label.zh}的编号，实际写的是“{shown}”。", f"The id of a {label.en} stands here; got “{shown}”."
        )
    intended = _intended(target, known, names)
    if intended:
        odd = odd_sentence(target)
        name = names.get(intended)
        zh, en = (f"（{name.zh}）", f" ({name.en})") if name else ("", "")
        return odd or sentence, Sentence(f"是不是“{intended}”{zh}？", f"Did you mean “{intended}”{en}?")
    return sentence, _other_kind(target, kind, catalog) or _those_there(kind, known)


def _former(label: Sentence, target: str, present: str | None) -> tuple[Sentence, Sentence]:
    """Return the message about a reference by a former id, which leads to the present one."""
    sentence = Sentence(
        f"“{quoted(target)}”是{label.zh}“{present}”的曾用编号，网站按“{present}”显示。",
        f"“{quoted(target)}” is a former id of the {label.en} “{present}”, which is shown.",
    )
    return sentence, Sentence(f"改写成“{present}”。", f"Write “{present}”.")


def _gone(label: Sentence, shown: str, day: date | None) -> tuple[Sentence, Sentence]:
    """Return the message about a record whose file was deleted or renamed."""
    sentence = Sentence(
        f"{label.zh}“{shown}”已{f'于 {day} ' if day else ''}删除或改了编号。",
        f"The {label.en} “{shown}” was deleted or renamed{f' on {day}' if day else ''}.",
    )
    hint = Sentence(
        "改了编号就写新编号；删除了就删去这处引用，或恢复那份文件。",
        "Write the new id if it was renamed; else delete this reference, or restore the file.",
    )
    return sentence, hint


def _intended(target: str, known: frozenset[str], names: Mapping[str, Text]) -> str | None:
    """Return the intended id: one that is written otherwise, or given by its name in either language."""
    for candidate in candidates(target):
        if candidate in known:
            return candidate
    last = next((id_ for id_ in sorted(known) if "/" in id_ and id_.rpartition("/")[2] == target), None)
    word = normal(target.rpartition("/")[2] if "/" in next(iter(known), "") else target)
    titles = {id_: {normal(name.zh), normal(name.en)} for id_, name in names.items()}
    exact = [id_ for id_, both in titles.items() if word in both]
    within = [
        id_
        for id_, both in titles.items()
        if len(word) > 1 and any(word in either or either in word for either in both)
    ]
    if last or exact or (len(within) == 1):
        return last or (exact or within)[0]
    return nearest(target, known) or _alike_name(word, titles)


def _alike_name(word: str, titles: Mapping[str, set[str]]) -> str | None:
    closest = nearest(word, [title for both in titles.values() for title in both])
    return next((id_ for id_, both in titles.items() if closest in both), None)


def _other_kind(target: str, kind: str, catalog: Catalog) -> Sentence:
    """Return the hint that an id is one of another kind of record."""
    for other, ids in catalog.ids.items():
        if other != kind and target in ids:
            label = KINDS[other].label
            return Sentence(f"“{target}”是{label.zh}的编号。", f"“{target}” is the id of a {label.en}.")
    return NOTHING


def _those_there(kind: str, known: frozenset[str]) -> Sentence:
    """Return the hint that lists the ids, or where they stand."""
    if 0 < len(known) <= FEW:
        ids = sorted(known)
        return Sentence(f"现有：{'、'.join(ids)}。", f"There are: {', '.join(ids)}.")
    place = KINDS["chain" if kind == "node" else kind].place
    if not known:
        return Sentence(
            f"{place} 里还没有记录：先建立，或删去这里。", f"{place} has none yet: write it first, or delete this."
        )
    return Sentence(f"编号见 {place}（共 {len(known)} 个）。", f"The ids stand in {place} ({len(known)} of them).")


UNKNOWN_REFERENCE = Rule(
    "unknown-reference",
    Sentence("引用的编号必须存在。", "A reference names a record that exists."),
    [RecordCheck(Model, check_unknown_reference, readable=True), PortalCheck(check_unknown_project)],
)


HISTORY = frozenset({"supersedes", "amends", "series", "announced"})
"""Fields that tell what was: a record that was withdrawn since has its place there."""

SEEN_BY_OTHERS = frozenset({("project", "policies"), ("contact", "backup"), ("site", "bureau"), ("site", "hotline")})
CONTACT_OF_PAGE = ("contact",)
"""Fields that rules about policies and contacts look at."""


def check_withdrawn_reference(record: Model, catalog: Catalog) -> Iterator[Violation]:
    """Yield references to records of other kinds than projects that were withdrawn."""
    if isinstance(record, Record) and record.withdrawn:
        return
    kind = "site" if isinstance(record, Site) else kind_of(record)
    for path, wanted, target in references(record):
        if path[0] in HISTORY or (kind, path[0]) in SEEN_BY_OTHERS or (path == CONTACT_OF_PAGE and kind != "project"):
            continue
        named, id_ = ("chain", target.partition("/")[0]) if wanted == "node" else (wanted, target)
        referred = catalog.records[named].get(id_) if named != "project" else None
        if referred is not None and getattr(referred, "withdrawn", None):
            yield Violation(path, *_withdrawn(named, referred), Level.WARNING)


def check_withdrawn_project(catalog: Catalog, day: date) -> Iterator[Located]:
    """Yield withdrawn projects of events to come: those that are past promoted them then."""
    for event in catalog.events.values():
        for step, id_ in enumerate(event.projects if event.last >= day and not event.is_cancelled else ()):
            project = catalog.records["project"].get(id_)
            if project is not None and project.withdrawn:
                message = _withdrawn("project", project)
                yield "event", event.id, Violation(("projects", step), *message, Level.WARNING)


def _withdrawn(kind: str, record: Any) -> tuple[Sentence, Sentence]:
    """Return the message about a reference to a record that was withdrawn."""
    label, on = KINDS[kind].label, record.withdrawn.on
    sentence = Sentence(
        f"{label.zh}“{record.id}”已于 {on} 撤回，这里仍引用它。",
        f"The {label.en} “{record.id}” was withdrawn on {on}, and is still named here.",
    )
    successor = record.withdrawn.successor
    if successor:
        return sentence, Sentence(f"改为接替它的“{successor}”。", f"Write “{successor}”, which replaces it.")
    return sentence, Sentence("改引用别的记录，或删去这里。", "Name another record, or delete this.")


WITHDRAWN_REFERENCE = Rule(
    "withdrawn-reference",
    Sentence("引用的记录没有被撤回。", "A reference names a record that was not withdrawn."),
    [RecordCheck(Model, check_withdrawn_reference, readable=True), DatedPortalCheck(check_withdrawn_project)],
)
