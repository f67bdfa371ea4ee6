"""New records."""
