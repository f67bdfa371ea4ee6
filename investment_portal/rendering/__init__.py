"""Rendering: layouts by MkDocs, which ``layouts_program`` alone knows."""
