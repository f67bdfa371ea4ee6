"""The page of requirements."""

from investment_portal.components.context import Context
from investment_portal.components.sections import none_yet
from investment_portal.pages.requirements.requirements import requirement_chunks, requirements
from investment_portal.pages.shortcode import Blocks, Shortcode


def whole(context: Context, chunks: int) -> Blocks:
    """Return the form, once there is a park or a project to compare."""
    return [requirements(context, chunks)] if context.catalog.parks or chunks else none_yet(context)


SHORTCODES = (Shortcode("requirements", whole, requirement_chunks),)
