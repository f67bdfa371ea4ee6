"""A change of a field in words of one language: parts for a page, a sentence for feeds."""

from collections.abc import Callable, Sequence
from typing import Any

from investment_portal.history.change import ChangeForm, ChangeValue, FieldChange, Named
from investment_portal.languages import Language, Sentence
from investment_portal.models.catalog import Catalog
from investment_portal.value import Value

Name = Callable[[str, str], Sentence]
"""Function that returns the name of a record by kind and id."""

ADDED = Sentence("{label}：{after}（新填）", "{label}: {after} (added)")
REMOVED = Sentence("{label}：{before}（删去）", "{label}: {before} (removed)")
BECAME = Sentence("{label}：{before} → {after}", "{label}: {before} → {after}")
REVISED = Sentence("{label}：文字修订", "{label}: text revised")
WRITTEN = Sentence("{label}：新增文字", "{label}: text added")
DELETED = Sentence("{label}：删去文字", "{label}: text removed")
PUT_IN = Sentence("{label}：增加 {after}", "{label}: added {after}")
TAKEN_OUT = Sentence("{label}：删去 {before}", "{label}: removed {before}")
EXCHANGED = Sentence("{label}：增加 {after}；删去 {before}", "{label}: added {after}; removed {before}")
REORDERED = Sentence("{label}：顺序调整", "{label}: order changed")
UPDATED = Sentence("{label}：已更新", "{label}: updated")
ELSEWHERE = Sentence("{label}：仅英文文字修订", "{label}: revised in the Chinese text only")
COMMA = Sentence("、", ", ")
ENTRIES = Sentence("{count} 项", "{count} entries")
LISTED = 6
"""Entries of a list up to which each is named."""

WORDS: dict[ChangeForm, tuple[Sentence, Sentence, Sentence]] = {
    ChangeForm.VALUE: (BECAME, ADDED, REMOVED),
    ChangeForm.TEXT: (REVISED, WRITTEN, DELETED),
    ChangeForm.LIST: (EXCHANGED, PUT_IN, TAKEN_OUT),
    ChangeForm.ORDER: (REORDERED, REORDERED, REORDERED),
    ChangeForm.SILENT: (UPDATED, UPDATED, UPDATED),
}
"""Form -> sentences for a change with both sides, with new values only, with removed values only."""


class ChangeLine(Value):
    """One change in one language as a ``sentence``; a page may show ``before`` and ``after`` separately."""

    label: str
    form: ChangeForm
    before: Sequence[str]
    after: Sequence[str]
    sentence: str


def change_line(change: FieldChange, language: Language, name: Name) -> ChangeLine:
    """Return the change of a field in one language; a change in the other language only is marked as such."""
    before, after = ([_in(value, language, name) for value in side] for side in (change.before, change.after))
    label, form = change.label.in_(language), change.form
    if before == after and before:
        return ChangeLine(label, ChangeForm.SILENT, (), (), ELSEWHERE.in_(language).format(label=label))
    both, new, gone = WORDS[form]
    words = both if before and after else new if after else gone
    text = words.in_(language).format(label=label, before=_joined(before, language), after=_joined(after, language))
    return ChangeLine(label, form, before, after, text)


def _joined(values: Sequence[str], language: Language) -> str:
    if len(values) > LISTED:
        return ENTRIES.in_(language).format(count=len(values))
    return COMMA.in_(language).join(values)


def _in(change_value: ChangeValue, language: Language, name: Name) -> str:
    return (name(change_value.kind, change_value.id) if isinstance(change_value, Named) else change_value).in_(language)


def naming(catalog: Catalog) -> Name:
    """Return records as the catalogue of today does; one that is gone is called by its id."""

    def name(kind: str, id_: str) -> Sentence:
        if kind == "node":
            chain, _, node = id_.partition("/")
            chain_ = catalog.chains.get(chain)
            links = [link.name for link in chain_.nodes if link.id == node] if chain_ else []
            return Sentence(links[0].zh, links[0].en) if links else Sentence(id_, id_)
        record = catalog.records.get(kind, {}).get(id_)
        return title(record) if record is not None else Sentence(id_, id_)

    return name


def title(record: Any) -> Sentence:
    """Return the name of a record, or its title where it has that instead."""
    text = record.title if hasattr(record, "title") else record.name
    return Sentence(text.zh, text.en)
