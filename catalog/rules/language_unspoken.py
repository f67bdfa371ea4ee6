"""Each language that readers read here is spoken at a desk."""

from collections.abc import Iterator
from datetime import date

from catalog.languages import LANGUAGES, Language, Sentence
from catalog.model.catalog import Catalog
from catalog.rules.rule import DatedPortalCheck, Located, Rule, Violation

NAMES: dict[Language, Sentence] = {"zh": Sentence("中文", "Chinese"), "en": Sentence("英文", "English")}


def unspoken(catalog: Catalog, day: date) -> list[Language]:
    """Return the languages of the site in which no contact that can be reached answers."""
    spoken = {language for one in catalog.contacts.values() if one.reachable(day) for language in one.languages}
    return [language for language in LANGUAGES if language not in spoken]


def check_portal(catalog: Catalog, day: date) -> Iterator[Located]:
    """Yield languages of the site in which no contact answers, at the main contact of the bureau."""
    for language in unspoken(catalog, day):
        name = NAMES[language]
        said = Sentence(
            f"本站有{name.zh}版，应有使用{name.zh}的窗口，目前没有。",
            f"The site is read in {name.en}, so a desk must speak it; none does.",
        )
        hint = Sentence(f"在一个窗口的 languages 里加上 {language}。", f"Add {language} to the languages of a desk.")
        if catalog.site.bureau in catalog.contacts:
            yield "contact", catalog.site.bureau, Violation(("languages",), said, hint)
        else:
            yield "site", "site", Violation(("bureau",), said, hint)


RULE = Rule(
    "language-unspoken",
    Sentence("本站的每种语言都有窗口使用。", "Each language of the site is spoken at a desk."),
    [DatedPortalCheck(check_portal, whole=True)],
)
