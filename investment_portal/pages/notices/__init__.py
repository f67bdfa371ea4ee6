"""The column of notices."""
