"""Settings that let the rules run although the settings file is broken; nothing is built from them."""

from functools import cache

from catalog.model.site import Site
from investment_portal.models.convert import convert

TEXTS = ("name", "district", "city", "slogan", "description", "keywords", "organiser", "operator", "prevailing")


@cache
def stand_in() -> Site:
    """Make them; rules that depend on settings do not run."""
    return convert(
        Site,
        {
            **{name: {"zh": "地", "en": "x"} for name in TEXTS},
            "address": "https://example.org/",
            "demo": True,
            "bureau": "bureau",
            "hotline": "hotline",
            "review_every": "1 年",
            "palette": {"main": "#000000", "accent": "#000000"},
        },
    )
