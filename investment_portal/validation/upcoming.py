"""The rule about records to come: what refers to one leaves it out until the day of its publication."""

from collections.abc import Iterator, Mapping, Sequence

from investment_portal.domain.public_records import Upcoming, UpcomingReference
from investment_portal.languages import Sentence
from investment_portal.models.catalog import Key
from investment_portal.models.kinds import KINDS
from investment_portal.problems import Finding, Level

RULE = "not-yet-public"
SUMMARY = Sentence(
    "引用了未到发布日期（publish_from）的记录：到那天才显示这处引用。",
    "A reference to a record whose publish_from is still to come shows from that day on.",
)
BY_ITSELF = Sentence("不用改，到那天自动显示。", "Nothing to do: it shows by itself on that day.")
NEEDED = Sentence(
    "给本记录也写 publish_from（不早于那天），或改引用已发布的记录。",
    "Give this record a publish_from too, not before that day, or refer to a record that is public.",
)
NEEDED_IN_SETTINGS = Sentence("改成已发布的记录。", "Name a record that is public.")


def findings_of(mentions: Mapping[Key, Sequence[UpcomingReference]], upcoming: Upcoming) -> Iterator[Finding]:
    """Yield a finding for each reference to a record to come."""
    for (kind, id_), mention in ((key, mention) for key, of_record in mentions.items() for mention in of_record):
        kind_named, id_named = mention.record
        label, day = KINDS[kind_named].label, upcoming[mention.record]
        shown = Sentence(f"{label.zh}“{id_named}”{day} 才发布", f"The {label.en} “{id_named}” is published on {day}")
        if mention.required:
            sentence = Sentence(f"{shown.zh}，这里却需要它。", f"{shown.en}, but is needed here.")
            hint = NEEDED_IN_SETTINGS if kind == "site" else NEEDED
            yield Finding(RULE, kind, id_, mention.path, sentence, hint)
        else:
            sentence = Sentence(f"{shown.zh}，之前这里不显示它。", f"{shown.en}; until then it is left out here.")
            yield Finding(RULE, kind, id_, mention.path, sentence, BY_ITSELF, Level.WARNING)
