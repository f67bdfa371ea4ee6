"""Concerns: what needs a person although nothing is broken, for ``status``."""
