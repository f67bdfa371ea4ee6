"""The matcher as an investor meets it."""
