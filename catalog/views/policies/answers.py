"""The four answers that a reader of a policy looks for first: for whom, what, how much, until when."""

from collections.abc import Sequence

from msgspec.structs import replace

from catalog.model.benefit import Benefit, Service
from catalog.model.policy import Policy
from catalog.value import Value
from catalog.views.benefits import benefit
from catalog.views.context import Context
from catalog.views.fields import facts
from catalog.views.parts import Fact, Part
from catalog.views.policies.times import validity, window


class Answer(Value):
    """One answer: labelled facts, or lines that need no label."""

    question: str
    facts: Sequence[Fact] = ()
    lines: Sequence[str] = ()


class Answers(Part):
    """Answers side by side."""

    component = "answers"
    answers: Sequence[Answer]


def answers(context: Context, policy: Policy) -> Answers:
    """Give the four answers."""
    words = context.words
    return Answers(
        [
            Answer(words["policy_whom"], facts(context, policy, ("sectors", "enterprise_types", "stages"))),
            Answer(
                words["policy_what"],
                [
                    *facts(context, policy, ("topic", "instrument", "delivery")),
                    *facts(context, policy, ("excludes",), known_only=True),
                ],
            ),
            Answer(words["policy_how_much"], lines=[benefit(_bare(one), context) for one in policy.benefits]),
            Answer(words["policy_until"], [*validity(context, policy), window(context, policy)]),
        ]
    )


def _bare(given: Benefit) -> Benefit:
    """Leave out the remark, which stands in the table of the standard."""
    return given if isinstance(given, Service) else replace(given, note=None)
