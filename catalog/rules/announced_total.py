"""An announced total must equal that of the linked records."""

from collections.abc import Iterator
from decimal import Decimal

from catalog.derive.totals import in_yuan, total
from catalog.languages import Sentence
from catalog.model.catalog import Catalog
from catalog.model.event import Announced, Event
from catalog.rules.rule import Located, PortalCheck, Rule, Violation

YI = 10**8
HINT = Sentence(
    "核对 projects 里的项目和公布的数；链接之外还有项目的，不要写 announced。",
    "Compare projects with what was announced; leave announced out where other projects count too.",
)


def check_portal(catalog: Catalog) -> Iterator[Located]:
    """Yield announced numbers of projects and investments that differ from the totals of the linked projects."""
    for event in catalog.events.values():
        linked = all(id_ in catalog.projects for id_ in event.projects)
        if event.projects and linked and event.announced:
            for violation in _compare(catalog, event, event.announced):
                yield "event", event.id, violation


def _compare(catalog: Catalog, event: Event, announced: Announced) -> Iterator[Violation]:
    found = total((catalog.projects[id_] for id_ in event.projects), catalog.site)
    if announced.projects is not None and announced.projects != found.projects:
        said = Sentence(
            f"公布的项目数应与关联项目一致：公布 {announced.projects} 个，关联 {found.projects} 个。",
            f"Announced and linked projects must agree: announced {announced.projects}, linked {found.projects}.",
        )
        yield Violation(("announced", "projects"), said, HINT)
    if announced.investment is None:
        return
    amount = in_yuan(announced.investment, catalog.site)
    if amount is not None and amount != found.investment.amount:
        typed, sum_ = announced.investment.typed, f"{_plain(found.investment.amount / YI)} 亿元"
        said = Sentence(
            f"公布的总投资应与关联项目合计一致：公布 {typed}，合计 {sum_}。",
            f"The announced sum must be that of the linked projects: announced {typed}, linked {sum_}.",
        )
        yield Violation(("announced", "investment"), said, HINT)


def _plain(number: Decimal) -> str:
    """Return a number as text, without an exponent and without trailing zeros."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


RULE = Rule(
    "announced-total",
    Sentence("公布的总数必须等于关联记录的合计。", "An announced total equals that of the linked records."),
    [PortalCheck(check_portal, whole=True, settings=True)],
)
