"""A project must fill the fields that its kind requires."""

from collections.abc import Iterator

from catalog.languages import Sentence
from catalog.model.base import label_of
from catalog.model.catalog import Catalog
from catalog.model.project import REQUIRED, Project
from catalog.rules.rule import RecordCheck, Rule, Violation


def check_project(project: Project, catalog: Catalog) -> Iterator[Violation]:
    """Yield fields that are empty although the kind of the project requires them."""
    for name in REQUIRED[project.kind]:
        if getattr(project, name) in (None, []):
            label = label_of(Project, name)
            said = Sentence(
                f"“{project.kind.label.zh}”类必须填写“{name}”（{label.zh}）。",
                f"A project of kind “{project.kind.value}” must fill “{name}” ({label.en}).",
            )
            yield Violation((name,), said)
    if project.place.park is None and project.place.text is None:
        said = Sentence("选址要写园区（park）或地点（text）。", "The site needs a park or a text.")
        yield Violation(("place",), said)


RULE = Rule(
    "missing-by-kind",
    Sentence("各类项目的必填项不得为空。", "A project fills what its kind requires."),
    [RecordCheck(Project, check_project)],
)
