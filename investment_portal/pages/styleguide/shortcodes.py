"""The style guide's page, which only the preview shows."""

from investment_portal.components.context import Context
from investment_portal.pages.dataset import Dataset
from investment_portal.pages.shortcode import Blocks, Shortcode


def styleguide(context: Context, data: Dataset) -> Blocks:
    """Return every component in its states."""
    from investment_portal.pages.styleguide.samples import samples  # noqa: PLC0415 - only a preview shows them

    return samples(context, data)


SHORTCODES = (Shortcode("styleguide", styleguide, lambda data: data),)
