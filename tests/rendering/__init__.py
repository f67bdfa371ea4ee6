"""Rendering: layouts."""
