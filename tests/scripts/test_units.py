"""Scripts know the same units as records."""

from collections.abc import Callable
from pathlib import Path

from tests.scripts.units import modules


def test_the_modules_of_units_are_written_from_the_registers(golden: Callable[[Path, str], None]) -> None:
    """A new currency, scale or unit of area is one line in Python."""
    for place, text in modules().items():
        golden(place, text)
