"""The style guide shows every component that pages are composed of."""

import pytest

from investment_portal.components.parts import Part
from investment_portal.content.theme_files import THEME
from investment_portal.languages import Language
from investment_portal.pages.styleguide.samples import samples
from tests.sites import Site

COMPONENTS = sorted(path.stem for path in (THEME / "pages/components").glob("*.html"))


def _shown(parts: list[Part]) -> set[str]:
    inner = [nested for part in parts for nested in getattr(part, "parts", ())]
    return {part.component for part in parts} | ({*_shown(inner)} if inner else set())


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_component_is_shown(real: Site, language: Language) -> None:
    """A component without a sample fails here, in either language."""
    context = real.context(language)
    shown = _shown([part for section in samples(context.at("styleguide/"), real.data) for part in section.parts])
    assert shown == set(COMPONENTS)


def test_no_sample_is_empty(real: Site) -> None:
    """A sample that the portal's records cannot fill shows nothing, and so does not count."""
    for context in real.contexts().values():
        assert [section.title for section in samples(context.at("styleguide/"), real.data) if not section.parts] == []


def test_is_not_published(real: Site) -> None:
    """The page stands in previews only."""
    assert not (real.out / "styleguide").exists()
