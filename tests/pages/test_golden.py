"""One page of each kind in each language, kept as it should be; write them anew with ``pytest --bless``."""

from collections.abc import Callable
from pathlib import Path

import pytest

from investment_portal.languages import LANGUAGES, Language, language_path
from investment_portal.rendering.assets import HASHED
from tests.rendering.same_pages import in_lines
from tests.sites import Site

GOLDEN = Path(__file__).parent / "golden"
PAGES = (
    "",
    "about/",
    "projects/",
    "projects/hostile-hall/",
    "projects/old-mill/",
    "policies/",
    "policies/every-form/",
    "contacts/",
    "contacts/overseas-representative/",
    "sectors/food/",
    "chains/food/",
    "parks/",
    "parks/hill-park/",
    "firms/river-mill/",
    "events/",
    "events/spring-meeting/",
    "events/autumn-fair/",
    "results/",
    "changes/",
    "how-to-set-up/",
    "archive/",
    "notices/closing/",
)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("address", PAGES, ids=lambda address: address.strip("/") or "home")
def test_page(full: Site, language: Language, address: str, golden: Callable[[Path, str], None]) -> None:
    """The page's own content is the golden one, white space that nobody sees and hashes of assets aside."""
    name = address.strip("/").replace("/", "-") or "home"
    article = full.pages[f"{language_path(language)}{address}index.html"].article
    golden(GOLDEN / language / f"{name}.html", HASHED.sub("", in_lines(article)) + "\n")
