"""How many days are left: written in the browser beside the last day, so that a page stays the same from day to day."""

from collections.abc import Iterable, Mapping
from datetime import date

from markupsafe import Markup

from investment_portal.components.context import Context
from investment_portal.components.parts import Part
from investment_portal.domain.windows import Applying, Validity
from investment_portal.formatting.values import show
from investment_portal.models.policy import Policy, Window

PLACE = Markup('<time class="days-left" datetime="{}"></time>')
CLOSING = Markup('<time class="days-left" datetime="{}" data-past="closed"{}></time>')
WINDOW = Markup('<time class="days-left" datetime="{}" data-from="{}"{}>{}</time>')
HOUR = Markup(' data-hour="{}"')


class Countdown(Part):
    """The script that fills the places below, and its words; a page that has such places needs it once."""

    component = "countdown"
    words: Mapping[str, str]


def countdown_script(context: Context, policies: Iterable[Policy]) -> list[Part]:
    """Return the script with its words and the time zone in which days end, if one of the policies shown ends."""
    if not any(policy.effective.until or policy.window for policy in policies):
        return []
    words, language = context.words, context.language
    states = {"open": Applying.NOW, "closed": Applying.CLOSED, "ended": Validity.ENDED}
    return [
        Countdown(
            {
                **words.group("countdown"),
                **{name: show(state, language) for name, state in states.items()},
                "separator": words["separator"],
                "zone": context.catalog.zone,
            }
        )
    ]


def countdown_to(until: date) -> Markup:
    """Return the place for the days left, beside the last day itself: without the script it is empty."""
    return PLACE.format(until.isoformat())


def closing(window: Window) -> Markup:
    """Return the place for the days left until a window closes; nothing where it has no end."""
    return CLOSING.format(window.until.isoformat(), _hour(window)) if window.until else Markup()


def window_state(start: date, window: Window, state: str) -> Markup:
    """Return the state of a window with the place for its days left; the script corrects a state that is past."""
    until = window.until.isoformat() if window.until else ""
    return WINDOW.format(until, start.isoformat(), _hour(window), state)


def _hour(window: Window) -> Markup:
    return HOUR.format(window.closes_at) if window.closes_at else Markup()
