"""The procedures on the page that explains how to set up."""

from investment_portal.components.context import Context
from investment_portal.components.parts import Jump, Link
from investment_portal.domain.procedures import procedures_for, timetable
from investment_portal.pages.procedures.timetable import procedure_anchor, procedure_section, total_days
from investment_portal.pages.shortcode import Blocks, Shortcode


def procedures(context: Context) -> Blocks:
    """Return every procedure, with the way to each and its time where there are several; nothing without any."""
    listed = procedures_for(context.catalog)
    links = [
        Link(
            context.words(
                "procedure_link", name=each.name.in_(context.language), days=total_days(timetable(each.steps))
            ),
            f"#{procedure_anchor(each.id)}",
        )
        for each in listed
    ]
    ways = [Jump(context.words["procedure_ways"], links)] if len(listed) > 1 else []
    return [*ways, *(procedure_section(context, each) for each in listed)]


SHORTCODES = (Shortcode("procedures", procedures),)
