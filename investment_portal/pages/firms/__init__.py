"""The column of firms."""
