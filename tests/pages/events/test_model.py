"""Events whose days and hours cannot be: each has its message at its key."""

from datetime import date
from typing import Any

import pytest

from investment_portal.models.careful import MistakesError
from investment_portal.models.convert import convert
from investment_portal.models.event import Event
from investment_portal.validation.mistake_findings import findings_in

TEXT = {"zh": "活动", "en": "Event"}
GIVEN: dict[str, Any] = {
    "id": "made", "published_on": date(2026, 1, 5), "verified_on": date(2026, 1, 5),
    "name": TEXT, "kind": "visit", "summary": TEXT, "on": "2026-05-10",
}  # fmt: skip


@pytest.mark.parametrize(
    ("given", "key", "rule"),
    [
        ({"on": "2026-02-30"}, "on", "bad-date"),
        ({"on": "soon"}, "on", "bad-date"),
        ({"until": "2026-05-09"}, "until", "bad-date"),
        ({"on": "2026-05", "starts": "09:00"}, "on", "bad-date"),
        ({"ends": "10:00"}, "ends", "bad-date"),
        ({"starts": "10:00", "ends": "10:00"}, "ends", "bad-date"),
        ({"starts": "9:00"}, "starts", "bad-form"),
        ({"starts": "24:00"}, "starts", "bad-form"),
        ({"time_zone": "Mars"}, "time_zone", "bad-value"),
        ({"register_by": "2026-05-11"}, "register_by", "bad-date"),
        ({"register_by": "2026-13-01"}, "register_by", "bad-date"),
        ({"join_link": "register here"}, "join_link", "bad-form"),
    ],
)
def test_what_cannot_be(given: dict[str, Any], key: str, rule: str) -> None:
    """In both languages, at the key."""
    value = {**GIVEN, **given}
    with pytest.raises(MistakesError) as caught:
        convert(Event, value)
    (found,) = findings_in(caught.value.mistakes, "event", "made", Event, value)
    assert (found.rule, found.path) == (rule, (key,))
    assert found.sentence.zh.endswith("。")
    assert found.sentence.en.endswith(".")


@pytest.mark.parametrize(
    "given",
    [
        {"starts": "09:00", "ends": "08:00", "until": "2026-05-11"},
        {"register_by": "2026-05-10"},
        {"on": "2026", "until": "2027-02"},
        {"on": "2026-05-10", "until": "2026-05-10"},
    ],
)
def test_what_can_be(given: dict[str, Any]) -> None:
    """Several days end at any hour; registration may end with the event."""
    assert convert(Event, {**GIVEN, **given})
