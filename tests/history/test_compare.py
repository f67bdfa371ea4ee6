"""Any two versions of any record: everything that differs is told, in both languages, and the way back mirrors it."""

from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from decimal import Decimal
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from investment_portal.history.cache import CachedChanges, load_changes, save_changes
from investment_portal.history.change import ChangeForm, FieldChange
from investment_portal.history.compare import NOT_SHOWN, SILENT, compare, stands_in, word
from investment_portal.history.wording import change_line, naming
from investment_portal.languages import LANGUAGES
from investment_portal.models.base import Model, fields_of, label_of, models_in
from investment_portal.models.controlled_values import Utility
from investment_portal.models.kinds import KINDS
from investment_portal.models.park import Price
from investment_portal.models.quantities import AreaRange, MoneyRange
from investment_portal.models.quantities.dates import Day
from investment_portal.models.record import Record
from investment_portal.models.reference import reference_kind
from investment_portal.models.text import Text
from tests.components.leaves import owner_of
from tests.sites import Site

MOST = 7
"""Records of a kind that are compared with each other."""


def records(site: Site, kind: str) -> list[Model]:
    """Return records of a kind, those that fill the most fields first."""
    fields = fields_of(KINDS[kind].model)
    filled = list(site.catalog.records[kind].values())
    return sorted(filled, key=lambda item: -sum(bool(getattr(item, name)) for name in fields))[:MOST]


def pairs(*sites: Site) -> Iterator[tuple[str, Model, Model]]:
    """Yield two records of one kind as two versions of one."""
    for kind in KINDS:
        for site in sites:
            yield from ((kind, *pair) for pair in permutations(records(site, kind), 2))


def shape(change: FieldChange, *, turned: bool = False) -> tuple[Any, ...]:
    """Return a change as something that can be counted; ``turned`` as the way back would be."""
    sides = (change.after, change.before) if turned else (change.before, change.after)
    return (change.label, change.form, *(tuple(sorted(side, key=str)) for side in sides))


def test_nothing_changes_between_a_record_and_itself(real: Site, full: Site) -> None:
    """Nor between it and what is read from its own values again."""
    for site in (real, full):
        for of_kind in site.catalog.records.values():
            for record in of_kind.values():
                assert compare(record, record) == []
                assert compare(record, deepcopy(record)) == []


def test_the_way_back_mirrors_the_way(real: Site, full: Site) -> None:
    """Additions become removals, and values before become values after."""
    for _, record, other in pairs(real, full):
        there, back = compare(record, other), compare(other, record)
        assert Counter(shape(change) for change in there) == Counter(shape(change, turned=True) for change in back)


def test_every_change_is_told_in_both_languages(real: Site, full: Site) -> None:
    """With its field, and with what it was and is where that may be said."""
    forms = set()
    for site in (real, full):
        name = naming(site.catalog)
        for _, record, other in pairs(site):
            for change in compare(record, other):
                forms.add(change.form)
                for language in LANGUAGES:
                    line = change_line(change, language, name)
                    assert line.label
                    assert line.sentence.startswith(line.label)
                    assert "None" not in line.label
                    assert "Sentence(" not in line.sentence
                    if line.form is ChangeForm.VALUE:
                        assert all(text in line.sentence for text in (*line.before, *line.after))
                        assert line.before or line.after
    assert forms == set(ChangeForm)


def reads_the_same(model: type[Model], name: str, first: Any, other: Any) -> bool:
    """Return whether a reader sees no difference between two values of a field."""
    kind = reference_kind(fields_of(model)[name])
    plain = not any(isinstance(value, Model) and not isinstance(value, Text) for value in (first, other))
    return first == other or (plain and not isinstance(first, list) and word(first, kind) == word(other, kind))


@pytest.mark.parametrize("kind", list(KINDS))
def test_no_field_is_lost(real: Site, full: Site, kind: str) -> None:
    """Each field changed by itself is told under its own label and no other, unless it is listed with a reason."""
    model = KINDS[kind].model
    changed_fields, met = set(), set()
    versions = [(record, other) for which, record, other in pairs(real, full) if which == kind]
    for record, other in versions:
        for name in fields_of(model):
            changed = replace(record, **{name: getattr(other, name)})
            if reads_the_same(model, name, getattr(record, name), getattr(changed, name)):
                continue
            met.add(name)
            changes = compare(record, changed)
            label = label_of(model, name)
            assert {change.label.zh.split(" · ")[0] for change in changes} <= {label.zh}, name
            assert {change.label.en.split(" · ")[0] for change in changes} <= {label.en}, name
            if changes:
                changed_fields.add(name)
            if stands_in(SILENT, model, name):
                assert all(
                    change.form is ChangeForm.SILENT and not (change.before or change.after) for change in changes
                )
    quiet = {name for name in fields_of(model) if stands_in(NOT_SHOWN, model, name)}
    # A group all of whose fields are untold (the place on the schematic) has nothing to tell either.
    assert met - changed_fields - quiet <= {"spot"}
    assert not changed_fields & quiet


def test_listed_fields_exist() -> None:
    """The lists of what is not told hold nothing that is gone."""

    def declared(model: type[Model], seen: set[type[Model]]) -> Iterator[str]:
        if model in seen:
            return
        seen.add(model)
        for name, info in fields_of(model).items():
            yield f"{owner_of(model, name)}.{name}"
            for part in models_in(info.type):
                yield from declared(part, seen)

    fields = {name for kind in KINDS.values() for name in declared(kind.model, set())}
    assert {*NOT_SHOWN, *SILENT} - fields == set()


def test_the_cache_gives_back_what_it_was_given(real: Site, tmp_path: Path) -> None:
    """Every form of change, as it was."""
    changes = {f"{number}": compare(record, other) for number, (_, record, other) in enumerate(pairs(real))}
    cached = CachedChanges({"project:a": "2026-01-01", "project:b": ""}, changes)
    save_changes(tmp_path, cached)
    assert load_changes(tmp_path) == cached


def test_what_reads_the_same_is_no_change(real: Site) -> None:
    """The same sum written otherwise."""
    project = real.catalog.projects["baijiu-brewing-base"]
    assert project.investment
    again = replace(project, investment=type(project.investment).parse("580000 万元"))
    assert compare(project, again) == []


def test_personal_data_of_the_past_stays_there(real: Site) -> None:
    """A number that was published without consent once is not published again by the history."""
    project = real.catalog.projects["baijiu-brewing-base"]
    assert isinstance(project, Record)
    leaked = replace(project.summary, zh="联系人手机 13800138000")
    (change,) = compare(replace(project, summary=leaked), project)
    assert (change.form, list(change.before), list(change.after)) == (ChangeForm.SILENT, [], [])


def price(value: str, zh: str, en: str) -> Price:
    """Return a price of land."""
    return Price(utility=Utility.LAND, value=Decimal(value), unit=Text(zh=zh, en=en), as_of=Day(2026, 11, 1))


def test_another_unit_is_no_revision(real: Site) -> None:
    """A price, a sum and an area that are equal are not reported as changed; one that differs is."""
    yuan, wan = price("190000", "元/亩", "CNY per mu"), price("19", "万元/亩", "CNY 10,000 per mu")
    assert compare(wan, yuan) == []
    dearer = compare(price("18", "万元/亩", "CNY 10,000 per mu"), yuan)
    assert [change.label.en for change in dearer] == ["Price", "Unit"]
    project = next(item for item in real.catalog.projects.values() if item.investment)
    before = replace(project, investment=MoneyRange.parse("5 亿元"), land_area=AreaRange.parse("2 公顷"))
    after = replace(project, investment=MoneyRange.parse("50000 万元"), land_area=AreaRange.parse("30 亩"))
    assert compare(before, after) == []


def test_wording_is_told_apart_from_what_an_investor_acts_on(real: Site) -> None:
    """A rewritten sentence is wording, a blank in it is nothing; a figure is more."""
    project = next(item for item in real.catalog.projects.values() if item.investment)
    blank = replace(project, summary=Text(zh=project.summary.zh, en=project.summary.en.replace(" ", "  ", 1)))
    assert compare(project, blank) == []
    (reworded,) = compare(project, replace(project, summary=Text(zh="另一句话", en="Another sentence")))
    (raised,) = compare(project, replace(project, investment=MoneyRange.parse("999 亿元")))
    assert (reworded.material, raised.material) == (False, True)
