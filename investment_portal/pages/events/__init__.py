"""The column of events."""
