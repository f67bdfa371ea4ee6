"""Land of projects and parks: ready plots and reserved land, which are never added up to one figure."""

from investment_portal.domain.summary import ProjectSummary
from investment_portal.models.controlled_values import ProjectStage
from investment_portal.models.park import Park
from investment_portal.models.project import Project
from investment_portal.models.quantities import AreaRange

READY_STAGES = frozenset({ProjectStage.SITE_READY, ProjectStage.READY})
"""Stages at which the land of a record that has only the former key counts as ready."""


def ready_land(record: Project | ProjectSummary | Park) -> AreaRange | None:
    """Return the cleared plots that can be handed over now.

    A record with the former key alone: a park's land on offer is ready, a project's is where its stage says so.
    """
    if record.land_ready is not None or record.land_reserved is not None or record.land_offered is None:
        return record.land_ready
    return record.land_offered if isinstance(record, Park) or record.stage in READY_STAGES else None


def reserved_land(record: Project | ProjectSummary | Park) -> AreaRange | None:
    """Return the land that is planned or reserved for later."""
    if record.land_ready is not None or record.land_reserved is not None or record.land_offered is None:
        return record.land_reserved
    return None if isinstance(record, Park) or record.stage in READY_STAGES else record.land_offered


def all_land(project: Project | ProjectSummary) -> AreaRange | None:
    """Return the land of a project, ready or not, as lists sort and filter it by size."""
    return project.land_offered or project.land_area or project.land_reserved or project.land_ready
