"""Problems: what is wrong in the catalogue, as values that can be sorted, printed and counted."""

from catalog.problems.problem import Level, Problem

__all__ = ["Level", "Problem"]
