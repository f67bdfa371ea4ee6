"""Derive: what follows from the records together: routes, coverage, totals, what applies to what."""
