"""A policy's window for applying must lie in its validity and fit the way it is delivered."""

from collections.abc import Iterator

from catalog.languages import Sentence
from catalog.model.catalog import Catalog
from catalog.model.lists import Delivery
from catalog.model.policy import Policy
from catalog.problems.problem import Level
from catalog.rules.rule import RecordCheck, Rule, Violation


def check_policy(policy: Policy, catalog: Catalog) -> Iterator[Violation]:
    """Yield a window outside the validity of the policy, and a window where nobody applies."""
    if policy.window is None:
        return
    if policy.delivery is Delivery.AUTOMATIC:
        said = Sentence(
            "免申即享的政策不应有申报时间。", "A policy that is paid without applying has no window for applying."
        )
        hint = Sentence("删去 window，或改 delivery。", "Delete window, or change delivery.")
        yield Violation(("window",), said, hint, Level.WARNING, of_key=True)
    yield from _outside(policy)


def _outside(policy: Policy) -> Iterator[Violation]:
    window, effective = policy.window, policy.effective
    if window is None:
        return
    hint = Sentence(
        "改申报时间，或核对 effective。", "Change the window, or check effective against the document itself."
    )
    if window.from_ < effective.from_:
        said = Sentence(
            f"申报开始（{window.from_}）不应早于政策生效（{effective.from_}）。",
            f"The window opens on {window.from_}, before the policy comes into force on {effective.from_}.",
        )
        yield Violation(("window", "from"), said, hint)
    last = window.until or window.from_
    if effective.until and last > effective.until:
        said = Sentence(
            f"申报截止（{last}）不应晚于政策到期（{effective.until}）。",
            f"The window is open until {last}, after the policy ends on {effective.until}.",
        )
        key = "until" if window.until else "from"
        yield Violation(("window", key), said, hint)


RULE = Rule(
    "policy-window",
    Sentence("申报时间须在政策有效期内。", "The window for applying lies in the policy's validity."),
    [RecordCheck(Policy, check_policy)],
)
