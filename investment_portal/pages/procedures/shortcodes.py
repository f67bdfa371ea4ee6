"""The procedures on the page that explains how to set up."""

from investment_portal.components.context import Context
from investment_portal.components.parts import Jump
from investment_portal.domain.procedures import procedures_for
from investment_portal.pages.procedures.links import procedure_links
from investment_portal.pages.procedures.timetable import procedure_section
from investment_portal.pages.shortcode import Blocks, Shortcode


def procedures(context: Context) -> Blocks:
    """Return every procedure, with the way to each and its time where there are several; nothing without any."""
    listed = procedures_for(context.catalog)
    ways = [Jump(context.words["procedure_ways"], procedure_links(context, listed, ""))] if len(listed) > 1 else []
    return [*ways, *(procedure_section(context, each) for each in listed)]


SHORTCODES = (Shortcode("procedures", procedures),)
