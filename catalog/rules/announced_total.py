"""An announced total must equal that of the linked records."""

from collections.abc import Iterator
from datetime import date

from catalog.derive.totals import total
from catalog.languages import Sentence
from catalog.model.catalog import Catalog
from catalog.problems.finding import Finding
from catalog.rules.rule import Rule


def check(catalog: Catalog, day: date) -> Iterator[Finding]:
    """Find events whose announced number of projects or investment differs from what its projects add up to."""
    for event in catalog.events.values():
        linked = [catalog.projects[id_] for id_ in event.projects if id_ in catalog.projects]
        if not linked or event.announced is None:
            continue
        found = total(linked, catalog.site)
        announced = event.announced
        if announced.projects is not None and announced.projects != found.projects:
            said = Sentence(f"公布 {announced.projects} 个项目，关联的项目是 {found.projects} 个。", f"{announced.projects} projects were announced; {found.projects} are linked.")
            yield Finding("announced-total", "event", event.id, ("announced", "projects"), said)
        if announced.investment is not None and announced.investment.amount != found.investment.amount:
            sum_ = f"{found.investment.amount / 10**8:f}".rstrip("0").rstrip(".")
            said = Sentence(f"公布总投资 {announced.investment.typed}，关联项目合计 {sum_} 亿元。", f"{announced.investment.typed} was announced; the linked projects add up to {sum_} 亿元.")
            yield Finding("announced-total", "event", event.id, ("announced", "investment"), said)


RULE = Rule("announced-total", Sentence("公布的总数必须等于关联记录的合计。", "An announced total equals that of the linked records."), check, whole=True)
