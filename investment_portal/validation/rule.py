"""Define a rule: its id, its sentence, and the checks that yield what violates it.

A record check gets one record and the catalogue. Of the catalogue it may use the settings, the records of all kinds but
projects, which ids and former ids exist and which lists could not be read; never the content of another project. A
build can then reuse the findings of a record until its file, one of those records or the set of ids changes; links by
former ids of projects are looked at again.

A portal check gets the catalogue. Of a project it may use only the fields that a summary holds.

The day is an argument of dated checks only; the findings of the others hold on every day.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Generic, TypeVar

from investment_portal.languages import NOTHING, Sentence
from investment_portal.models.base import Model
from investment_portal.models.catalog import Catalog
from investment_portal.models.kinds import KINDS
from investment_portal.models.site import Site
from investment_portal.problems import Finding, Level, Path
from investment_portal.refusals import RegistryError
from investment_portal.value import Value

Checked = TypeVar("Checked", bound=Model)


class Violation(Value):
    """A violation of a rule at a key path of a record.

    ``of_key`` marks the key rather than its value, ``within`` the part of a text where it stands.
    """

    path: Path
    sentence: Sentence
    hint: Sentence = NOTHING
    level: Level = Level.ERROR
    of_key: bool = False
    within: str = ""

    def finding(self, rule: str, kind: str, id_: str) -> Finding:
        """Return the violation as a finding of a rule in a record."""
        return Finding(
            rule, kind, id_, self.path, self.sentence, self.hint, self.level, self.of_key, within=self.within
        )


Located = tuple[str, str, Violation]
"""The kind and the id of a record, and a violation in it."""


class Check(Value, kw_only=True):
    """A check of a rule; with ``settings`` it runs only when the settings could be read."""

    settings: bool = False

    def can_run(self, catalog: Catalog) -> bool:
        """Return whether enough of the portal could be read."""
        return not self.settings or "site" not in catalog.unread


class RecordCheck(Check, Generic[Checked]):
    """A check of each record of a model or of its subclasses; the settings are a record of the model ``Site``.

    With ``readable`` it also runs on what could be read of a record with mistakes: it walks over all texts or
    references and needs no field in particular.
    """

    model: type[Checked]
    violations: Callable[[Checked, Catalog], Iterator[Violation]]
    readable: bool = False


class DatedRecordCheck(Check, Generic[Checked]):
    """A check of each record of a model whose result depends on the day."""

    model: type[Checked]
    violations: Callable[[Checked, Catalog, date], Iterator[Violation]]


class _WideCheck(Check, kw_only=True):
    """A check of the portal; with ``whole`` it runs only when every record could be read.

    A check that reports what is missing must not report a broken file as missing.
    """

    whole: bool = False

    def can_run(self, catalog: Catalog) -> bool:
        """Return whether enough of the portal could be read."""
        return Check.can_run(self, catalog) and (not self.whole or catalog.whole)


class PortalCheck(_WideCheck):
    """A check of the portal as a whole."""

    violations: Callable[[Catalog], Iterator[Located]]


class DatedPortalCheck(_WideCheck):
    """A check of the portal as a whole whose result depends on the day."""

    violations: Callable[[Catalog, date], Iterator[Located]]


class Rule(Value):
    """A rule: the id under which its findings are reported, its sentence in the manual, and its checks."""

    id: str
    summary: Sentence
    checks: Sequence[Check]


def registered(*rules: Rule) -> tuple[Rule, ...]:
    """Return the rules; refuse an id that two of them share, and a rule that would never report anything."""
    models: tuple[type[Model], ...] = (Site, *(kind.model for kind in KINDS.values()))
    ids: set[str] = set()
    for rule in rules:
        if rule.id in ids:
            raise RegistryError(
                Sentence(
                    f"两条规则的编号都是“{rule.id}”。请给其中一条换编号；同一条规则只登记一次。",
                    f"Two rules have the id “{rule.id}”. Give one of them another id, or list it once.",
                )
            )
        ids.add(rule.id)
        if not rule.checks:
            raise RegistryError(
                Sentence(
                    f"规则“{rule.id}”没有检查函数，至少写一个。",
                    f"The rule “{rule.id}” has no checks. List at least one.",
                )
            )
        for check in rule.checks:
            if not isinstance(check, RecordCheck | DatedRecordCheck):
                continue
            if not any(issubclass(model, check.model) for model in models):
                raise RegistryError(
                    Sentence(
                        f"规则“{rule.id}”检查的 {check.model.__name__} 不是任何一类记录的模型；"
                        "各类记录及其模型见 investment_portal/models/kinds.py。",
                        f"The rule “{rule.id}” checks {check.model.__name__}, which is no model of a kind of record. "
                        "The kinds and their models stand in investment_portal/models/kinds.py.",
                    )
                )
    return rules
