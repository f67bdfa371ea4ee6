"""The column of sectors."""
