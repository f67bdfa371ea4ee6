"""Validation: read records, report every mistake at its place, and run the rules by subject."""
