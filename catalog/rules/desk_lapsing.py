"""A desk that lapses soon must be seen to while it still answers."""

from collections.abc import Iterator
from datetime import date, timedelta

from catalog.languages import Sentence
from catalog.model.catalog import Catalog
from catalog.model.contact import Contact
from catalog.problems.problem import Level
from catalog.rules.rule import DatedRecordCheck, Rule, Violation


def check_contact(contact: Contact, catalog: Catalog, day: date) -> Iterator[Violation]:
    """Yield a last day within the notice of the settings; a contact past its last day is an error of another rule."""
    soon = day + timedelta(days=catalog.site.desk_notice.days)
    last = contact.valid_until
    if last is None or contact.withdrawn or not day <= last <= soon:
        return
    said = Sentence(
        f"窗口有效期 {last} 截止，还剩 {(last - day).days} 天。",
        f"This desk lapses on {last}; days left: {(last - day).days}.",
    )
    hint = Sentence(
        "核实后延长 valid_until；不再设的，写明 withdrawn。",
        "Verify it and extend valid_until; where the desk closes, mark it withdrawn.",
    )
    yield Violation(("valid_until",), said, hint, Level.WARNING)


RULE = Rule(
    "desk-lapsing",
    Sentence("窗口到期前要续期（提前天数见设置 desk_notice）。", "A desk is renewed before it lapses (desk_notice)."),
    [DatedRecordCheck(Contact, check_contact, settings=True)],
)
