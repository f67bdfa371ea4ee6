"""The pattern of a shortcode; in a module of its own, so that an unchanged build imports no page."""

import re

SHORTCODE = re.compile(r'<(?P<tag>div|span) data-slot="(?P<name>[a-z]+(?:-[a-z]+)*(?::[A-Za-z0-9/_-]+)?)"></(?P=tag)>')
"""A shortcode as hand-written pages write it; ``name`` includes its argument."""
