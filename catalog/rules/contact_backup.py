"""A desk should name another desk as its backup, and a station its one-to-one leader."""

from collections.abc import Iterator

from catalog.languages import Sentence
from catalog.model.catalog import Catalog
from catalog.model.contact import Contact
from catalog.model.lists import ContactKind
from catalog.problems.problem import Level
from catalog.rules.rule import RecordCheck, Rule, Violation


def check_contact(contact: Contact, catalog: Catalog) -> Iterator[Violation]:
    """Yield a backup that is missing, withdrawn or the contact itself, and the leader that a station lacks."""
    if contact.withdrawn:
        return
    if contact.backup == contact.id:
        said = Sentence("备用窗口应为别的窗口，实际是自己。", "The backup must be another desk; it is this one.")
        yield Violation(("backup",), said)
    elif contact.backup is None and contact.kind is not ContactKind.HOTLINE:
        said = Sentence(
            "窗口应有备用窗口（backup），实际没有。", "A desk should name a backup desk (backup); it has none."
        )
        yield Violation((), said, level=Level.WARNING)
    elif contact.backup and contact.backup in catalog.contacts and catalog.contacts[contact.backup].withdrawn:
        said = Sentence(
            f"备用窗口应仍在值守，“{contact.backup}”已撤回。",
            f"The backup must still be staffed; “{contact.backup}” was withdrawn.",
        )
        yield Violation(("backup",), said)
    if contact.kind is ContactKind.STATION and contact.leader is None:
        said = Sentence(
            "联络站应有一对一联系领导（leader），实际没有。",
            "A station should name its one-to-one leader (leader); it has none.",
        )
        yield Violation((), said, level=Level.WARNING)


RULE = Rule(
    "contact-backup",
    Sentence("窗口应有备用窗口，联络站应有一对一联系领导。", "A desk has a backup, and a station a one-to-one leader."),
    [RecordCheck(Contact, check_contact)],
)
