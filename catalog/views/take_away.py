"""What an investor takes away from a project's page: shortlist, link, and a paper sheet with a code that leads back."""

from catalog.model.project import Project
from catalog.show.values import show
from catalog.views.context import Context
from catalog.views.desks import Whom
from catalog.views.parts import Part
from catalog.views.shortlist import ShortlistLinks, shortlist_links


class TakeAway(Part):
    """Buttons, the place of the code, and what only paper shows: the desk, the address, the days of check and print."""

    component = "take_away"
    id: str
    name: str
    address: str
    printed: str
    whom: str
    links: ShortlistLinks


def take_away(context: Context, project: Project, whom: Whom | None) -> TakeAway:
    """Return the part for a project's page."""
    words, name = context.words, project.name.in_(context.language)
    reached = [whom.name, whom.phone, whom.mail] if whom else []
    return TakeAway(
        project.id,
        name,
        context.canonical,
        words(
            "project_printed",
            name=context.catalog.site.name.in_(context.language),
            day=show(project.verified_on, context.language),
        ),
        words("project_whom", desk=" · ".join(one for one in reached if one)) if reached else "",
        shortlist_links(context, alone=False),
    )
