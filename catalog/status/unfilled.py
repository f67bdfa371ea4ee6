"""Projects on offer that leave conditions of their site unknown."""

from collections.abc import Iterator
from datetime import date

from catalog.derive.totals import on_offer, published
from catalog.languages import Sentence
from catalog.load.portal import Portal
from catalog.model.base import fields_of, label_of
from catalog.model.project import Conditions
from catalog.problems.finding import Finding
from catalog.status.concern import Concern


def look(portal: Portal, day: date) -> Iterator[Finding]:
    """Name what each project does not say; those that leave most open come first."""
    found = []
    for project in published(portal.catalog):
        names = [name for name in fields_of(Conditions) if getattr(project.conditions, name) is None]
        if names and on_offer(project, day):
            found.append((project.id, names))
    for id_, names in sorted(found, key=lambda one: (-len(one[1]), one[0])):
        labels = [label_of(Conditions, name) for name in names]
        said = Sentence(
            f"有 {len(names)} 项建设条件未掌握：{'、'.join(label.zh for label in labels)}。",
            f"Unknown conditions of the site, {len(names)}: {', '.join(label.en for label in labels)}.",
        )
        hint = Sentence(
            "向园区或部门问清后填入 conditions。", "Ask the park or the department, then fill in conditions."
        )
        yield Finding("unfilled", "project", id_, ("conditions",), said, hint)


CONCERN = Concern("unfilled", Sentence("建设条件未填", "Site conditions not known"), look)
