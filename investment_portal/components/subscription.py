"""Ways to take a calendar of the portal into one's own: a subscription, the file, and its address."""

from investment_portal.components.context import Context
from investment_portal.components.parts import Actions, Fact, Facts, Link, Section


def subscription_link(context: Context, path: str, text: str) -> Link:
    """Return the link that a calendar program takes as a subscription; ``path`` is below the language's root."""
    return Link(text, f"webcal:{context.at('').canonical.partition(':')[2]}{path}")


def subscription(context: Context, path: str, file: str, note: str) -> Section:
    """Return the section of a calendar that is fetched again by itself; ``file`` is the text of the link to it."""
    words = context.words
    links = [subscription_link(context, path, words["calendar_webcal"]), Link(file, context.href(path))]
    address = Fact(words["calendar_address"], context.at("").canonical + path)
    return Section("subscribe", words["calendar_subscribe"], [Actions([], links), Facts([address], wide=True)], note)
