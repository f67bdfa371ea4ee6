"""The coverage matrix: how many policies in force reach each sector and type of enterprise, and which."""

from collections.abc import Sequence

from investment_portal.components.context import Context
from investment_portal.components.fields import record_link
from investment_portal.components.parts import Link, Part, Section
from investment_portal.domain.coverage import matrix
from investment_portal.models.site import enterprise_types
from investment_portal.value import Value


class Reach(Value):
    """One cell: its count, where it leads, the policies themselves; ``tone`` 1-3 shades what there is more of."""

    id: str
    title: str
    count: int
    href: str
    label: str
    tone: int
    policies: Sequence[Link]


class CoverageRow(Value):
    """A sector with its cells."""

    sector: Link
    cells: Sequence[Reach]


class Matrix(Part):
    """Sectors by types of enterprise."""

    component = "matrix"
    caption: str
    corner: str
    head: Sequence[str]
    rows: Sequence[CoverageRow]


def coverage(context: Context) -> Section:
    """Return the matrix; a cell leads to the library filtered by both, and without a script to its own list."""
    words, language = context.words, context.language
    types = enterprise_types(context.catalog.site)
    cells_by_reach = matrix(context.catalog, context.day)
    largest = max((len(policies) for policies in cells_by_reach.values()), default=0)
    rows = []
    for sector in context.catalog.sectors.values():
        name = sector.name.in_(language)
        cells = []
        for enterprise, enterprise_name in types.items():
            policies = cells_by_reach[sector.id, enterprise]
            title = words("policy_list_cell", sector=name, enterprise=enterprise_name.in_(language))
            id_ = f"cover-{sector.id}-{enterprise}"
            cells.append(
                Reach(
                    id_,
                    title,
                    len(policies),
                    f"{context.href('policies/')}?sector={sector.id}&enterprise={enterprise}&validity=in_force#{id_}",
                    words(
                        "policy_list_cell_label", cell=title, number=words.count("policy_list_policies", len(policies))
                    ),
                    -(-3 * len(policies) // largest) if largest else 0,
                    [record_link(context, "policy", policy.id) for policy in policies],
                )
            )
        anchor = "#policies" if any(cell.count for cell in cells) else ""
        rows.append(CoverageRow(Link(name, f"{context.record_href('sector', sector.id)}{anchor}"), cells))
    head = [enterprise_name.in_(language) for enterprise_name in types.values()]
    part = Matrix(words["coverage_caption"], words["sector"], head, rows)
    return Section("coverage", words["coverage"], [part], words["coverage_note"])
