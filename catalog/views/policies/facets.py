"""The facets of the library: what each policy answers to each, and the values that at least one policy has."""

from collections.abc import Callable, Iterable, Sequence

from catalog.derive.coverage import reaches
from catalog.derive.windows import Applying, Validity, applying, validity
from catalog.model.choice import Choice
from catalog.model.lists import Delivery, EnterpriseType, Instrument, PolicyStage
from catalog.model.policy import Policy
from catalog.show.values import show
from catalog.value import Value
from catalog.views.context import Context


class FacetValue(Value):
    """One value of a facet, with how many policies have it."""

    id: str
    label: str
    count: int


class Facet(Value):
    """A facet: its name in the address, its label, its values in the order of their list."""

    name: str
    label: str
    values: Sequence[FacetValue]


class _Kind(Value):
    """How a facet is made: its possible values with their labels, and which of them a policy has."""

    name: str
    known: Callable[[Context], Sequence[tuple[str, str]]]
    of: Callable[[Context, Policy], Iterable[str]]


def _listed(choice: type[Choice]) -> Callable[[Context], Sequence[tuple[str, str]]]:
    return lambda context: [(one.value, show(one, context.language)) for one in choice]


def _sectors(context: Context) -> Sequence[tuple[str, str]]:
    return [(one.id, one.name.in_(context.language)) for one in context.catalog.sectors.values()]


KINDS = (
    _Kind("sector", _sectors, lambda context, one: [id_ for id_ in context.catalog.sectors if reaches(one, id_)]),
    _Kind(
        "enterprise", _listed(EnterpriseType), lambda _, one: [to for to in EnterpriseType if reaches(one, None, to)]
    ),
    _Kind("stage", _listed(PolicyStage), lambda _, one: PolicyStage if one.stages == "all" else one.stages),
    _Kind("instrument", _listed(Instrument), lambda _, one: [one.instrument]),
    _Kind("delivery", _listed(Delivery), lambda _, one: [one.delivery]),
    _Kind("apply", _listed(Applying), lambda context, one: [applying(one, context.day)]),
    _Kind("validity", _listed(Validity), lambda context, one: validity(one, context.day, context.catalog.site)),
)
"""The names stand in addresses that people keep: they do not change."""


def values_of(context: Context, policy: Policy) -> dict[str, list[str]]:
    """Give the values that a policy has in each facet."""
    return {kind.name: [str(value) for value in kind.of(context, policy)] for kind in KINDS}


def facets(context: Context, policies: Iterable[Policy]) -> list[Facet]:
    """Give the facets; a value that no policy has is left out, and so is a facet with fewer than two."""
    had = [values_of(context, policy) for policy in policies]
    found = []
    for kind in KINDS:
        values = [
            FacetValue(id_, label, count)
            for id_, label in kind.known(context)
            if (count := sum(id_ in one[kind.name] for one in had))
        ]
        if len(values) > 1:
            found.append(Facet(kind.name, context.words[f"library_by_{kind.name}"], values))
    return found
