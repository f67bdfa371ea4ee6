"""Tables of the benchmarks' pages, in Markdown."""

from collections.abc import Iterator, Sequence


def headed(names: Sequence[str]) -> Iterator[str]:
    """Begin a table."""
    yield line(names)
    yield "|---" * len(names) + "|"


def line(cells: Sequence[str]) -> str:
    """Write a line of a table."""
    return f"| {' | '.join(cells)} |"
