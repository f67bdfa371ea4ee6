"""What a policy replaced and what changed, and what has replaced it since."""

from catalog.model.base import label_of
from catalog.model.policy import Policy
from catalog.views.compose import prose
from catalog.views.context import Context
from catalog.views.fields import facts, record_link
from catalog.views.parts import Fact, Facts, Part, Section


def successors(context: Context, policy: Policy) -> list[str]:
    """Give the ids of the policies that replace this one."""
    return [one.id for one in context.catalog.policies.values() if policy.id in one.supersedes and not one.withdrawn]


def replaced(context: Context, policy: Policy) -> Section:
    """Give both directions as links, then the changes in words."""
    shown = facts(context, policy, ("supersedes",), known_only=True)
    later = successors(context, policy)
    if later:
        shown.append(
            Fact(context.words["policy_replaced_by"], tuple(record_link(context, "policy", id_) for id_ in later))
        )
    parts: list[Part] = [Facts(shown)] if shown else []
    title = label_of(Policy, "changed").in_(context.language) if policy.changed else context.words["policy_versions"]
    return Section("changed", title, [*parts, *prose(context, policy.changed)])


def replaced_notes(context: Context, policy: Policy) -> list[str]:
    """Say before everything else what has replaced a policy."""
    names = [record_link(context, "policy", id_).text for id_ in successors(context, policy)]
    return [context.words("policy_replaced_note", names=context.words["separator"].join(names))] if names else []
