"""Rendering: layouts and templates."""
