"""The history of records."""
