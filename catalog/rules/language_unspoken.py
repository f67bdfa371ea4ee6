"""Each language that readers read here is spoken at a desk."""

from collections.abc import Iterator
from datetime import date

from catalog.languages import LANGUAGES, Language, Sentence
from catalog.model.catalog import Catalog
from catalog.problems.finding import Finding
from catalog.rules.rule import Rule

NAMES: dict[Language, Sentence] = {"zh": Sentence("中文", "Chinese"), "en": Sentence("英文", "English")}


def unspoken(catalog: Catalog, day: date) -> list[Language]:
    """Give the languages of the site in which no desk that can be reached answers."""
    spoken = {language for one in catalog.contacts.values() if one.reachable(day) for language in one.languages}
    return [language for language in LANGUAGES if language not in spoken]


def check(catalog: Catalog, day: date) -> Iterator[Finding]:
    """Find languages of the site that nobody speaks."""
    for language in unspoken(catalog, day):
        name = NAMES[language]
        said = Sentence(
            f"本站有{name.zh}版，应有使用{name.zh}的窗口，目前没有。",
            f"The site is read in {name.en}, so a desk must speak it; none does.",
        )
        hint = Sentence(f"在一个窗口的 languages 里加上 {language}。", f"Add {language} to the languages of a desk.")
        place = ("site", "site", ("bureau",))
        if catalog.site.bureau in catalog.contacts:
            place = ("contact", catalog.site.bureau, ("languages",))
        yield Finding("language-unspoken", *place, said, hint)


RULE = Rule(
    "language-unspoken",
    Sentence("本站的每种语言都有窗口使用。", "Each language of the site is spoken at a desk."),
    check,
    whole=True,
    dated=True,
)
