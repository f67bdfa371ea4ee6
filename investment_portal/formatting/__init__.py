"""Formatting: values as people read them, in each language."""
