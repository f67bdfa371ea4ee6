"""Rules about events: kinds that are known."""

from collections.abc import Iterator

from investment_portal.languages import Sentence
from investment_portal.models.catalog import Catalog
from investment_portal.models.event import Event
from investment_portal.models.site import event_kinds
from investment_portal.problems import did_you_mean
from investment_portal.validation.rule import RecordCheck, Rule, Violation


def check_event_kind(event: Event, catalog: Catalog) -> Iterator[Violation]:
    """Yield a kind that neither the usual list nor the settings have."""
    kinds = event_kinds(catalog.site)
    if event.kind in kinds:
        return
    zh = "、".join(f"{id_}（{name.zh}）" for id_, name in kinds.items())
    sentence = Sentence(
        f"活动类型应为以下之一：{zh}；实际写的是“{event.kind}”。",
        f"The kind of an event must be one of {', '.join(kinds)}; got “{event.kind}”.",
    )
    guess = did_you_mean(event.kind, kinds)
    hint = Sentence(
        f"{guess.zh}其他类型加在 district/site.yaml 的 event_kinds 里。",
        f"{guess.en} Add other kinds to event_kinds in district/site.yaml.".strip(),
    )
    yield Violation(("kind",), sentence, hint)


EVENT_KIND = Rule(
    "event-kind",
    Sentence("活动类型是通用的，或写在设置里。", "The kind of an event is a usual one, or stands in the settings."),
    [RecordCheck(Event, check_event_kind, settings=True)],
)
