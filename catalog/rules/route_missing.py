"""Every origin, sector and language must reach a desk today; so must a reader of whom nobody knows the origin."""

from collections.abc import Iterator
from datetime import date

from catalog.derive.routes import route
from catalog.languages import LANGUAGES, Language, Sentence
from catalog.model.catalog import Catalog
from catalog.model.setting import Origin
from catalog.problems.finding import Finding
from catalog.rules.language_unspoken import NAMES, unspoken
from catalog.rules.rule import Rule


def check(catalog: Catalog, day: date) -> Iterator[Finding]:
    """Find combinations that no reachable desk serves; a language that nobody speaks at all is told of elsewhere."""
    silent = unspoken(catalog, day)
    for language in (one for one in LANGUAGES if one not in silent):
        yield from _of(catalog, day, language, None)
        for origin in catalog.origins.values():
            yield from _of(catalog, day, language, origin)


def _of(catalog: Catalog, day: date, language: Language, origin: Origin | None) -> Iterator[Finding]:
    from_ = origin.id if origin else None
    lost = [
        sector.name
        for sector in catalog.sectors.values()
        if not route(catalog, day, origin=from_, sector=sector.id, language=language)
    ]
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
        yield Finding("route-missing", "site", "site", ("bureau",), said, hint)
        return
    said = Sentence(
        f"来自“{origin.name.zh}”、使用{speech.zh}的投资者应有窗口可找，以下产业没有：{zh}。",
        f"An investor from “{origin.name.en}” who reads {speech.en} must reach a desk; none for {en}.",
    )
    hint = Sentence("给一个窗口补上该地区、产业或语言。", "Give a desk this region, sector or language.")
    yield Finding("route-missing", "origin", origin.id, (), said, hint)


RULE = Rule(
    "route-missing",
    Sentence("任何来源地、产业、语言都有今天能联系的窗口。", "Every origin, sector and language reaches a desk today."),
    check,
    whole=True,
    dated=True,
)
