"""From backup to backup, every desk leads to the bureau or the hotline: a circle beside them answers nobody."""

from collections.abc import Iterator

from catalog.languages import Sentence
from catalog.model.catalog import Catalog
from catalog.rules.rule import Located, PortalCheck, Rule, Violation


def check_portal(catalog: Catalog) -> Iterator[Located]:
    """Yield circles of backups that pass neither main contact, each once, at its first contact."""
    ends = {catalog.site.bureau, catalog.site.hotline}
    reported: set[str] = set()
    for start in catalog.contacts:
        line: list[str] = []
        here: str | None = start
        while here and here in catalog.contacts and here not in ends and here not in line:
            line.append(here)
            here = catalog.contacts[here].backup
        # A contact that is its own backup is a violation of contact-backup.
        circle = line[line.index(here) :] if here in line else []
        if len(circle) > 1 and reported.isdisjoint(circle):
            reported.update(circle)
            way = " → ".join([*circle, circle[0]])
            said = Sentence(
                f"备用窗口逐级应通到投资促进局或热线，实际循环：{way}。",
                f"Backups must lead to the bureau or the hotline; these go round: {way}.",
            )
            hint = Sentence(
                f"把其中一个的 backup 改为“{catalog.site.bureau}”。",
                f"Give one of them “{catalog.site.bureau}” as its backup.",
            )
            yield "contact", circle[0], Violation(("backup",), said, hint)


RULE = Rule(
    "backup-circle",
    Sentence("备用窗口逐级通到投资促进局或热线。", "Backups lead to the bureau or the hotline in the end."),
    [PortalCheck(check_portal, settings=True)],
)
