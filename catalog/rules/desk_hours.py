"""The hours of a desk run forward and do not overlap: a browser tells readers from them whether somebody answers."""

from collections.abc import Iterator

from catalog.languages import Sentence
from catalog.model.catalog import Catalog
from catalog.model.contact import WEEKDAYS, Contact
from catalog.problems.finding import Path
from catalog.rules.rule import RecordCheck, Rule, Violation

FORWARD = Sentence(
    "跨过零点的时间分成两段，例如“22:00-24:00”和“00:00-06:00”。",
    "Write hours past midnight as two, as “22:00-24:00” and “00:00-06:00”.",
)


def check_contact(contact: Contact, catalog: Catalog) -> Iterator[Violation]:
    """Yield hours that end before they begin, and hours of one weekday that overlap."""
    spans: list[tuple[Path, str, int, int, int]] = []
    for path, days, text in _written(contact):
        start, end = (_minutes(one) for one in text.split("-"))
        if end <= start:
            said = Sentence(
                f"结束时间应晚于开始时间；实际写的是“{text}”。",
                f"The end must come after the beginning; got “{text}”.",
            )
            yield Violation(path, said, FORWARD)
            continue
        other = next((one for one in spans if days & one[2] and start < one[4] and one[3] < end), None)
        if other:
            said = Sentence(
                f"同一天的办公时间不得重叠；“{text}”与“{other[1]}”重叠。",
                f"Hours of one day must not overlap; “{text}” overlaps “{other[1]}”.",
            )
            yield Violation(path, said)
        spans.append((path, text, days, start, end))


def _written(contact: Contact) -> Iterator[tuple[Path, int, str]]:
    """Yield each span of hours with its key path and its days, one bit for each weekday."""
    for step, hours in enumerate(contact.hours):
        days = sum(1 << weekday for weekday in WEEKDAYS[hours.days])
        for inner, text in enumerate(hours.open):
            yield ("hours", step, "open", inner), days, text


def _minutes(clock: str) -> int:
    hours, minutes = clock.split(":")
    return int(hours) * 60 + int(minutes)


RULE = Rule(
    "desk-hours",
    Sentence("办公时间起止有序、互不重叠。", "Hours run forward and do not overlap."),
    [RecordCheck(Contact, check_contact)],
)
