"""Explain: what may be written in each field, read off the models, for editors and for people."""
