"""Every origin, sector and language must reach a desk today; so must a reader of whom nobody knows the origin."""

from collections.abc import Iterator
from datetime import date

from catalog.derive.routes import reached_sectors
from catalog.languages import LANGUAGES, Language, Sentence
from catalog.model.catalog import Catalog
from catalog.model.setting import Origin
from catalog.rules.language_unspoken import NAMES, unspoken
from catalog.rules.rule import DatedPortalCheck, Located, Rule, Violation


def check_portal(catalog: Catalog, day: date) -> Iterator[Located]:
    """Yield origins and sectors without a contact in a language; a language of no contact at all is another rule's."""
    silent = unspoken(catalog, day)
    for language in LANGUAGES:
        for origin in (None, *catalog.origins.values()) if language not in silent else ():
            yield from _missing(catalog, day, language, origin)


def _missing(catalog: Catalog, day: date, language: Language, origin: Origin | None) -> Iterator[Located]:
    reached = reached_sectors(catalog, day, origin=origin.id if origin else None, language=language)
    lost = [sector.name for sector in catalog.sectors.values() if sector.id not in reached]
    if not lost:
        return
    zh, en = "、".join(name.zh for name in lost), ", ".join(name.en for name in lost)
    speech = NAMES[language]
    if origin is None:
        said = Sentence(
            f"来源地不明、使用{speech.zh}的投资者应有窗口可找，以下产业没有：{zh}。",
            f"An investor of unknown origin who reads {speech.en} must reach a desk; none for {en}.",
        )
        hint = Sentence(
            "投资促进局（bureau）的窗口应覆盖全部地区和产业。",
            "The bureau's desk should cover all regions and sectors.",
        )
        yield "site", "site", Violation(("bureau",), said, hint)
        return
    said = Sentence(
        f"来自“{origin.name.zh}”、使用{speech.zh}的投资者应有窗口可找，以下产业没有：{zh}。",
        f"An investor from “{origin.name.en}” who reads {speech.en} must reach a desk; none for {en}.",
    )
    hint = Sentence("给一个窗口补上该地区、产业或语言。", "Give a desk this region, sector or language.")
    yield "origin", origin.id, Violation((), said, hint)


RULE = Rule(
    "route-missing",
    Sentence("任何来源地、产业、语言都有今天能联系的窗口。", "Every origin, sector and language reaches a desk today."),
    [DatedPortalCheck(check_portal, whole=True)],
)
