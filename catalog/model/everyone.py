"""Either the word ``all``, or a list."""

from typing import Literal, TypeVar

Item = TypeVar("Item")


AllOr = Literal["all"] | list[Item]
"""``AllOr[SectorRef]``: everything, or what is listed."""
