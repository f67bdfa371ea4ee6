"""The open data."""
