"""Publish: a finished tree is staged beside the target and swapped in as a whole."""
