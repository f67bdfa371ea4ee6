"""The shortlist and the comparison."""
