"""Publish: a build is staged beside its target and swapped in as a whole; unchanged files stay."""
