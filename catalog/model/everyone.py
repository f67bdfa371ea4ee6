"""Either the word ``all``, or a list."""

from typing import Annotated, Any, Literal, TypeVar

from pydantic import Discriminator, Tag

Item = TypeVar("Item")


def _all_or_list(value: Any) -> str | None:
    """Choose by what was typed, so that one mistake is told once; anything else is neither."""
    if isinstance(value, list):
        return "list"
    return "all" if value == "all" else None


AllOr = Annotated[
    Annotated[Literal["all"], Tag("all")] | Annotated[list[Item], Tag("list")],
    Discriminator(_all_or_list, custom_error_type="all_or_list", custom_error_message="must be all or a list"),
]
"""``AllOr[SectorRef]``: everything, or what is listed."""
