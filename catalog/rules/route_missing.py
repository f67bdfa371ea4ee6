"""Every origin, sector and language must reach a desk today."""

from collections.abc import Iterator
from datetime import date

from catalog.derive.routes import route
from catalog.languages import Sentence
from catalog.model.catalog import Catalog
from catalog.problems.finding import Finding
from catalog.rules.rule import Rule

LANGUAGE_NAMES = {"zh": Sentence("中文", "Chinese"), "en": Sentence("英文", "English")}


def check(catalog: Catalog, day: date) -> Iterator[Finding]:
    """Find combinations that no reachable desk serves (in a language that people read there)."""
    for origin in catalog.origins.values():
        for language in origin.languages:
            lost = [
                sector.name
                for sector in catalog.sectors.values()
                if not route(catalog, day, origin=origin.id, sector=sector.id, language=language)
            ]
            if lost:
                zh, en = "、".join(name.zh for name in lost), ", ".join(name.en for name in lost)
                speech = LANGUAGE_NAMES[language]
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
