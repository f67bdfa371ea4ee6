"""Samples of changes, made from a project as it is and as it might have been."""

from msgspec.structs import replace

from catalog.history.compare import compare
from catalog.history.history import Revision
from catalog.model.lists import ProjectStage
from catalog.quantities import Money
from catalog.views.changes.happenings import Happening, What, happenings
from investment_portal.domain.dataset import Dataset


def changed(data: Dataset) -> list[Happening]:
    """Give a day on which a field of each sort changed, then what the records' own dates tell of the latest days."""
    project, *others = (data.project(id_) for id_ in list(data.index.projects)[:2])
    before = replace(
        project,
        investment=Money.parse("1 亿元"),
        stage=next(stage for stage in ProjectStage if stage is not project.stage),
        valid_until=None if project.valid_until else project.verified_on,
        summary=others[0].summary if others else project.name,
        gaps=project.gaps[1:],
        contacts=[],
    )
    revision = Revision(project.verified_on, compare(before, project), formerly=f"{project.id}-1")
    return [
        Happening(project.verified_on, What.REVISED, "project", project, revision),
        *happenings(data, 12).shown,
    ]
