"""Compliance: what the rules for government sites demand, and how far a portal meets it."""
