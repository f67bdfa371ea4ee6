"""Scaffold: the text of a new record, with every key that it may have."""
