"""The table of what the portal stores in a reader's browser, and the button that deletes all of it."""

from collections.abc import Sequence

from markupsafe import Markup

from investment_portal.components.context import Context
from investment_portal.components.parts import Cell, Part, Table
from investment_portal.pages.privacy.stored_keys import STORED_KEYS
from investment_portal.pages.shortcode import Blocks, Shortcode


class ClearStored(Part):
    """A button that deletes all that the portal has stored in the browser, with a line that says what is there."""

    component = "clear_stored"
    keys: Sequence[str]
    texts: dict[str, str]
    script: str
    style: str


def stored_keys(context: Context) -> Blocks:
    """Return the table of stored keys and the button."""
    return [_table(context), clear_stored(context)]


def clear_stored(context: Context) -> ClearStored:
    """Return the button that deletes what is stored under the keys of the register."""
    return ClearStored(
        [key.name for key in STORED_KEYS],
        context.words.group("stored"),
        context.script("privacy"),
        context.style("privacy"),
    )


def _table(context: Context) -> Table:
    words, language = context.words, context.language
    head = [
        words["privacy_name"],
        words["privacy_purpose"],
        words["privacy_stored_when"],
        words["privacy_deleted_when"],
        words["privacy_page"],
        words["privacy_storage"],
    ]
    rows = [
        [
            Cell(Markup("<code>{}</code>").format(key.name)),
            Cell(key.purpose.in_(language)),
            Cell(key.stored_when.in_(language)),
            Cell(key.deleted_when.in_(language)),
            Cell(key.page.in_(language)),
            Cell(Markup("<code>{}</code>").format(key.storage.value)),
        ]
        for key in STORED_KEYS
    ]
    return Table(words["privacy_stored_keys"], head, rows)


SHORTCODES = (Shortcode("stored-keys", stored_keys),)
