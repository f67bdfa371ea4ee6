"""The column of results."""
