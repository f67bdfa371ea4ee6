"""Rendering: from the values of a page to its HTML."""
