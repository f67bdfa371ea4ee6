"""Records of one sort as the rows of a table."""

from collections.abc import Sequence

from catalog.model.base import Model, label_of
from catalog.show.values import show
from catalog.views.context import Context
from catalog.views.parts import Cell, Part, Table


def rows(
    context: Context, caption: str, model: type[Model], names: Sequence[str], records: Sequence[Model]
) -> list[Part]:
    """Give a row each; columns that none of them fills are left out."""
    used = [name for name in names if any(getattr(one, name) is not None for one in records)]
    head = [label_of(model, name).in_(context.language) for name in used]
    body = [
        [Cell("—" if getattr(one, name) is None else show(getattr(one, name), context.language)) for name in used]
        for one in records
    ]
    return [Table(caption, head, body)] if records else []
