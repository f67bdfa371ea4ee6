"""Publish: a build is staged beside its target and swapped in; what did not change is neither read nor written."""
