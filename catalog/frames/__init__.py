"""Frames: what surrounds every page, rendered by MkDocs once per language and kept by content.

Only ``mkdocs_build`` knows MkDocs; another renderer replaces that module and nothing else.
"""
