"""Every field and every allowed value has its name in both languages."""

import importlib
import pkgutil

import pytest

from investment_portal import models
from investment_portal.languages import Sentence
from investment_portal.models.base import Model, fields_of, label_of
from investment_portal.models.choice import Choice
from investment_portal.models.kinds import KINDS
from investment_portal.models.site import Site


def everything_below(base: type) -> list[type]:
    """Return all classes made from a class, once all modules of the model are loaded."""
    for module in pkgutil.walk_packages(models.__path__, f"{models.__name__}."):
        importlib.import_module(module.name)
    classes: set[type] = set()
    subclass: type
    for subclass in base.__subclasses__():
        classes |= {subclass, *everything_below(subclass)}
    return sorted(classes, key=lambda item: item.__qualname__)


def good(label: Sentence) -> bool:
    """Return whether a label is there in both languages, Chinese in Chinese."""
    return (bool(label.zh.strip() and label.en.strip()) and label.en[0] == label.en[0].upper()) or label.en == "km"


@pytest.mark.parametrize("model", everything_below(Model), ids=lambda model: model.__qualname__)
def test_fields_have_labels(model: type[Model]) -> None:
    """A field is declared with ``field()``; unknown keys are errors; records never change."""
    for name in fields_of(model):
        assert good(label_of(model, name)), f"{model.__name__}.{name}"
    assert model.__struct_config__.forbid_unknown_fields
    assert model.__struct_config__.frozen
    assert model.__doc__


@pytest.mark.parametrize("choice", everything_below(Choice), ids=lambda choice: choice.__qualname__)
def test_choices_have_labels(choice: type[Choice]) -> None:
    """Each value has a label of its own in both languages."""
    for label in (member.label for member in choice):
        assert label.zh
        assert label.en
    assert len({member.label.zh for member in choice}) == len(choice)
    assert len({member.label.en for member in choice}) == len(choice)


def test_no_two_keys_of_a_group_have_one_label() -> None:
    """Staff find a field by its label, in hints and in the spreadsheet."""
    models: list[type[Model]] = [Site, *(kind.model for kind in KINDS.values())]
    for model in models:
        labels = [label_of(model, name) for name in fields_of(model)]
        assert len({label.zh for label in labels}) == len(labels), model
        assert len({label.en for label in labels}) == len(labels), model


def test_kinds_have_labels_and_places() -> None:
    """No two kinds share a place or an address."""
    assert all(kind.label.zh and kind.label.en for kind in KINDS.values())
    assert len({kind.place for kind in KINDS.values()}) == len(KINDS)
    columns = [kind.column for kind in KINDS.values() if kind.column]
    assert len(set(columns)) == len(columns)
